import { useLoaderData } from 'react-router';
import { hours } from '../../kernel/tables.ts';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { BothVersions, Choice, PostForm, TextInput } from '../../web/components/form.tsx';
import { LanguageTicks, useLanguageName } from '../../web/components/language-ticks.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type FormFailure, formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readLimits, readProfileLanguages, tellLimits, tellLimitsInput } from '../limits.ts';

export const handle: PageHandle = { roles: ['customer'] };

/** What the form says for null; a button of a group cannot be unpressed. */
const notTold = 'notTold';

export const loader = pageLoader(async (page) => ({
  ...(await page.run((work) => readLimits(work), undefined)),
  inProfile: await page.run((work) => readProfileLanguages(work), undefined),
}));

const labels = {
  hours: 'knowHow.limits.hours',
  languages: 'knowHow.limits.languages',
  area: 'knowHow.limits.area',
} as const;

export const action = formAction(async (page, form) => {
  const input = form.read(tellLimitsInput, {
    hours: form.text('hours') === notTold ? null : form.text('hours'),
    languages: form.all('languages'),
    area: form.text('area'),
    version: form.version,
  });
  await page.run(tellLimits, input);
  return goTo('/limits', 'saved');
}, labels);

type Shown = { hours: string | null | undefined; languages: readonly string[]; area: string };

/** All three in words, for who lost the race. */
const useWords = (): ((shown: Shown) => string) => {
  const { t } = useText();
  const languageName = useLanguageName();
  return ({ hours: told, languages, area }) => {
    const known = hours.find((one) => one === told) ?? notTold;
    const spoken = languages.map(languageName).join(', ') || t('knowHow.limits.noLanguages');
    return [t(`knowHow.limits.hours.${known}`), spoken, area].filter(Boolean).join('\n');
  };
};

const typedIn = ({ typed }: FormFailure): Shown => ({
  hours: typed.hours?.[0],
  languages: typed.languages ?? [],
  area: typed.area?.[0] ?? '',
});

/** What is told in the profile counts as well, and is changed there. */
const InProfile = ({ codes }: { codes: readonly string[] }) => {
  const { t } = useText();
  const languageName = useLanguageName();
  if (codes.length === 0) return null;
  return (
    <p>
      {t('knowHow.limits.inProfile', { languages: codes.map(languageName).join(', ') })}{' '}
      <a href="/profile/languages">{t('knowHow.limits.toProfile')}</a>
    </p>
  );
};

const Fields = () => {
  const limits = useLoaderData<typeof loader>();
  const { t } = useText();
  const options = [
    ...hours.map((value) => ({ value: value as string, label: t(`knowHow.limits.hours.${value}`) })),
    { value: notTold, label: t('knowHow.limits.hours.notTold'), hint: t('knowHow.limits.hours.notToldWhat') },
  ];
  return (
    <>
      <Choice name="hours" label={t('knowHow.limits.hours')} options={options} value={limits.hours ?? notTold} />
      <LanguageTicks legend={t('knowHow.limits.languages')} ticked={limits.languages} />
      <InProfile codes={limits.inProfile} />
      <TextInput name="area" label={t('knowHow.limits.area')} hint={t('knowHow.limits.areaHint')} value={limits.area} />
    </>
  );
};

const WhoSees = () => {
  const { t } = useText();
  return (
    <>
      <h2 className="aksel-heading aksel-heading--xsmall">{t('knowHow.limits.who')}</h2>
      <p>{t('knowHow.limits.whoWhat')}</p>
    </>
  );
};

export default function LimitsPage() {
  const limits = useLoaderData<typeof loader>();
  const failure = useFailure();
  const { t } = useText();
  const inWords = useWords();
  const mine = failure?.problem.code === 'changedMeanwhile' ? inWords(typedIn(failure)) : '';
  return (
    <Page title={t('knowHow.limits.title')} lead={t('knowHow.limits.lead')} side={<WhoSees />}>
      <Title within={t('nav.matches')}>{t('knowHow.limits.title')}</Title>
      <BothVersions failure={failure} mine={mine} theirs={inWords(limits)} />
      <PostForm failure={failure} version={limits.version}>
        <Fields />
        <Actions>
          <Send>{t('knowHow.limits.save')}</Send>
          <Go to="/matches" kind="tertiary">
            {t('knowHow.limits.toMatches')}
          </Go>
        </Actions>
      </PostForm>
      <p>
        <a href="/profile/history?kind=limits">{t('profile.history.ofThis')}</a>
      </p>
    </Page>
  );
}
