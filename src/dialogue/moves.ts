import { sql } from 'kysely';
import type { Move, MoveSource } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';
import { appointmentMovesNow } from './appointments/moves.ts';
import type { Side } from './tables.ts';
import { otherSide, sideOf } from './thread-access.ts';

type Waiting = { threadId: string; challengeTitle: string; businessName: string; count: number; since: Date };

const findWaiting = async ({ tx, cityId, actor }: Work, side: Side): Promise<Waiting[]> => {
  const mine =
    side === 'customer' ? sql`t.customer_id = ${actor.customerId}` : sql`t.business_id = ${actor.businessId}`;
  const { rows } = await sql<Waiting>`
    select t.id as thread_id, c.title as challenge_title, b.name as business_name, count(*) as count, min(m.at) as since
    from thread t
    join message m on m.city_id = t.city_id and m.thread_id = t.id and m.side = ${otherSide(side)} and m.read_at is null
    join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id and a.answer = 'yes'
    join customer cu on cu.city_id = t.city_id and cu.id = t.customer_id and cu.deleted_at is null
    join challenge c on c.city_id = t.city_id and c.id = t.challenge_id
    join business b on b.city_id = t.city_id and b.id = t.business_id
    where t.city_id = ${cityId} and ${mine}
    group by t.id, c.title, b.name
    order by since limit 10`.execute(tx);
  return rows;
};

/** A thread with unread messages is one move. A business's home page names no customer. */
const unreadThreads = async (work: Work): Promise<Move[]> => {
  const side = sideOf(work.actor);
  const waiting = await findWaiting(work, side);
  return waiting.map(({ threadId, challengeTitle, businessName, count, since }) => ({
    kind: side === 'customer' ? 'messageFromBusiness' : 'messageFromCustomer',
    values: { challenge: challengeTitle, business: businessName, count },
    path: `/threads/${threadId}`,
    since,
    untilOn: null,
  }));
};

export const dialogueMoves: MoveSource = {
  ...appointmentMovesNow,
  customer: async (work) => [...((await appointmentMovesNow.customer?.(work)) ?? []), ...(await unreadThreads(work))],
  businessContact: unreadThreads,
};
