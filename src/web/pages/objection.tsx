import { useLoaderData } from 'react-router';
import { objectInput, readObjections, setObjection } from '../../kernel/objection.ts';
import { Press, Send } from '../components/actions.tsx';
import { State } from '../components/facts.tsx';
import { useFailure } from '../components/failures.tsx';
import { PostForm, TextArea } from '../components/form.tsx';
import { Page, Section, Title } from '../components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run((work) => readObjections(work), undefined));

export const action = formAction(
  async (page, form) => {
    const isMade = form.text('do') === 'object';
    await page.run(setObjection, form.read(objectInput, { what: 'matching', isMade, word: form.text('word') }));
    return goTo('/objection', isMade ? 'objected' : 'objectionBack');
  },
  { word: 'objection.word' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const InForce = ({ objection }: { objection: Loaded['now'][number] }) => {
  const { t, time } = useText();
  return (
    <>
      <p>
        <State kind="care">{t('objection.inForce')}</State> {t('objection.since', { at: time(objection.madeAt) })}
      </p>
      {objection.word ? <p className="words">{objection.word}</p> : null}
      <p>{t('objection.backWhat')}</p>
      <Press fields={{ do: 'takeBack' }}>{t('objection.back')}</Press>
    </>
  );
};

const Make = () => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <PostForm failure={failure}>
      <TextArea name="word" label={t('objection.word')} hint={t('objection.wordHint')} rows={3} most={500} />
      <Send kind="secondary" name="do" value="object">
        {t('objection.make')}
      </Send>
    </PostForm>
  );
};

const Past = ({ past }: Pick<Loaded, 'past'>) => {
  const { t, time } = useText();
  const over = past.filter(({ takenBackAt }) => takenBackAt !== null);
  if (over.length === 0) return null;
  return (
    <Section title={t('objection.past')}>
      <ul>
        {over.map(({ madeAt, takenBackAt, word }) => (
          <li key={String(madeAt)}>
            {t('objection.pastLine', { from: time(madeAt), to: takenBackAt ? time(takenBackAt) : '' })} {word}
          </li>
        ))}
      </ul>
    </Section>
  );
};

export default function ObjectionPage() {
  const { now, past } = useLoaderData<typeof loader>();
  const { t } = useText();
  const [objection] = now;
  return (
    <Page title={t('objection.title')} lead={t('objection.lead')}>
      <Title within={t('consents.title')}>{t('objection.title')}</Title>
      <ul>
        <li>{t('objection.effect.matches')}</li>
        <li>{t('objection.effect.counts')}</li>
        <li>{t('objection.effect.services')}</li>
      </ul>
      {objection ? <InForce objection={objection} /> : <Make />}
      <Past past={past} />
      <p>
        <a href="/how-matching-works">{t('objection.how')}</a>
      </p>
    </Page>
  );
}
