import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../kernel/ids.ts';
import { tellChange } from '../kernel/live/change.ts';
import type { Work } from '../kernel/work.ts';
import { loadThread, sideOf } from './thread-access.ts';

export const markReadInput = z.object({
  threadId: z.string(),
  /** The newest message on the page when it was shown; what came after stays unread. Everything when left out. */
  upTo: z.string().nullable().default(null),
});

/**
 * Marks the other side's messages as read: for the actor, up to where they have; and for their side, which is when a receipt is given. The thread must have
 * been authorised.
 */
export const markOthersRead = async (work: Work, { threadId, upTo }: z.infer<typeof markReadInput>): Promise<void> => {
  const { tx, cityId, actor, now } = work;
  const chosen = isId(upTo) ? sql`and o.id = ${upTo}` : sql``;
  const last = sql`(select o.at, o.id from message o where o.city_id = ${cityId} and o.thread_id = ${threadId} ${chosen}
    order by o.at desc, o.id desc limit 1)`;
  await sql`
    insert into thread_reader (city_id, thread_id, person_id, at, message_id)
    select ${cityId}, ${threadId}, ${actor.personId}, o.at, o.id from ${last} o
    on conflict (city_id, thread_id, person_id) do update set at = excluded.at, message_id = excluded.message_id
    where (thread_reader.at, thread_reader.message_id) < (excluded.at, excluded.message_id)`.execute(tx);
  await sql`
    update message set read_at = ${now}
    where city_id = ${cityId} and thread_id = ${threadId} and side <> ${sideOf(actor)} and read_at is null
      and (at, id) <= ${last}`.execute(tx);
};

/** Says that what the other side has written has been read. Throws notFound for a thread that is not the actor's. */
export const markRead = async (work: Work, input: z.infer<typeof markReadInput>): Promise<void> => {
  const thread = await loadThread(work, input.threadId, { action: 'write', why: 'marked messages as read' });
  await markOthersRead(work, { threadId: thread.id, upTo: input.upTo });
  await tellChange(work.tx, { cityId: work.cityId, topic: 'thread', id: thread.id });
};
