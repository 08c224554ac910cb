import { useLoaderData } from 'react-router';
import { Press, Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { PostForm, TextArea } from '../../web/components/form.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { markRead, markReadInput } from '../mark-read.ts';
import { type MessageView, readThread, type ThreadView } from '../read-thread.ts';
import { writeMessage, writeMessageInput } from '../write-message.ts';
import { StandingTag } from './thread-standing.tsx';

export const handle: PageHandle = { roles: ['customer', 'businessContact'] };

export const loader = pageLoader(async (page) => ({
  thread: await page.run(readThread, { threadId: page.param('threadId'), before: page.query.get('before') }),
  isLatest: !page.query.has('before'),
}));

const labels = { text: 'dialogue.write' } as const;

export const action = formAction(async (page, form) => {
  const threadId = page.param('threadId');
  const newestId = form.text('newestId') || null;
  if (form.text('do') === 'markRead') {
    await page.run(markRead, form.read(markReadInput, { threadId, upTo: newestId }));
    return goTo(`/threads/${threadId}`, 'saved');
  }
  const message = { threadId, text: form.text('text'), readUpTo: newestId };
  await page.run(writeMessage, form.read(writeMessageInput, message));
  return goTo(`/threads/${threadId}`, 'sent');
}, labels);

const Message = ({ message }: { message: MessageView }) => {
  const { t, time } = useText();
  const author = message.isMine ? t('dialogue.me') : message.author || t('dialogue.customer');
  return (
    <li className={message.isMine ? 'message message--mine' : 'message'}>
      <p className="message__by">
        <strong>{author}</strong> <span className="quiet">{time(message.at)}</span>
      </p>
      <p className="words">{message.text}</p>
    </li>
  );
};

const Messages = ({ thread, isLatest }: { thread: ThreadView; isLatest: boolean }) => {
  const { t } = useText();
  return (
    <>
      {thread.earlier ? <a href={`?before=${thread.earlier}`}>{t('dialogue.earlier')}</a> : null}
      {thread.messages.length === 0 && thread.standing !== 'withdrawn' ? (
        <Empty>{t('dialogue.empty', { with: thread.with })}</Empty>
      ) : null}
      {thread.messages.length === 0 ? null : (
        <ol className="messages">
          {thread.messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
      {isLatest ? null : <a href={`/threads/${thread.id}`}>{t('dialogue.latest')}</a>}
    </>
  );
};

const MarkRead = ({ thread }: { thread: ThreadView }) => {
  const { t } = useText();
  if (thread.unread === 0) return null;
  return (
    <p className="mark-read">
      <span>{t('dialogue.unread', { count: thread.unread })}</span>
      <Press kind="tertiary" small fields={{ do: 'markRead', newestId: thread.newestId ?? '' }}>
        {t('dialogue.markRead')}
      </Press>
    </p>
  );
};

const Write = ({ thread }: { thread: ThreadView }) => {
  const { t } = useText();
  const failure = useFailure();
  if (thread.standing === 'withdrawn') return <Empty>{t('dialogue.closed')}</Empty>;
  return (
    <PostForm failure={failure}>
      <input type="hidden" name="newestId" value={thread.newestId ?? ''} />
      <TextArea name="text" label={t('dialogue.write')} hint={t('dialogue.writeHint')} rows={5} most={4000} />
      <Send>{t('dialogue.send')}</Send>
    </PostForm>
  );
};

/** What became of the challenge the thread is about, and that one can go on. */
const About = ({ thread: { standing } }: { thread: ThreadView }) => {
  const { t } = useText();
  if (standing === 'open') return null;
  return (
    <p>
      <StandingTag standing={standing} /> {standing === 'withdrawn' ? null : t(`dialogue.about.${standing}`)}
    </p>
  );
};

export default function Thread() {
  const { thread, isLatest } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      title={thread.with || t('dialogue.customer')}
      lead={t('dialogue.about', { challenge: thread.challengeTitle })}
    >
      <Title within={t('nav.threads')}>
        {[thread.with || t('dialogue.customer'), thread.challengeTitle].join(', ')}
      </Title>
      <About thread={thread} />
      <Messages thread={thread} isLatest={isLatest} />
      {isLatest ? <MarkRead thread={thread} /> : null}
      {isLatest ? <Write thread={thread} /> : null}
    </Page>
  );
}
