import { useLoaderData } from 'react-router';
import { readDay } from '../../kernel/clock.ts';
import { type ChainState, type LogLine, readChainState, readCityUseLog } from '../../kernel/use-log.ts';
import type { MessageKey } from '../../messages/index.ts';
import { Send } from '../components/actions.tsx';
import { Table } from '../components/desk.tsx';
import { State } from '../components/facts.tsx';
import { DayInput, TextInput } from '../components/form.tsx';
import { Empty, Page, Section, Title } from '../components/layout.tsx';
import { Older } from '../components/pager.tsx';
import { useLogWords } from '../log-words.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async ({ run, query }) => {
  const asked = (name: string) => (query.get(name) ?? '').trim().slice(0, 200);
  const search = {
    person: asked('person'),
    customerId: asked('customer'),
    day: readDay(asked('day')),
    before: asked('before'),
  };
  return {
    search,
    ...(await run(readCityUseLog, search)),
    chain: await run(readChainState, { isWalked: query.has('walk') }),
  };
});

const Search = () => {
  const { search } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <form method="get" className="filters">
      <TextInput name="person" label={t('cityLog.person')} value={search.person} />
      <TextInput name="customer" label={t('cityLog.customer')} value={search.customerId} />
      <DayInput name="day" label={t('cityLog.day')} value={search.day} />
      <Send kind="secondary">{t('list.search')}</Send>
    </form>
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
      {chain.walk ? <WalkFound walk={chain.walk} /> : null}
      <form method="get">
        <Send kind="secondary" name="walk" value="yes">
          {t('cityLog.walk')}
        </Send>
      </form>
    </Section>
  );
};

const Lines = ({ lines }: { lines: LogLine[] }) => {
  const { t, time } = useText();
  const { role, why } = useLogWords();
  const columns = (['who', 'at', 'what', 'whose', 'because'] as const).map((key) => ({
    key,
    label: t(`cityLog.${key}`),
  }));
  return (
    <Table
      caption={t('cityLog.caption', { count: lines.length })}
      columns={columns}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <span key="who">
            {line.personName} <span className="quiet">{role(line.role)}</span>
          </span>,
          time(line.at),
          <span key="what">
            {t(`section.${line.section}` as MessageKey)}: {t(`action.${line.action}` as MessageKey)}{' '}
            {line.isAllowed ? null : <State kind="care">{t('cityLog.refused')}</State>}
          </span>,
          line.customerId ? (
            <a key="whose" href={`?customer=${line.customerId}`}>
              {line.customerId.slice(-12)}
            </a>
          ) : (
            ''
          ),
          why(line.why) || line.why,
        ],
      }))}
    />
  );
};

export default function CityUseLog() {
  const { lines, before } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('cityLog.title')} lead={t('cityLog.lead')} wide>
      <Title>{t('cityLog.title')}</Title>
      <Search />
      {lines.length === 0 ? <Empty>{t('cityLog.none')}</Empty> : <Lines lines={lines} />}
      <Older before={before} />
      <Chain />
    </Page>
  );
}
