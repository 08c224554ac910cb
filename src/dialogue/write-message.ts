import { z } from 'zod';
import { giveFiles } from '../kernel/files/give-files.ts';
import { newId } from '../kernel/ids.ts';
import { tellChange } from '../kernel/live/change.ts';
import { badField } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { findDraft, forgetDraft } from './drafts.ts';
import { markOthersRead } from './mark-read.ts';
import { owesReply, replied } from './promise/owes-reply.ts';
import { loadThread, refuseClosed, sideOf } from './thread-access.ts';
import type { ThreadFacts } from './thread-columns.ts';

export const messageInput = z.object({
  /** May be empty where files go along. */
  text: words(4000, { least: 0 }),
  /** The newest message the writer had before them: up to it, the other side's are marked as read. */
  readUpTo: z.uuid().nullable().default(null),
  /** A professional wants to see when it has been read; the reader is told so. Nothing to anybody else. */
  wantsReceipt: z.boolean().optional(),
});

export const writeMessageInput = messageInput.extend({ threadId: z.string() });

type Written = { text: string; wantsReceipt?: boolean; fileIds?: readonly string[] };

/** Writes into a thread that has been authorised and in which one may write, and tells the other side. */
export const addMessage = async (
  work: Work,
  thread: Pick<ThreadFacts, 'id' | 'customerId' | 'role'>,
  { text, wantsReceipt = false, fileIds = [] }: Written,
): Promise<{ id: string }> => {
  const { tx, cityId, now, actor } = work;
  const side = sideOf(actor);
  const id = newId();
  await tx
    .insertInto('message')
    .values({
      ...{ cityId, id, threadId: thread.id, authorId: actor.personId, side, text, at: now, readAt: null },
      wantsReceipt: wantsReceipt && side === 'professional',
    })
    .execute();
  if (fileIds.length > 0) {
    await giveFiles(tx, { cityId, customerId: thread.customerId }, fileIds);
    await tx
      .insertInto('messageFile')
      .values(fileIds.map((fileId) => ({ cityId, messageId: id, fileId })))
      .execute();
  }
  await tx
    .updateTable('thread')
    .set({ latestAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', thread.id)
    .execute();
  const sent = { about: 'message', thingId: thread.id } as const;
  if (side === 'customer' && thread.role === 'adviser')
    await owesReply(work, { ...sent, customerId: thread.customerId });
  if (side === 'professional') await replied(work, sent);
  await tellChange(tx, { cityId, topic: 'thread', id: thread.id });
  work.emit('messageWritten', { messageId: id, threadId: thread.id });
  return { id };
};

/**
 * Writes to the other side; the files of the writer's draft go along, and the draft is gone. Throws notFound for a thread that is not the actor's,
 * withdrawn or notNow where nobody would read it, badInput (`text`) where there is neither a word nor a file.
 */
export const writeMessage = async (work: Work, input: z.infer<typeof writeMessageInput>): Promise<{ id: string }> => {
  const thread = await loadThread(work, input.threadId, { action: 'write', why: 'message' });
  refuseClosed(thread);
  const draft = await findDraft(work, thread.id);
  const fileIds = (draft?.files ?? []).map(({ id }) => id);
  if (input.text === '' && fileIds.length === 0) throw badField('text', 'form.required');
  const written = await addMessage(work, thread, { ...input, fileIds });
  if (draft) await forgetDraft(work, thread.id);
  if (input.readUpTo !== null) await markOthersRead(work, { threadId: thread.id, upTo: input.readUpTo });
  return written;
};
