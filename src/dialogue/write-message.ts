import { z } from 'zod';
import { newId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { markOthersRead } from './mark-read.ts';
import { loadThread, sideOf } from './thread-access.ts';

export const messageInput = z.object({
  text: words(4000),
  /** The newest message the writer had before them: up to it, the other side's are marked as read. */
  readUpTo: z.uuid().nullable().default(null),
});

export const writeMessageInput = messageInput.extend({ threadId: z.string() });

/**
 * Writes to the other side. Throws notFound for a thread that is not the actor's, withdrawn or notNow when the customer has taken their
 * yes back and nobody would read it.
 */
export const writeMessage = async (work: Work, input: z.infer<typeof writeMessageInput>): Promise<{ id: string }> => {
  const { threadId, text, readUpTo } = input;
  const { tx, cityId, now, actor } = work;
  const thread = await loadThread(work, threadId, { action: 'write', why: 'message' });
  if (thread.standing === 'withdrawn') throw new Problem('notNow');
  const id = newId();
  await tx
    .insertInto('message')
    .values({
      cityId,
      id,
      threadId: thread.id,
      authorId: actor.personId,
      side: sideOf(actor),
      text,
      at: now,
      readAt: null,
    })
    .execute();
  await tx
    .updateTable('thread')
    .set({ latestAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', thread.id)
    .execute();
  if (readUpTo !== null) await markOthersRead(work, { threadId: thread.id, upTo: readUpTo });
  work.emit('messageWritten', { messageId: id, threadId: thread.id });
  return { id };
};
