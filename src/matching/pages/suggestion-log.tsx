import { useLoaderData } from 'react-router';
import { Problem } from '../../kernel/problem.ts';
import { Actions, Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { Facts, State } from '../../web/components/facts.tsx';
import { SearchForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { useLogWords } from '../../web/log-words.tsx';
import { type Page as OpenPage, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type CheckedRow, checkRow, readLogCounts } from '../answerable/check-log.ts';

export const handle: PageHandle = { roles: ['administrator'] };

/** Null for a number the log does not have: the page says so beside what was typed. */
const find = async (page: OpenPage, number: string): Promise<CheckedRow | null> => {
  if (number === '') return null;
  try {
    return await page.run(checkRow, number);
  } catch (error) {
    if (error instanceof Problem && error.code === 'notFound') return null;
    throw error;
  }
};

export const loader = pageLoader(async (page) => {
  const number = page.asked('number');
  const walk = page.query.has('walk');
  return { ...(await page.run(readLogCounts, { walk })), number, row: await find(page, number) };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const numbers = ['logged', 'taken', 'left', 'gone', 'open', 'unseen'] as const;

const Days = ({ days }: Pick<Loaded, 'days'>) => {
  const { t, day, number } = useText();
  const columns = [
    { key: 'day', label: t('suggestionLog.day') },
    { key: 'kind', label: t('suggestionLog.kind') },
    ...numbers.map((key) => ({ key, label: t(`suggestionLog.${key}`), isNumber: true })),
  ];
  const rows = days.map((one) => ({
    key: `${one.day} ${one.kind}`,
    cells: [day(one.day), t(`suggestionLog.kind.${one.kind}`), ...numbers.map((key) => number(one[key]))],
  }));
  return <Table caption={t('suggestionLog.days')} columns={columns} rows={rows} />;
};

const Versions = ({ versions }: Pick<Loaded, 'versions'>) => {
  const { t, number } = useText();
  const columns = [
    { key: 'vocabulary', label: t('matching.how.vocabulary') },
    { key: 'vectors', label: t('matching.how.vectors') },
    { key: 'logged', label: t('suggestionLog.logged'), isNumber: true },
  ];
  const rows = versions.map(({ vocabularyVersion, vectorsVersion, logged }) => ({
    key: `${vocabularyVersion} ${vectorsVersion}`,
    cells: [vocabularyVersion, vectorsVersion ?? t('matching.how.noVectors'), number(logged)],
  }));
  return <Table caption={t('suggestionLog.versions')} columns={columns} rows={rows} />;
};

const Seals = ({ seals }: Pick<Loaded, 'seals'>) => {
  const { t } = useText();
  if (!seals) return null;
  const { rows, broken } = seals;
  return (
    <p role="status">
      <State kind={broken === 0 ? 'good' : 'bad'}>
        {t(broken === 0 ? 'suggestionLog.whole' : 'suggestionLog.broken', { count: broken })}
      </State>{' '}
      {t('suggestionLog.walked', { rows })}
    </p>
  );
};

/** A decision by the word the table above counts it under. */
const outcomeOf = (decision: CheckedRow['decision']) => {
  if (decision === null) return 'open';
  if (decision === 'kept' || decision === 'yes') return 'taken';
  return decision === 'gone' ? 'gone' : 'left';
};

const Checked = ({ row, number: asked }: Pick<Loaded, 'row' | 'number'>) => {
  const { t, time, number } = useText();
  const { role } = useLogWords();
  if (asked === '') return null;
  if (!row) return <Empty>{t('suggestionLog.noRow')}</Empty>;
  const { kind, madeAt, score, parts, addsUp, seenBy, decision, decidedAt, isSealed, input, inputHash } = row;
  return (
    <>
      <p role="status">
        <State kind={isSealed ? 'good' : 'bad'}>
          {t(isSealed ? 'suggestionLog.sealed' : 'suggestionLog.unsealed')}
        </State>{' '}
        {t(`suggestionLog.input.${input}`)}
      </p>
      <Facts
        facts={[
          { what: t('suggestionLog.kind'), value: t(`suggestionLog.kind.${kind}`) },
          { what: t('suggestionLog.madeAt'), value: time(madeAt) },
          {
            what: t('suggestionLog.score'),
            value:
              score === null ? null : t('suggestionLog.parts', { score: number(Math.round(score * 1000) / 10), parts }),
          },
          {
            what: t('suggestionLog.addsUp'),
            value: addsUp === null ? null : t(addsUp ? 'suggestionLog.yes' : 'suggestionLog.no'),
          },
          { what: t('suggestionLog.seenBy'), value: seenBy.map(role).join(', ') || t('suggestionLog.nobody') },
          { what: t('suggestionLog.decision'), value: t(`suggestionLog.${outcomeOf(decision)}`) },
          { what: t('suggestionLog.decidedAt'), value: decidedAt ? time(decidedAt) : null },
          { what: t('matching.how.vocabulary'), value: row.vocabularyVersion },
          { what: t('matching.how.vectors'), value: row.vectorsVersion ?? t('matching.how.noVectors') },
          { what: t('suggestionLog.hash'), value: inputHash },
        ]}
      />
    </>
  );
};

/** What the city's log of suggestions holds, in numbers, and whether it stands: nothing here is anybody's. */
export default function SuggestionLogPage() {
  const { days, versions, asks, seals, number, row } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('suggestionLog.title')} lead={t('suggestionLog.lead')} wide>
      <Title>{t('suggestionLog.title')}</Title>
      <Seals seals={seals} />
      <SearchForm className="form">
        <TextInput
          name="number"
          label={t('suggestionLog.number')}
          hint={t('suggestionLog.numberHint')}
          value={number}
        />
        <Send kind="secondary">{t('suggestionLog.check')}</Send>
      </SearchForm>
      <Checked row={row} number={number} />
      {days.length === 0 ? <Empty>{t('suggestionLog.none')}</Empty> : <Days days={days} />}
      <Section title={t('suggestionLog.wholeTitle')}>
        <p>{t('suggestionLog.wholeWhat')}</p>
        <Actions>
          <Send kind="secondary" name="walk" value="yes" isOutside>
            {t('suggestionLog.walk')}
          </Send>
        </Actions>
      </Section>
      {versions.length > 0 ? <Versions versions={versions} /> : null}
      <p>{t('askPerson.desk.counts', { waiting: asks.waiting, late: asks.late })}</p>
    </Page>
  );
}
