import { sql } from 'kysely';
import { type Asked, access } from '../kernel/access/access.ts';
import type { Relation } from '../kernel/access/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import { isId } from '../kernel/ids.ts';
import { notFound, Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { nameOnCard } from './name-on-card.ts';
import { type ThreadStanding, threadStanding } from './standing.ts';
import type { Side } from './tables.ts';

export type ThreadRecord = {
  id: string;
  customerId: string;
  businessId: string;
  challengeId: string;
  challengeTitle: string;
  businessName: string;
  /** The name the customer chose on their card; null when they have taken their yes back. */
  customerName: string | null;
  standing: ThreadStanding;
};

/** The side an actor writes for. Throws notYourRole for one who has none. */
export const sideOf = (actor: Actor): Side => {
  if (actor.customerId !== null) return 'customer';
  if (actor.businessId !== null) return 'business';
  throw new Problem('notYourRole');
};

export const otherSide = (side: Side): Side => (side === 'customer' ? 'business' : 'customer');

const findThread = async ({ tx, cityId, today }: Work, threadId: string): Promise<ThreadRecord | undefined> => {
  const { rows } = await sql<ThreadRecord>`
    select t.id, t.customer_id, t.business_id, t.challenge_id, c.title as challenge_title, b.name as business_name,
      ${nameOnCard({ cityId, today })} as customer_name, ${threadStanding(today)} as standing
    from thread t
    join customer cu on cu.city_id = t.city_id and cu.id = t.customer_id and cu.deleted_at is null
    join challenge c on c.city_id = t.city_id and c.id = t.challenge_id
    join business b on b.city_id = t.city_id and b.id = t.business_id
    left join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id
    where t.city_id = ${cityId} and t.id = ${threadId}`.execute(tx);
  return rows[0];
};

/**
 * Loads and authorises a thread in one call. The customer keeps finding it; the business only as long as the yes stands, and is told plainly
 * (withdrawn) when it has been taken back. Throws notFound for anybody else, and for a thread that is not there.
 */
export const loadThread = async (
  work: Work,
  threadId: string,
  asked: Omit<Asked, 'section'>,
): Promise<ThreadRecord> => {
  const thread = isId(threadId) ? await findThread(work, threadId) : undefined;
  if (!thread) {
    work.note({ ...asked, section: 'messages', customerId: null, isAllowed: false });
    throw notFound();
  }
  const relations: Relation[] = [];
  if (work.actor.customerId === thread.customerId) relations.push('own');
  const isOurs = work.actor.businessId === thread.businessId;
  if (isOurs && thread.standing === 'withdrawn') {
    work.note({ ...asked, section: 'messages', customerId: thread.customerId, isAllowed: false });
    throw new Problem('withdrawn', { values: { challenge: thread.challengeTitle } });
  }
  if (isOurs) relations.push('business');
  access.authorise(work, { ...asked, section: 'messages', relations, customerId: thread.customerId });
  return thread;
};
