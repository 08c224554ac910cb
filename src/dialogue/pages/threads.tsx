import { useLoaderData } from 'react-router';
import { Card, Cards } from '../../web/components/cards.tsx';
import { State } from '../../web/components/facts.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readThreads, type ThreadLine } from '../read-threads.ts';
import { StandingTag } from './thread-standing.tsx';

export const handle: PageHandle = { roles: ['customer', 'businessContact'] };

export const loader = pageLoader(async (page) => {
  const list = await page.run(readThreads, { page: pageNumber(page.query) });
  return { ...list, isCustomer: page.actor.role === 'customer' };
});

const Line = ({ thread }: { thread: ThreadLine }) => {
  const { t, time } = useText();
  // The business of a yes taken back: what was written is no longer theirs to see.
  const isHidden = thread.standing === 'withdrawn' && thread.with === '';
  const latest = thread.latest?.isOurs ? t('dialogue.you', { text: thread.latest.text }) : thread.latest?.text;
  return (
    <Card to={isHidden ? undefined : `/threads/${thread.id}`} title={thread.with || t('dialogue.customer')}>
      <p>
        {thread.challengeTitle} <StandingTag standing={thread.standing} />
        {thread.unread > 0 ? (
          <>
            {' '}
            <State kind="care">{t('dialogue.unread', { count: thread.unread })}</State>
          </>
        ) : null}
      </p>
      {isHidden ? null : <p className="card__latest">{latest ?? t('dialogue.nothingWritten')}</p>}
      <p className="quiet">{time(thread.latestAt)}</p>
    </Card>
  );
};

export default function Threads() {
  const { threads, page, hasMore, isCustomer } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      title={t('dialogue.list.title')}
      lead={isCustomer ? t('dialogue.list.leadCustomer') : t('dialogue.list.leadBusiness')}
    >
      <Title>{t('nav.threads')}</Title>
      {threads.length === 0 ? (
        <Empty>
          <p>{isCustomer ? t('dialogue.list.emptyCustomer') : t('dialogue.list.emptyBusiness')}</p>
          <a href={isCustomer ? '/matches' : '/challenges'}>{isCustomer ? t('nav.matches') : t('nav.challenges')}</a>
        </Empty>
      ) : (
        <Cards>
          {threads.map((thread) => (
            <Line key={thread.id} thread={thread} />
          ))}
        </Cards>
      )}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
