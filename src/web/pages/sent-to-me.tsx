import { useLoaderData } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { readOwnNotices } from '../../kernel/notices/read-notices.ts';
import { Empty, Page, Title } from '../components/layout.tsx';
import { Older } from '../components/pager.tsx';
import { NoticeStanding } from '../components/reach-words.tsx';
import { type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles };

export const loader = pageLoader((page) => {
  const before = page.query.get('before');
  return page.run(readOwnNotices, { before: isId(before) ? before : undefined });
});

export default function SentToMe() {
  const { notices, hasMore } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  return (
    <Page title={t('reach.sent.title')} lead={t('reach.sent.lead')}>
      <Title within={t('account.title')}>{t('reach.sent.title')}</Title>
      {notices.length === 0 ? <Empty>{t('reach.sent.none')}</Empty> : null}
      <ul className="mails">
        {notices.map((notice) => (
          <li key={notice.id}>
            <a href={notice.path} className="move__what">
              {notice.subject}
            </a>
            <span className="quiet">
              {t('reach.sent.line', { channel: t(`reach.channel.${notice.channel}`), at: time(notice.madeAt) })}
            </span>
            <span>
              <NoticeStanding notice={notice} />
            </span>
          </li>
        ))}
      </ul>
      <Older before={hasMore ? (notices.at(-1)?.id ?? null) : null} />
      <p>
        <a href="/reach-me">{t('reach.back')}</a>
      </p>
    </Page>
  );
}
