import { sql } from 'kysely';
import { type Asked, access } from '../kernel/access/access.ts';
import type { Actor } from '../kernel/actor.ts';
import { isId } from '../kernel/ids.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import type { Side } from './tables.ts';
import { type ThreadFacts, threadColumns, threadTables } from './thread-columns.ts';

/** The side an actor writes for. Throws notYourRole for one who has none. */
export const sideOf = (actor: Actor): Side => {
  if (actor.customerId !== null) return 'customer';
  if (actor.businessId !== null) return 'business';
  if (actor.role === 'adviser' || actor.role === 'socialWorker') return 'professional';
  throw new Problem('notYourRole');
};

const findThread = async (work: Work, threadId: string): Promise<ThreadFacts | undefined> => {
  const { rows } = await sql<ThreadFacts>`
    select ${threadColumns(work)} from ${threadTables} where t.city_id = ${work.cityId} and t.id = ${threadId}`.execute(
    work.tx,
  );
  return rows[0];
};

type Gate = Omit<Asked, 'section'>;

/** The business only as long as the yes stands; it is told plainly when it has been taken back. */
const asBusiness = (work: Work, thread: ThreadFacts, asked: Gate): void => {
  const isOurs = work.actor.businessId !== null && work.actor.businessId === thread.businessId;
  if (isOurs && thread.standing === 'withdrawn') {
    work.note({ ...asked, section: 'messages', customerId: thread.customerId, isAllowed: false });
    throw new Problem('withdrawn', { values: { challenge: thread.challengeTitle ?? '' } });
  }
  const relations = isOurs ? (['business'] as const) : [];
  access.authorise(work, { ...asked, section: 'messages', relations, customerId: thread.customerId });
};

/**
 * Loads and authorises a thread in one call. The customer keeps finding it; a business only as long as the yes stands, and is told plainly
 * (withdrawn) when it has been taken back; whoever looks after the customer today in the role it was opened with. Throws notFound for anybody
 * else, and for a thread that is not there.
 */
export const loadThread = async (work: Work, threadId: string, asked: Gate): Promise<ThreadFacts> => {
  const thread = isId(threadId) ? await findThread(work, threadId) : undefined;
  const { role } = work.actor;
  const isOfAnotherSide = role !== 'customer' && role !== 'businessContact' && role !== thread?.role;
  if (!thread || isOfAnotherSide) {
    work.note({ ...asked, section: 'messages', customerId: thread?.customerId ?? null, isAllowed: false });
    throw notFound();
  }
  if (role === 'customer' || thread.role !== null)
    await access.customer(work, thread.customerId, { ...asked, section: 'messages' });
  else asBusiness(work, thread, asked);
  return thread;
};

/** The same for what is the actor's own and shows nothing of the customer, such as their draft: only a refusal is in the use log. */
export const loadThreadQuietly = (work: Work, threadId: string, asked: Gate): Promise<ThreadFacts> =>
  loadThread({ ...work, note: (use) => (use.isAllowed ? undefined : work.note(use)) }, threadId, asked);

/** Throws notNow where nobody may write: the yes has been taken back, or a side has closed the thread. */
export const refuseClosed = (thread: ThreadFacts): void => {
  if (thread.standing === 'withdrawn' || thread.closedAt !== null) throw new Problem('notNow');
};
