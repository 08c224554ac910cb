import { useLoaderData } from 'react-router';
import type { MessageKey } from '../../messages/index.ts';
import { Go, Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { DayInput, SearchForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { findAccounts, readBreach } from '../breach/read-breach.ts';
import { breachAsked } from './parts/breach-asked.ts';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async (page) => {
  const asked = breachAsked(page);
  const name = page.asked('name');
  const accounts = name === '' ? [] : await page.run(findAccounts, { name });
  const [only, ...more] = accounts;
  const accountId = asked.accountId || (more.length === 0 ? (only?.accountId ?? '') : '');
  const report = accountId === '' ? null : await page.run(readBreach, { ...asked, accountId });
  return { ...asked, accountId, name, accounts: accountId === '' ? accounts : [], report };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Search = () => {
  const { name, fromOn, untilOn } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <SearchForm>
      <TextInput name="name" label={t('rights.breach.name')} value={name} />
      <DayInput name="from" label={t('rights.breach.from')} value={fromOn} />
      <DayInput name="until" label={t('rights.breach.until')} value={untilOn} />
      <Send kind="secondary">{t('rights.breach.find')}</Send>
    </SearchForm>
  );
};

const addressOf = ({ fromOn, untilOn }: Pick<Loaded, 'fromOn' | 'untilOn'>, accountId: string): string =>
  new URLSearchParams({ account: accountId, from: fromOn, until: untilOn }).toString();

const Accounts = () => {
  const loaded = useLoaderData<typeof loader>();
  const { t } = useText();
  if (loaded.accounts.length === 0) return loaded.name === '' ? null : <Empty>{t('rights.breach.nobody')}</Empty>;
  return (
    <Section title={t('rights.breach.which')}>
      <ul>
        {loaded.accounts.map(({ accountId, name, roles }) => (
          <li key={accountId}>
            <a href={`/breach?${addressOf(loaded, accountId)}`}>{name}</a>{' '}
            <span className="quiet">{roles.map((role) => t(`role.${role}` as MessageKey)).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Report = ({ report }: { report: NonNullable<Loaded['report']> }) => {
  const { t, day, time, number } = useText();
  const columns = (['who', 'looked', 'exported', 'changed', 'sections', 'when'] as const).map((key) => ({
    key,
    label: t(`rights.breach.${key}`),
    isNumber: key === 'looked' || key === 'exported' || key === 'changed',
  }));
  const of = { name: report.names.join(', '), from: day(report.fromOn), until: day(report.untilOn) };
  return (
    <Section title={t('rights.breach.of', of)}>
      {report.people.length === 0 ? (
        <Empty>{t('rights.breach.caption', { count: 0 })}</Empty>
      ) : (
        <Table
          caption={t('rights.breach.caption', { count: report.people.length })}
          columns={columns}
          rows={report.people.map((one) => ({
            key: one.customerId,
            cells: [
              <span key="who">
                {one.name || t('rights.breach.erased')} <code>{one.customerId.slice(-12)}</code>
              </span>,
              number(one.looked),
              number(one.exported),
              number(one.changed),
              one.sections.map((section) => t(`section.${section}` as MessageKey)).join(', '),
              `${time(one.firstAt)} – ${time(one.lastAt)}`,
            ],
          }))}
        />
      )}
      {report.refused > 0 ? <p className="quiet">{t('rights.breach.refused', { count: report.refused })}</p> : null}
      {report.people.length > 0 ? (
        <Go to={`/breach/file?${addressOf(report, report.accountId)}`} kind="secondary">
          {t('rights.breach.csv')}
        </Go>
      ) : null}
    </Section>
  );
};

export default function Breach() {
  const { report } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('rights.breach.title')} lead={t('rights.breach.lead')} wide>
      <Title>{t('rights.breach.title')}</Title>
      <Search />
      {report ? <Report report={report} /> : <Accounts />}
    </Page>
  );
}
