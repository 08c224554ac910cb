import { redirect, useLoaderData } from 'react-router';
import { Go, Send } from '../../web/components/actions.tsx';
import { ButtonForm } from '../../web/components/form.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { ownLevelInput, tellLevel } from '../profile/own-level.ts';
import { readMyKnowHow } from '../queries.ts';
import { levels } from '../tables.ts';
import { asNotNow } from './keep-draft.ts';
import { asHeading } from './profile/words.ts';

export const handle: PageHandle = { roles: ['customer'] };

/** One question at a time; `after` is what was passed over, so that the next one comes. */
export const loader = pageLoader(async (page) => {
  const { kept } = await page.run((work) => readMyKnowHow(work), undefined);
  const untold = kept.filter(({ level }) => level === null);
  const passed = untold.findIndex(({ id }) => id === page.query.get('after'));
  const one = untold[passed + 1];
  return {
    left: untold.length - passed - 1,
    one: one ? { id: one.id, label: one.label, words: one.words, version: one.version } : null,
  };
});

export const action = formAction(async (page, form) => {
  const knowHowId = form.text('knowHowId');
  const { level } = form.read(ownLevelInput, { level: Number(form.text('level')) });
  await asNotNow(page.run(tellLevel, { knowHowId, version: form.version, level }));
  const after = page.query.get('after');
  return after ? redirect(`/profile/levels?after=${encodeURIComponent(after)}`, 303) : goTo('/profile/levels');
});

type Asked = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['one']>;

const Question = ({ one: { id, words, version } }: { one: Asked }) => {
  const { t } = useText();
  return (
    <>
      {words.length > 0 ? (
        <p>
          {t('knowHow.because')} <q>{words.join(' … ')}</q>
        </p>
      ) : null}
      <ButtonForm version={version}>
        <input type="hidden" name="knowHowId" value={id} />
        <div className="level-answers">
          {levels.map((level) => (
            <Send key={level} kind="secondary" name="level" value={String(level)}>
              {t(`profile.level.${level}`)}
            </Send>
          ))}
        </div>
      </ButtonForm>
      <Go kind="tertiary" to={`/profile/levels?after=${id}`}>
        {t('profile.levels.skip')}
      </Go>
    </>
  );
};

export default function Levels() {
  const { one, left } = useLoaderData<typeof loader>();
  const { t, language } = useText();
  const title = one ? t('profile.levels.title', { label: asHeading(one.label, language) }) : t('profile.levels.done');
  return (
    <Page title={title} lead={one ? t('profile.levels.lead', { count: left }) : t('profile.levels.doneLead')}>
      <Title within={t('profile.title')}>{title}</Title>
      {one ? <Question one={one} /> : null}
      <Go kind={one ? 'tertiary' : 'primary'} to="/profile">
        {t('profile.back')}
      </Go>
    </Page>
  );
}
