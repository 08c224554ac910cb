import { Press } from '../../../web/components/actions.tsx';
import { useText } from '../../../web/text.tsx';
import type { ClosingView, ThreadView } from '../../read-thread.ts';

const Closing = ({ one }: { one: ClosingView }) => {
  const { t, time } = useText();
  return (
    <>
      <li>
        {t('dialogue.closing.closedBy', { name: one.closedBy || t('dialogue.customer'), at: time(one.closedAt) })}
      </li>
      {one.reopenedAt ? (
        <li>
          {t('dialogue.closing.reopenedBy', {
            name: one.reopenedBy || t('dialogue.customer'),
            at: time(one.reopenedAt),
          })}
        </li>
      ) : null}
    </>
  );
};

/** Who closed the thread and opened it again, and when; and the button with which either side does so. */
export const Closings = ({ thread }: { thread: ThreadView }) => {
  const { t } = useText();
  const canMove = thread.standing !== 'withdrawn' && thread.messages.length > 0;
  if (thread.closings.length === 0 && !canMove) return null;
  return (
    <div className="closings" id="closings">
      {thread.closings.length > 0 ? (
        <ul className="quiet">
          {thread.closings.map((one) => (
            <Closing key={one.closedAt.toISOString()} one={one} />
          ))}
        </ul>
      ) : null}
      {thread.isClosed ? <p>{t('dialogue.closing.isClosed')}</p> : null}
      {canMove ? (
        <Press kind={thread.isClosed ? 'secondary' : 'tertiary'} fields={{ do: thread.isClosed ? 'reopen' : 'close' }}>
          {t(thread.isClosed ? 'dialogue.closing.reopen' : 'dialogue.closing.close')}
        </Press>
      ) : null}
    </div>
  );
};
