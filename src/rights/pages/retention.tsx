import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Send } from '../../web/components/actions.tsx';
import { More } from '../../web/components/confirm.tsx';
import { Table } from '../../web/components/desk.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Pick as Choose, DayInput, PostForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { termIn } from '../../web/term-in-form.ts';
import { useText } from '../../web/text.tsx';
import { decideTerm, termInput } from '../retention/decide-term.ts';
import { readRetention } from '../retention/read-retention.ts';
import { retentionTerms } from '../retention/retention-terms.ts';

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

export const action = formAction(
  async (page, form) => {
    await page.run(decideTerm, form.read(termInput, termIn(form)));
    return goTo('/retention', 'saved');
  },
  {
    ...{ name: 'rights.retention.change.name', fromOn: 'rights.retention.change.from' },
    ...{ value: 'rights.retention.days', source: 'rights.retention.source' },
  },
);

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

/** What the city decides otherwise; which names stand in the law's way is said when it is sent. */
const Change = () => {
  const { t } = useText();
  const failure = useFailure();
  const options = retentionTerms.map((name) => ({ value: name, label: t(`rights.term.${name}`) }));
  return (
    <More label={t('rights.retention.change')} isOpen={failure !== undefined}>
      <PostForm failure={failure}>
        <Choose name="name" label={t('rights.retention.change.name')} options={options} />
        <TextInput name="value" label={t('rights.retention.days')} inputMode="numeric" />
        <DayInput name="fromOn" label={t('rights.retention.change.from')} />
        <TextInput name="source" label={t('rights.retention.source')} hint={t('rights.retention.change.hint')} />
        <Send>{t('rights.retention.change.send')}</Send>
      </PostForm>
    </More>
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
      <Change />
      <Runs runs={runs} />
    </Page>
  );
}
