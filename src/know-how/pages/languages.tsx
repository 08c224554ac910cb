import { useLoaderData } from 'react-router';
import { useFailure } from '../../web/components/failures.tsx';
import { Pick, PostForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { knownLanguages } from '../profile/known-languages.ts';
import { addLanguageSkill, languageInput } from '../profile/language-skills.ts';
import { readMyProfile } from '../profile/read-profile.ts';
import { CefrChoice } from './profile/cefr.tsx';
import { SaveActions } from './profile/save-actions.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => {
  const { languages } = await page.run((work) => readMyProfile(work), undefined);
  const told = new Set(languages.filter(({ isRemoved }) => !isRemoved).map(({ code }) => code));
  const signed = (['fse', 'fss'] as const).map((code) => ({ code, name: page.t(`form.language.${code}`) }));
  return knownLanguages(page.language, signed).filter(({ code }) => !told.has(code));
});

const labels = { code: 'profile.language.which', level: 'profile.cefr' } as const;

export const action = formAction(async (page, form) => {
  const input = form.read(languageInput, { code: form.text('code'), level: form.text('level') });
  await page.run(addLanguageSkill, input);
  return goTo('/profile', 'saved');
}, labels);

export default function AddLanguage() {
  const languages = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  const options = [
    { value: '', label: t('profile.choose') },
    ...languages.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <Page title={t('profile.languages.add')} lead={t('profile.language.lead')}>
      <Title within={t('profile.title')}>{t('profile.languages.add')}</Title>
      <PostForm failure={failure}>
        <Pick name="code" label={t('profile.language.which')} options={options} value="" />
        <CefrChoice />
        <SaveActions />
      </PostForm>
    </Page>
  );
}
