import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { SearchForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { type BusinessLine, listBusinesses, listBusinessesInput, type Show } from '../list-businesses.ts';

export const handle: PageHandle = { roles: ['businessAdviser'] };

export const loader = pageLoader(async (page) => {
  const search = page.asked('search');
  const show: Show = page.query.get('show') === 'quiet' ? 'quiet' : 'all';
  const input = listBusinessesInput.safeParse({ page: pageNumber(page.query), search, show });
  return { search, show, ...(await page.run(listBusinesses, input.data ?? listBusinessesInput.parse({}))) };
});

const Tabs = ({ show }: { show: Show }) => {
  const { t } = useText();
  return (
    <nav className="tabs" aria-label={t('business.desk.show')}>
      <ul>
        {(['all', 'quiet'] as const).map((one) => (
          <li key={one}>
            <a href={`/businesses?show=${one}`} aria-current={one === show ? 'page' : undefined}>
              {t(`business.desk.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const BusinessTable = ({ businesses }: { businesses: readonly BusinessLine[] }) => {
  const { t, number } = useText();
  const columns = [
    { key: 'name', label: t('business.desk.name') },
    { key: 'area', label: t('business.desk.area') },
    { key: 'open', label: t('business.desk.open'), isNumber: true },
    { key: 'yes', label: t('business.desk.yes'), isNumber: true },
    { key: 'code', label: t('business.code') },
  ];
  const rows = businesses.map(({ id, name, businessCode, area, openCount, yesCount }) => ({
    key: id,
    cells: [
      <a key={id} href={`/businesses/${id}`}>
        {name}
      </a>,
      area,
      number(openCount),
      number(yesCount),
      businessCode,
    ],
  }));
  return <Table caption={t('business.desk.caption')} columns={columns} rows={rows} />;
};

export default function Businesses() {
  const { businesses, page, hasMore, search, show } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('business.desk.title')} lead={t('business.desk.lead')} wide>
      <Title>{t('nav.businesses')}</Title>
      <Tabs show={show} />
      <SearchForm>
        <input type="hidden" name="show" value={show} />
        <TextInput name="search" label={t('business.desk.search')} value={search} />
        <Send kind="secondary">{t('business.needs.find')}</Send>
      </SearchForm>
      {businesses.length === 0 ? (
        <Empty>{search ? t('business.desk.nothing', { search }) : t(`business.desk.${show}Empty`)}</Empty>
      ) : (
        <BusinessTable businesses={businesses} />
      )}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
