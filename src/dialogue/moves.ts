import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import type { ProfessionalKind } from '../kernel/actor.ts';
import { aBusiness, aPerson, type Move, type MoveSource, mostOfAKind, type Who } from '../kernel/move.ts';
import { hidesWhole } from '../kernel/protection.ts';
import type { Work } from '../kernel/work.ts';
import { appointmentMovesNow } from './appointments/moves.ts';
import type { Side } from './tables.ts';
import { sideOf } from './thread-access.ts';
import { ownThreads, threadTables } from './thread-columns.ts';

type Waiting = {
  threadId: string;
  customerId: string;
  role: ProfessionalKind | null;
  subject: string;
  challengeTitle: string | null;
  businessName: string | null;
  professionalName: string | null;
  customerName: string;
  count: number;
  since: Date;
};

const columns = sql`t.id as thread_id, t.customer_id, t.role, t.subject, c.title as challenge_title, b.name as business_name,
  pro.name as professional_name, cp.name as customer_name`;
const grouped = sql`t.id, t.customer_id, t.role, t.subject, c.title, b.name, pro.name, cp.name, t.city_id`;
const isOpen = sql`(t.role is not null or a.answer = 'yes')`;

/** What the other side has written and nobody on the actor's side has said they have read. */
const findUnread = async (work: Work, side: Side): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select ${columns}, count(*) as count, min(m.at) as since
    from ${threadTables}
    join message m on m.city_id = t.city_id and m.thread_id = t.id and m.side <> ${side} and m.read_at is null
    where t.city_id = ${work.cityId} and ${ownThreads(work, side)} and ${isOpen} and not ${hidesWhole(work, sql.ref('t.customer_id'))}
    group by ${grouped} order by since limit ${mostOfAKind}`.execute(work.tx);
  return rows;
};

/**
 * Threads with professionals in which one side has written and the other not since, until it does or the thread is closed; `by` is who wrote. Having read is no
 * answer. `isReceipt`: only where the writer wants to see that it has been read, until it is.
 */
const findUnanswered = async (
  work: Work,
  { by, isReceipt = false }: { by: 'customer' | 'professional'; isReceipt?: boolean },
): Promise<Waiting[]> => {
  const isAwaited = isReceipt ? sql`m.wants_receipt and m.read_at is null` : sql`true`;
  const { rows } = await sql<Waiting>`
    select ${columns}, count(*) as count, min(m.at) as since
    from ${threadTables}
    join message m on m.city_id = t.city_id and m.thread_id = t.id and m.side = ${by} and ${isAwaited}
      and m.at > coalesce((select max(o.at) from message o where o.city_id = t.city_id and o.thread_id = t.id and o.side <> ${by}), '-infinity')
    where t.city_id = ${work.cityId} and ${ownThreads(work, sideOf(work.actor))} and t.role is not null and k.closed_at is null
      and not ${hidesWhole(work, sql.ref('t.customer_id'))}
    group by ${grouped} order by since limit ${mostOfAKind}`.execute(work.tx);
  return rows;
};

/** Whom the actor's side writes with; a business's home page names no customer, and where nobody looks after one it is the city. */
const otherOf = (side: Side, { role, businessName, professionalName, customerName }: Waiting): Who => {
  if (side === 'professional') return aPerson(customerName);
  if (side === 'business') return { kind: 'customer' };
  if (role === null) return aBusiness(businessName ?? '');
  return professionalName === null ? { kind: 'city' } : aPerson(professionalName);
};

const moveOf = (kind: string, side: Side, one: Waiting, more: Partial<Move> = {}): Move => ({
  kind,
  values: {
    challenge: one.challengeTitle ?? '',
    business: one.businessName ?? '',
    subject: one.subject,
    with: one.professionalName ?? '',
    name: one.role === null ? '' : one.customerName,
    count: one.count,
  },
  path: `/threads/${one.threadId}`,
  since: one.since,
  untilOn: null,
  who: otherOf(side, one),
  thing: `thread:${one.threadId}`,
  ...more,
});

const kindOfUnread = (side: Side, { role }: Waiting): string => {
  if (side === 'business') return 'messageFromCustomer';
  return role === null ? 'messageFromBusiness' : 'messageFromProfessional';
};

/** A thread with unread messages is one move. A business's home page names no customer. */
const unreadThreads = async (work: Work): Promise<Move[]> => {
  const side = sideOf(work.actor);
  const waiting = await findUnread(work, side);
  return waiting.map((one) => moveOf(kindOfUnread(side, one), side, one));
};

const customerMoves = async (work: Work): Promise<Move[]> => {
  const waiting = await findUnanswered(work, { by: 'customer' });
  return [
    ...(await unreadThreads(work)),
    ...waiting.map((one) => moveOf('messageUnanswered', 'customer', one, { isWaiting: true })),
  ];
};

const professionalMoves = async (work: Work): Promise<Move[]> => {
  const asked = await findUnanswered(work, { by: 'customer' });
  const unseen = await findUnanswered(work, { by: 'professional', isReceipt: true });
  for (const customerId of new Set([...asked, ...unseen].map((one) => one.customerId)))
    access.authorise(work, {
      ...{ section: 'messages', action: 'list', why: 'what waits', customerId },
      relations: ['caseload'],
    });
  return [
    ...asked.map((one) => moveOf('messageFromYourCustomer', 'professional', one)),
    ...unseen.map((one) => moveOf('messageUnseen', 'professional', one, { isWaiting: true })),
  ];
};

const both =
  (own: (work: Work) => Promise<Move[]>, role: 'customer' | ProfessionalKind) =>
  async (work: Work): Promise<Move[]> => [...((await appointmentMovesNow[role]?.(work)) ?? []), ...(await own(work))];

export const dialogueMoves: MoveSource = {
  customer: both(customerMoves, 'customer'),
  adviser: both(professionalMoves, 'adviser'),
  socialWorker: both(professionalMoves, 'socialWorker'),
  businessContact: unreadThreads,
};
