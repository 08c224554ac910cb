import { useLoaderData } from 'react-router';
import { Actions, Go, Send } from '../../web/components/actions.tsx';
import { Card, Cards } from '../../web/components/cards.tsx';
import { State } from '../../web/components/facts.tsx';
import { SearchForm, TextInput } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { Pager, pageNumber } from '../../web/components/pager.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readThreads, type ThreadLine } from '../read-threads.ts';
import { StandingTag } from './thread-standing.tsx';

export const handle: PageHandle = { roles: ['customer', 'businessContact', 'adviser', 'socialWorker'] };

export const loader = pageLoader(async (page) => {
  const q = page.asked('q').slice(0, 100);
  const list = await page.run(readThreads, { page: pageNumber(page.query), q });
  return { ...list, q, role: page.actor.role };
});

const useTitle = (isCustomer: boolean) => {
  const { t } = useText();
  return ({ with: name, role }: ThreadLine): string => {
    if (name) return name;
    return isCustomer && role ? t(`role.${role}`) : t('dialogue.customer');
  };
};

const Line = ({ thread, isCustomer }: { thread: ThreadLine; isCustomer: boolean }) => {
  const { t, time } = useText();
  const titleOf = useTitle(isCustomer);
  // The business of a yes taken back: what was written is no longer theirs to see.
  const isHidden = thread.standing === 'withdrawn' && thread.with === '';
  const latest = thread.latest?.isOurs ? t('dialogue.you', { text: thread.latest.text }) : thread.latest?.text;
  return (
    <Card to={isHidden ? undefined : `/threads/${thread.id}`} title={titleOf(thread)}>
      <p>
        {thread.subject} <StandingTag standing={thread.standing} />
        {thread.isClosed ? <State kind="plain">{t('dialogue.closing.tag')}</State> : null}
        {thread.unread > 0 ? (
          <>
            {' '}
            <State kind="care">{t('dialogue.unread', { count: thread.unread })}</State>
          </>
        ) : null}
        {thread.hasDraft ? (
          <>
            {' '}
            <State kind="plain">{t('dialogue.draft.tag')}</State>
          </>
        ) : null}
      </p>
      {isHidden ? null : <p className="card__latest">{latest ?? t('dialogue.nothingWritten')}</p>}
      <p className="quiet">
        {isCustomer && thread.role ? `${t(`role.${thread.role}`)}, ` : ''}
        {time(thread.latestAt)}
      </p>
    </Card>
  );
};

const leads = {
  customer: 'dialogue.list.leadCustomer',
  businessContact: 'dialogue.list.leadBusiness',
  adviser: 'dialogue.list.leadProfessional',
  socialWorker: 'dialogue.list.leadProfessional',
} as const;

const empties = {
  customer: { text: 'dialogue.list.emptyCustomer', path: '/matches', key: 'nav.matches' },
  businessContact: { text: 'dialogue.list.emptyBusiness', path: '/challenges', key: 'nav.challenges' },
  adviser: { text: 'dialogue.list.emptyProfessional', path: '/caseload', key: 'nav.caseload' },
  socialWorker: { text: 'dialogue.list.emptyProfessional', path: '/social-work', key: 'nav.socialWork' },
} as const;

type Writer = keyof typeof leads;
const isWriter = (role: string): role is Writer => Object.hasOwn(leads, role);

const Nothing = ({ role, q }: { role: Writer; q: string }) => {
  const { t } = useText();
  if (q) return <Empty>{t('dialogue.search.none', { words: q })}</Empty>;
  const { text, path, key } = empties[role];
  return (
    <Empty>
      <p>{t(text)}</p>
      <a href={path}>{t(key)}</a>
    </Empty>
  );
};

export default function Threads() {
  const { threads, page, hasMore, role, q } = useLoaderData<typeof loader>();
  const { t } = useText();
  const writer = isWriter(role) ? role : 'customer';
  const isCustomer = role === 'customer';
  return (
    <Page title={t('dialogue.list.title')} lead={t(leads[writer])}>
      <Title>{t('nav.threads')}</Title>
      {isCustomer ? (
        <Actions>
          <Go to="/threads/new">{t('dialogue.new.title')}</Go>
        </Actions>
      ) : null}
      <SearchForm>
        <TextInput name="q" label={t('dialogue.search')} value={q} />
        <Send kind="secondary">{t('dialogue.search.do')}</Send>
      </SearchForm>
      {threads.length === 0 ? (
        <Nothing role={writer} q={q} />
      ) : (
        <Cards>
          {threads.map((thread) => (
            <Line key={thread.id} thread={thread} isCustomer={isCustomer} />
          ))}
        </Cards>
      )}
      <Pager page={page} hasMore={hasMore} />
    </Page>
  );
}
