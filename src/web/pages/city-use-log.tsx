import { useLoaderData } from 'react-router';
import { dayFault, dayIn, readDay } from '../../kernel/clock.ts';
import { type ChainState, readChainState, readCityUseLog } from '../../kernel/use-log.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Send } from '../components/actions.tsx';
import { Table } from '../components/desk.tsx';
import { State } from '../components/facts.tsx';
import { DayInput, SearchForm, TextInput } from '../components/form.tsx';
import { Empty, Page, Section, Title } from '../components/layout.tsx';
import { Older } from '../components/pager.tsx';
import { groupLines, type LogRow } from '../group-looks.ts';
import { useLogWords } from '../log-words.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async ({ run, query, asked, city }) => {
  const search = {
    person: asked('person'),
    customerId: asked('customer'),
    day: readDay(asked('day')),
    before: asked('before'),
  };
  const { lines, ...more } = await run(readCityUseLog, search);
  const timeZone = city?.timeZone ?? 'Europe/Helsinki';
  return {
    search,
    timeZone,
    ...more,
    count: lines.length,
    lines: groupLines(lines, timeZone),
    chain: await run(readChainState, { isWalked: query.has('walk') }),
  };
});

const Search = () => {
  const { search } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <SearchForm>
      <TextInput name="person" label={t('cityLog.person')} value={search.person} />
      <TextInput name="customer" label={t('cityLog.customer')} value={search.customerId} />
      <DayInput name="day" label={t('cityLog.day')} value={search.day} />
      <Send kind="secondary">{t('list.search')}</Send>
    </SearchForm>
  );
};

const WalkFound = ({ walk }: { walk: NonNullable<ChainState['walk']> }) => {
  const { t } = useText();
  if (walk.fault === null)
    return (
      <p role="status">
        <State kind="good">{t('cityLog.whole')}</State> {t('cityLog.walked', { rows: walk.rows })}
      </p>
    );
  return (
    <p role="status">
      <State kind="bad">{t('cityLog.broken')}</State> {t(`cityLog.${walk.fault.what}`, { row: walk.fault.seq })}{' '}
      <code>{walk.fault.logId}</code>
    </p>
  );
};

const Chain = () => {
  const { chain } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Section title={t('cityLog.chain')}>
      <p>
        {chain.sealedAt === null
          ? t('cityLog.noSeals')
          : t('cityLog.sealed', { rows: chain.sealed, at: time(chain.sealedAt) })}
      </p>
      <Send kind="secondary" name="walk" value="yes" isOutside>
        {t('cityLog.walk')}
      </Send>
    </Section>
  );
};

const Whose = ({ customerIds }: Pick<LogRow, 'customerIds'>) => {
  const { t } = useText();
  const links = customerIds.map((id) => (
    <a key={id} href={`?customer=${id}`}>
      {id.slice(-12)}
    </a>
  ));
  if (links.length < 2) return links;
  return (
    <details>
      <summary>{t('cityLog.customers', { count: links.length })}</summary>
      <ul>
        {links.map((link) => (
          <li key={link.key}>{link}</li>
        ))}
      </ul>
    </details>
  );
};

const When = ({ line: { at, count, first, last } }: { line: LogRow }) => {
  const { timeZone } = useLoaderData<typeof loader>();
  const { t, day, time, clock } = useText();
  const [from, to] = [clock(first, timeZone), clock(last, timeZone)];
  if (from === to) return time(at);
  return t('cityLog.often', { day: day(dayIn(timeZone, new Date(at))), count, from, to });
};

const Lines = () => {
  const { lines, count } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { role, why } = useLogWords();
  const columns = (['who', 'at', 'what', 'whose', 'because'] as const).map((key) => ({
    key,
    label: t(`cityLog.${key}`),
  }));
  return (
    <Table
      caption={t('cityLog.caption', { count, rows: lines.length })}
      columns={columns}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <span key="who">
            {line.personName} <span className="quiet">{role(line.role)}</span>
          </span>,
          <When key="at" line={line} />,
          <span key="what">
            {t(`section.${line.section}` as MessageKey)}: {t(`action.${line.action}` as MessageKey)}{' '}
            {line.isAllowed ? null : <State kind="care">{t('cityLog.refused')}</State>}
          </span>,
          <Whose key="whose" customerIds={line.customerIds} />,
          why(line.why) || line.why,
        ],
      }))}
    />
  );
};

const Found = () => {
  const { lines, search } = useLoaderData<typeof loader>();
  const { t } = useText();
  const fault = search.day === '' ? null : dayFault(search.day);
  if (fault) return <Empty>{t(fault)}</Empty>;
  return lines.length === 0 ? <Empty>{t('cityLog.none')}</Empty> : <Lines />;
};

export default function CityUseLog() {
  const { before, chain, search } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('cityLog.title')} lead={t('cityLog.lead')} wide>
      <Title>{t('cityLog.title')}</Title>
      {chain.walk ? <WalkFound walk={chain.walk} /> : null}
      <Search />
      <Found />
      {search.customerId === '' ? null : (
        <p>
          <a href={`/customers/${search.customerId}/protection`}>{t('rights.protect.link')}</a>
        </p>
      )}
      <Older before={before} />
      <Chain />
    </Page>
  );
}
