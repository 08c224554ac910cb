import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../kernel/ids.ts';
import type { Work } from '../kernel/work.ts';
import { loadThread, otherSide, sideOf } from './thread-access.ts';

export const markReadInput = z.object({
  threadId: z.string(),
  /** The newest message on the page when it was shown; what came after stays unread. Everything when left out. */
  upTo: z.string().nullable().default(null),
});

/** Marks the other side's messages as read, for everybody on the actor's side. The thread must have been authorised. */
export const markOthersRead = async (work: Work, { threadId, upTo }: z.infer<typeof markReadInput>): Promise<void> => {
  const until = isId(upTo)
    ? sql`and (at, id) <= (select o.at, o.id from message o where o.city_id = ${work.cityId} and o.thread_id = ${threadId} and o.id = ${upTo})`
    : sql``;
  await sql`
    update message set read_at = ${work.now}
    where city_id = ${work.cityId} and thread_id = ${threadId} and side = ${otherSide(sideOf(work.actor))} and read_at is null ${until}`.execute(
    work.tx,
  );
};

/** Says that what the other side has written has been read. Throws notFound for a thread that is not the actor's. */
export const markRead = async (work: Work, input: z.infer<typeof markReadInput>): Promise<void> => {
  const thread = await loadThread(work, input.threadId, { action: 'write', why: 'marked messages as read' });
  await markOthersRead(work, { threadId: thread.id, upTo: input.upTo });
};
