import { newId } from '../kernel/ids.ts';
import { tellChange } from '../kernel/live/change.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { letGo, owesReply, replied } from './promise/owes-reply.ts';
import { loadThread, sideOf } from './thread-access.ts';

/** Closes a thread: both read it, nobody writes until one of them opens it again. Throws notFound, or notNow when it is closed or withdrawn already. */
export const closeThread = async (work: Work, { threadId }: { threadId: string }): Promise<void> => {
  const thread = await loadThread(work, threadId, { action: 'write', why: 'closed a conversation' });
  if (thread.standing === 'withdrawn') throw new Problem('notNow');
  const { tx, cityId, now, actor } = work;
  const closed = await tx
    .insertInto('threadClosing')
    .values({
      ...{ cityId, id: newId(), threadId: thread.id, closedAt: now, closedBy: actor.personId },
      closedSide: sideOf(actor),
      ...{ reopenedAt: null, reopenedBy: null, reopenedSide: null },
    })
    .onConflict((conflict) => conflict.columns(['cityId', 'threadId']).where('reopenedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!closed) throw new Problem('notNow');
  // Closed by the customer it needs no answer any more; by a professional it is one, in time or late.
  const sent = { about: 'message', thingId: thread.id } as const;
  await (sideOf(actor) === 'customer' ? letGo(work, sent) : replied(work, sent));
  await tellChange(tx, { cityId, topic: 'thread', id: thread.id });
};

/** Whether the last word of a thread is the customer's. */
const isUnanswered = async ({ tx, cityId }: Work, threadId: string): Promise<boolean> => {
  const latest = await tx
    .selectFrom('message')
    .select('side')
    .where('cityId', '=', cityId)
    .where('threadId', '=', threadId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.side === 'customer';
};

/**
 * Opens a closed thread again, whoever closed it. What the customer wrote last and nobody answered is owed an answer again, counted from now: while it
 * was closed nobody was to answer. Throws notFound, or notNow when it is open.
 */
export const reopenThread = async (work: Work, { threadId }: { threadId: string }): Promise<void> => {
  const thread = await loadThread(work, threadId, { action: 'write', why: 'opened a conversation again' });
  const { tx, cityId, now, actor } = work;
  const opened = await tx
    .updateTable('threadClosing')
    .set({ reopenedAt: now, reopenedBy: actor.personId, reopenedSide: sideOf(actor) })
    .where('cityId', '=', cityId)
    .where('threadId', '=', thread.id)
    .where('reopenedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!opened) throw new Problem('notNow');
  if (thread.role === 'adviser' && (await isUnanswered(work, thread.id)))
    await owesReply(work, { about: 'message', thingId: thread.id, customerId: thread.customerId });
  await tellChange(tx, { cityId, topic: 'thread', id: thread.id });
};
