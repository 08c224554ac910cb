import { useLoaderData } from 'react-router';
import { notFound } from '../../kernel/problem.ts';
import { useFailure } from '../../web/components/failures.tsx';
import { useLanguageName } from '../../web/components/language-ticks.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type Form, formAction, goTo, type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readItemAudiences } from '../profile/item-audiences.ts';
import { languageLevels } from '../profile/kinds.ts';
import { changeLanguageSkill, languageLevelInput } from '../profile/language-skills.ts';
import { loadItem } from '../profile/load-item.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { audiencePressed } from './profile/audience-pressed.ts';
import { CefrChoice } from './profile/cefr.tsx';
import { ItemForm } from './profile/item-form.tsx';
import { movePressed } from './profile/move-pressed.ts';
import { doneBy } from './profile/standing.tsx';
import { asHeading } from './profile/words.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const id = page.param('languageSkillId');
  const { languages } = await page.run(async (work) => {
    await loadItem(work, { kind: 'language', id }, { action: 'read', why: 'own profile' });
    return readMyProfile(work);
  }, undefined);
  const found = languages.find((one) => one.id === id);
  if (!found) throw notFound();
  return { ...found, audiences: await page.run(readItemAudiences, { kind: 'language', id }) };
});

const act = async (page: OpenPage, form: Form): Promise<Response> => {
  const id = page.param('languageSkillId');
  const { version } = form;
  if (await audiencePressed(page, form, { kind: 'language', id })) return goTo(`/profile/languages/${id}`, 'saved');
  if (form.has('what')) return goTo('/profile', doneBy(await movePressed(page, form, { kind: 'language', id })));
  const { level } = form.read(languageLevelInput, { level: form.text('level') });
  await page.run(changeLanguageSkill, { languageSkillId: id, version, level });
  return goTo('/profile', 'saved');
};

export const action = formAction(act, { level: 'profile.cefr' });

export default function LanguagePage() {
  const found = useLoaderData<typeof loader>();
  const { id, code, level } = found;
  const failure = useFailure();
  const { t, language } = useText();
  const name = asHeading(useLanguageName()(code), language);
  const mine = languageLevels.find((one) => one === failure?.typed.level?.[0]);
  return (
    <Page title={name}>
      <Title within={t('profile.title')}>{name}</Title>
      <ItemForm
        item={found}
        history={`language/${id}`}
        mine={mine ? t(`profile.cefr.${mine}`) : ''}
        theirs={t(`profile.cefr.${level}`)}
      >
        <CefrChoice value={level} />
      </ItemForm>
    </Page>
  );
}
