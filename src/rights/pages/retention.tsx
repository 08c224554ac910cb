import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Table } from '../../web/components/desk.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readRetention } from '../retention/read-retention.ts';

export const handle: PageHandle = { roles: ['administrator'] };

type Line = Awaited<ReturnType<typeof readRetention>>['lines'][number];

/** Tables that go by one rule stand together: what would go of them today, and how old the oldest of it is. */
const groupRules = (lines: readonly Line[], zone: string) => {
  const groups = new Map<string, Pick<Line, 'why' | 'days' | 'source'> & { key: string; lines: Line[] }>();
  for (const line of lines) {
    const key = [line.why, line.term, line.isOurs].join(' ');
    const { why, days, source } = line;
    const group = groups.get(key) ?? { key, why, days, source, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ lines: all, ...group }) => {
    const [oldest] = all.flatMap(({ examples }) => examples).sort((a, b) => a.getTime() - b.getTime());
    return {
      ...group,
      tables: all.map(({ as, count }) => ({ as, count })),
      count: all.reduce((sum, { count }) => sum + count, 0),
      oldestOn: oldest ? dayIn(zone, oldest) : null,
      isOurs: all.every(({ isOurs }) => isOurs),
    };
  });
};

export const loader = pageLoader(async (page) => {
  const { lines, runs } = await page.run(readRetention, undefined);
  return { runs, rules: groupRules(lines, page.city?.timeZone ?? 'Europe/Helsinki') };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Rule = Loaded['rules'][number];

const tablesShown = 3;

const What = ({ rule: { tables } }: { rule: Rule }) => {
  const { t } = useText();
  const names = tables.map(({ as }) => t(`rights.table.${as}` as MessageKey));
  if (names.length <= tablesShown) return names.join(', ');
  return (
    <details>
      <summary>{t('rights.retention.tables', { name: names[0] ?? '', count: names.length - 1 })}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
};

const Now = ({ rule }: { rule: Rule }) => {
  const { t, day, number } = useText();
  return (
    <>
      {number(rule.count)}{' '}
      {rule.oldestOn ? (
        <span className="quiet">{t('rights.retention.oldest', { day: day(rule.oldestOn) })}</span>
      ) : null}{' '}
      {rule.isOurs || rule.count === 0 ? null : <span className="quiet">{t('rights.retention.byOperator')}</span>}
    </>
  );
};

const Rules = ({ rules }: Pick<Loaded, 'rules'>) => {
  const { t, number } = useText();
  const columns = (['what', 'now', 'days', 'from', 'source'] as const).map((key) => ({
    key,
    label: t(`rights.retention.${key}`),
    isNumber: key === 'days',
  }));
  const rows = rules.reduce((sum, { count }) => sum + count, 0);
  return (
    <Table
      caption={t('rights.retention.caption', { count: rules.length, rows })}
      columns={columns}
      rows={rules.map((rule) => ({
        key: rule.key,
        cells: [
          <What key="what" rule={rule} />,
          <Now key="now" rule={rule} />,
          number(rule.days),
          t(`rights.retention.from.${rule.why}`),
          rule.source,
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
  const { rules, runs } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rights.retention.title')} lead={t('rights.retention.lead')} wide>
      <Title>{t('rights.retention.title')}</Title>
      <Rules rules={rules} />
      <Runs runs={runs} />
    </Page>
  );
}
