import { Empty } from '../../../web/components/layout.tsx';
import { useText } from '../../../web/text.tsx';
import type { MessageView, ThreadView } from '../../read-thread.ts';
import { useFileSize } from './file-words.ts';

/** What the other side of a thread is called where nobody is there, or the name is not told. */
export const useOtherName = () => {
  const { t } = useText();
  return ({
    with: name,
    mySide,
    role,
  }: Pick<ThreadView, 'with' | 'role'> & { mySide: ThreadView['mySide'] }): string => {
    if (name) return name;
    return mySide === 'customer' && role ? t(`role.${role}`) : t('dialogue.customer');
  };
};

const Files = ({ message, threadId }: { message: MessageView; threadId: string }) => {
  const size = useFileSize();
  if (message.files.length === 0) return null;
  return (
    <ul className="message__files">
      {message.files.map((file) => (
        <li key={file.id}>
          <a href={`/threads/${threadId}/files/${file.id}`} download>
            {file.name}
          </a>{' '}
          <span className="quiet">{size(file.size)}</span>
        </li>
      ))}
    </ul>
  );
};

/** Whether the writer has been told that it was read; to its reader, that they want to be. */
const Receipt = ({ message, isOurs }: { message: MessageView; isOurs: boolean }) => {
  const { t, time } = useText();
  if (!message.wantsReceipt) return null;
  if (message.readAt)
    return (
      <p className="quiet">
        {t(isOurs ? 'dialogue.receipt.read' : 'dialogue.receipt.youRead', { at: time(message.readAt) })}
      </p>
    );
  return <p className="quiet">{t(isOurs ? 'dialogue.receipt.notYet' : 'dialogue.receipt.wanted')}</p>;
};

const Message = ({ message, thread }: { message: MessageView; thread: ThreadView }) => {
  const { t, time } = useText();
  const author = message.isMine ? t('dialogue.me') : message.author || t('dialogue.customer');
  return (
    <li className={message.isMine ? 'message message--mine' : 'message'} id={`m${message.id}`}>
      <p className="message__by">
        <strong>{author}</strong> <span className="quiet">{time(message.at)}</span>
      </p>
      {message.text ? <p className="words">{message.text}</p> : null}
      <Files message={message} threadId={thread.id} />
      <Receipt message={message} isOurs={message.side === thread.mySide} />
    </li>
  );
};

/** The messages of a thread, oldest first, with a way to those before and after. */
export const MessageList = ({ thread, isLatest }: { thread: ThreadView; isLatest: boolean }) => {
  const { t } = useText();
  const otherName = useOtherName();
  return (
    <div id="talk">
      {thread.earlier ? <a href={`?before=${thread.earlier}`}>{t('dialogue.earlier')}</a> : null}
      {thread.messages.length === 0 && thread.standing !== 'withdrawn' ? (
        <Empty>{t('dialogue.empty', { with: otherName(thread) })}</Empty>
      ) : null}
      {thread.messages.length === 0 ? null : (
        <ol className="messages">
          {thread.messages.map((message) => (
            <Message key={message.id} message={message} thread={thread} />
          ))}
        </ol>
      )}
      <p>
        <a href={`/threads/${thread.id}`}>{t(isLatest ? 'dialogue.live.show' : 'dialogue.latest')}</a>
      </p>
    </div>
  );
};
