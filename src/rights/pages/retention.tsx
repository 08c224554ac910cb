import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Table } from '../../web/components/desk.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readRetention } from '../retention/read-retention.ts';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async (page) => {
  const { lines, runs } = await page.run(readRetention, undefined);
  const zone = page.city?.timeZone ?? 'Europe/Helsinki';
  return {
    runs,
    lines: lines
      .map(({ examples: [first], ...line }) => ({ ...line, oldestOn: first ? dayIn(zone, first) : null }))
      .sort((a, b) => b.count - a.count),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Now = ({ line }: { line: Loaded['lines'][number] }) => {
  const { t, day, number } = useText();
  return (
    <>
      {number(line.count)}{' '}
      {line.oldestOn ? (
        <span className="quiet">{t('rights.retention.oldest', { day: day(line.oldestOn) })}</span>
      ) : null}{' '}
      {line.isOurs || line.count === 0 ? null : <span className="quiet">{t('rights.retention.byOperator')}</span>}
    </>
  );
};

const Rules = ({ lines }: Pick<Loaded, 'lines'>) => {
  const { t, number } = useText();
  const columns = (['what', 'now', 'days', 'from', 'source'] as const).map((key) => ({
    key,
    label: t(`rights.retention.${key}`),
    isNumber: key === 'days',
  }));
  const rows = lines.reduce((sum, { count }) => sum + count, 0);
  return (
    <Table
      caption={t('rights.retention.caption', { count: lines.length, rows })}
      columns={columns}
      rows={lines.map((line) => ({
        key: line.table + line.why,
        cells: [
          t(`rights.table.${line.as}` as MessageKey),
          <Now key="now" line={line} />,
          number(line.days),
          t(`rights.retention.from.${line.why}`),
          line.source,
        ],
      }))}
    />
  );
};

const Runs = ({ runs }: Pick<Loaded, 'runs'>) => {
  const { t, time, number } = useText();
  const columns = (['what', 'at', 'gone', 'source'] as const).map((key) => ({
    key,
    label: t(`rights.retention.${key}`),
    isNumber: key === 'gone',
  }));
  return (
    <Section title={t('rights.retention.runs')}>
      {runs.length === 0 ? (
        <Empty>{t('rights.retention.noRuns')}</Empty>
      ) : (
        <Table
          caption={t('rights.retention.runsCaption', { count: runs.length })}
          columns={columns}
          rows={runs.map((run, index) => ({
            key: `${run.tableName}${index}`,
            cells: [<code key="what">{run.tableName}</code>, time(run.at), number(run.gone), run.source],
          }))}
        />
      )}
    </Section>
  );
};

export default function Retention() {
  const { lines, runs } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rights.retention.title')} lead={t('rights.retention.lead')} wide>
      <Title>{t('rights.retention.title')}</Title>
      <Rules lines={lines} />
      <Runs runs={runs} />
    </Page>
  );
}
