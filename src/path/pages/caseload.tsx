import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { State } from '../../web/components/facts.tsx';
import { Pick, SearchForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { caseloadFilters } from '../caseload.ts';
import { type CaseloadLine, readCaseload, readCaseloadInput } from '../read-caseload.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const asked = readCaseloadInput.safeParse(Object.fromEntries(page.query));
  const input = asked.data ?? readCaseloadInput.parse({});
  return { ...(await page.run(readCaseload, input)), show: input.show, name: input.name };
});

const Filters = ({ show, name }: { show: string; name: string }) => {
  const { t } = useText();
  return (
    <search>
      <SearchForm>
        <Pick
          name="show"
          label={t('path.caseload.show')}
          value={show}
          options={caseloadFilters.map((filter) => ({ value: filter, label: t(`path.show.${filter}`) }))}
        />
        <TextInput name="name" label={t('path.caseload.findName')} value={name} />
        <Send kind="secondary">{t('path.caseload.search')}</Send>
      </SearchForm>
    </search>
  );
};

const Waiting = ({ customer }: { customer: CaseloadLine }) => {
  const { t } = useText();
  const { waitsForMe, waitsForCustomer } = customer;
  return (
    <>
      {waitsForMe > 0 ? <State kind="care">{t('path.caseload.forMe', { count: waitsForMe })}</State> : null}
      {waitsForMe > 0 && waitsForCustomer > 0 ? ' ' : null}
      {waitsForCustomer > 0 ? t('path.caseload.forCustomer', { count: waitsForCustomer }) : null}
    </>
  );
};

const LatestYes = ({ yes }: { yes: CaseloadLine['latestYes'] }) => {
  const { time } = useText();
  if (yes === null) return null;
  return (
    <>
      {yes.businessName}: {yes.title} <span className="quiet">{time(yes.answeredAt)}</span>
    </>
  );
};

const Customers = ({ customers, caption }: { customers: readonly CaseloadLine[]; caption: string }) => {
  const { t, number } = useText();
  const columns = [
    { key: 'name', label: t('path.caseload.name') },
    { key: 'area', label: t('path.caseload.area') },
    { key: 'skills', label: t('path.caseload.skills'), isNumber: true },
    { key: 'yes', label: t('path.caseload.yes') },
    { key: 'waits', label: t('path.caseload.waits') },
  ];
  const rows = customers.map((customer) => ({
    key: customer.customerId,
    cells: [
      <a key="name" href={`/customers/${customer.customerId}`}>
        {customer.name}
      </a>,
      customer.area,
      customer.keptSkills === null ? t('path.caseload.noConsent') : number(customer.keptSkills),
      <LatestYes key="yes" yes={customer.latestYes} />,
      <Waiting key="waits" customer={customer} />,
    ],
  }));
  return <Table caption={caption} columns={columns} rows={rows} />;
};

export default function Caseload() {
  const { customers, page, found, all, show, name } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('path.caseload.title', { count: all })} lead={t('path.caseload.lead')} wide>
      <Title>{t('nav.caseload')}</Title>
      {all === 0 ? (
        <Empty>
          <p>{t('path.caseload.empty')}</p>
          <a href="/without-adviser">{t('nav.withoutAdviser')}</a>
        </Empty>
      ) : (
        <>
          <Filters show={show} name={name} />
          {found === 0 ? (
            <Empty>
              <p>{t('path.caseload.found', { count: 0 })}</p>
              <a href="/caseload">{t('path.caseload.showAll')}</a>
            </Empty>
          ) : (
            <Customers customers={customers} caption={t('path.caseload.found', { count: found })} />
          )}
          <Pager page={page} total={found} />
        </>
      )}
    </Page>
  );
}
