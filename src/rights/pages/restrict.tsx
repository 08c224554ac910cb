import { useLoaderData } from 'react-router';
import { Press, Send } from '../../web/components/actions.tsx';
import { State } from '../../web/components/facts.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readRestrictions, restrictionInput, setRestriction } from '../restrict/set-restriction.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => page.run(readRestrictions, undefined));

export const action = formAction(
  async (page, form) => {
    const isMade = form.text('do') === 'restrict';
    await page.run(setRestriction, form.read(restrictionInput, { isMade, word: form.text('word') }));
    return goTo('/my-data/restrict', isMade ? 'restricted' : 'restrictionEnded');
  },
  { word: 'rights.restrict.word' },
);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const InForce = ({ now }: { now: NonNullable<Loaded['now']> }) => {
  const { t, time } = useText();
  return (
    <>
      <p>
        <State kind="care">{t('rights.restrict.inForce')}</State> {t('rights.restrict.since', { at: time(now.madeAt) })}
      </p>
      {now.word ? <p className="words">{now.word}</p> : null}
      <Press fields={{ do: 'end' }}>{t('rights.restrict.end')}</Press>
    </>
  );
};

const Make = () => {
  const { t } = useText();
  const failure = useFailure();
  return (
    <PostForm failure={failure}>
      <TextArea name="word" label={t('rights.restrict.word')} rows={3} most={500} />
      <Send kind="secondary" name="do" value="restrict">
        {t('rights.restrict.make')}
      </Send>
    </PostForm>
  );
};

const Past = ({ past }: Pick<Loaded, 'past'>) => {
  const { t, time } = useText();
  if (past.length === 0) return null;
  return (
    <Section title={t('rights.restrict.past')}>
      <ul>
        {past.map(({ madeAt, endedAt, word }) => (
          <li key={String(madeAt)}>
            {t('rights.restrict.pastLine', { from: time(madeAt), to: endedAt ? time(endedAt) : '' })} {word}
          </li>
        ))}
      </ul>
    </Section>
  );
};

export default function Restrict() {
  const { now, past } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rights.restrict.title')} lead={t('rights.restrict.lead')}>
      <Title within={t('rights.mine.link')}>{t('rights.restrict.title')}</Title>
      <ul>
        {(['writes', 'matching', 'seen'] as const).map((effect) => (
          <li key={effect}>{t(`rights.restrict.effect.${effect}`)}</li>
        ))}
      </ul>
      {now ? <InForce now={now} /> : <Make />}
      <Past past={past} />
    </Page>
  );
}
