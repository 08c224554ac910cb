import { useLoaderData } from 'react-router';
import { professionalKinds } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { noticeAbouts } from '../../kernel/notices/kinds.ts';
import { type NoticeLine, readCustomerNotices } from '../../kernel/notices/read-notices.ts';
import { Table } from '../components/desk.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { Older } from '../components/pager.tsx';
import { NoticeStanding, ReachNote } from '../components/reach-words.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: professionalKinds };

export const loader = pageLoader((page) => {
  const before = page.query.get('before');
  return page.run(readCustomerNotices, {
    customerId: page.param('customerId'),
    before: isId(before) ? before : undefined,
  });
});

const Notices = ({ notices }: { notices: readonly NoticeLine[] }) => {
  const { t, time } = useText();
  const columns = (['what', 'channel', 'state', 'at'] as const).map((key) => ({
    key,
    label: t(`reach.log.${key}`),
  }));
  const rows = notices.map((notice) => ({
    key: notice.id,
    cells: [
      t(`reach.about.${noticeAbouts.find((about) => about === notice.about) ?? 'other'}`),
      t(`reach.channel.${notice.channel}`),
      <NoticeStanding key="state" notice={notice} />,
      time(notice.madeAt),
    ],
  }));
  return <Table caption={t('reach.log.caption', { count: notices.length })} columns={columns} rows={rows} />;
};

export default function SentToCustomer() {
  const { customer, trouble, notices, hasMore } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('reach.log.title', { name: customer.name })} lead={t('reach.log.lead')} wide>
      <Title within={customer.name}>{t('reach.log.short')}</Title>
      <ReachNote trouble={trouble} who="other" />
      {notices.length === 0 ? <Empty>{t('reach.log.none')}</Empty> : <Notices notices={notices} />}
      <Older before={hasMore ? (notices.at(-1)?.id ?? null) : null} />
    </Page>
  );
}
