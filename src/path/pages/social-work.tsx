import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { State } from '../../web/components/facts.tsx';
import { SearchForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readSocialCaseload, readSocialCaseloadInput, type SocialCustomer } from '../social/read-social-caseload.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader(async (page) => {
  const asked = readSocialCaseloadInput.safeParse(Object.fromEntries(page.query));
  const input = asked.data ?? readSocialCaseloadInput.parse({});
  return { ...(await page.run(readSocialCaseload, input)), name: input.name };
});

const Customers = ({ customers, caption }: { customers: readonly SocialCustomer[]; caption: string }) => {
  const { t, day } = useText();
  const columns = (['name', 'area', 'since', 'plan', 'waits'] as const).map((key) => ({
    key,
    label: t(`path.social.${key}`),
  }));
  const rows = customers.map(({ customerId, name, area, since, plan, waitsForMe }) => ({
    key: customerId,
    cells: [
      <a key="name" href={`/social-work/${customerId}`}>
        {name}
      </a>,
      area,
      day(since),
      plan === null ? t('path.social.noPlan') : t(`path.kind.${plan}`),
      waitsForMe ? (
        <State key="waits" kind="care">
          {t('path.social.waitsForMe')}
        </State>
      ) : (
        ''
      ),
    ],
  }));
  return <Table caption={caption} columns={columns} rows={rows} />;
};

export default function SocialWork() {
  const { customers, page, found, all, name } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('path.caseload.title', { count: all })} lead={t('path.social.lead')} wide>
      <Title>{t('nav.socialWork')}</Title>
      {all === 0 ? (
        <Empty>{t('path.social.empty')}</Empty>
      ) : (
        <>
          <search>
            <SearchForm>
              <TextInput name="name" label={t('path.caseload.findName')} value={name} />
              <Send kind="secondary">{t('path.caseload.search')}</Send>
            </SearchForm>
          </search>
          {found === 0 ? (
            <Empty>
              <p>{t('path.caseload.found', { count: 0 })}</p>
              <a href="/social-work">{t('path.caseload.showAll')}</a>
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
