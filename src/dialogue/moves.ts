import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import type { ProfessionalKind } from '../kernel/actor.ts';
import { aBusiness, aPerson, type Move, type MoveSource, mostOfAKind, type Who } from '../kernel/move.ts';
import { hidesWhole } from '../kernel/protection.ts';
import type { Work } from '../kernel/work.ts';
import { appointmentMovesNow } from './appointments/moves.ts';
import { documentMovesNow } from './documents/moves.ts';
import { repliesDue } from './promise/replies-due.ts';
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
  /** One of them asks to be told when it is read, of an open thread. */
  isReceipt: boolean;
};

const columns = sql`t.id as thread_id, t.customer_id, t.role, t.subject, c.title as challenge_title, b.name as business_name,
  pro.name as professional_name, cp.name as customer_name`;
const grouped = sql`t.id, t.customer_id, t.role, t.subject, c.title, b.name, pro.name, cp.name, t.city_id`;
const isOpen = sql`(t.role is not null or a.answer = 'yes')`;

/** What nobody of the side it is written to has said they have read: to the actor's side, or by it (`isByMe`). */
const findUnread = async (work: Work, { isByMe = false }: { isByMe?: boolean } = {}): Promise<Waiting[]> => {
  const side = sideOf(work.actor);
  const written = isByMe ? sql`m.side = ${side}` : sql`m.side <> ${side}`;
  const { rows } = await sql<Waiting & { writerName: string | null }>`
    select ${columns}, count(*) as count, min(m.at) as since, bool_or(m.wants_receipt and k.closed_at is null) as is_receipt,
      (select w.name from city_person w where w.city_id = t.city_id and w.person_id = (array_agg(m.author_id order by m.at desc))[1]) as writer_name
    from ${threadTables}
    join message m on m.city_id = t.city_id and m.thread_id = t.id and ${written} and m.read_at is null
    where t.city_id = ${work.cityId} and ${ownThreads(work, side)} and ${isOpen} and not ${hidesWhole(work, sql.ref('t.customer_id'))}
    group by ${grouped} order by since limit ${mostOfAKind}`.execute(work.tx);
  // Who wrote it, also where somebody else looks after the customer by now.
  return rows.map(({ writerName, ...row }) =>
    side === 'customer' && !isByMe && row.role !== null ? { ...row, professionalName: writerName } : row,
  );
};

/** Threads with professionals in which the customer has written and nobody since, until somebody does or the thread is closed. Having read is no answer. */
const findUnanswered = async (work: Work): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select ${columns}, count(*) as count, min(m.at) as since, false as is_receipt
    from ${threadTables}
    join message m on m.city_id = t.city_id and m.thread_id = t.id and m.side = 'customer'
      and m.at > coalesce((select max(o.at) from message o where o.city_id = t.city_id and o.thread_id = t.id and o.side <> 'customer'), '-infinity')
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
  customerId: one.customerId,
  since: one.since,
  untilOn: null,
  who: otherOf(side, one),
  ...more,
});

const kindOfUnread = (side: Side, { role }: Waiting): string => {
  if (side === 'business') return 'messageFromCustomer';
  return role === null ? 'messageFromBusiness' : 'messageFromProfessional';
};

/** What one side wrote in a thread: the move of who reads or answers it, and what its writer waits for. */
const thingBy = (writer: 'customer' | 'other', { threadId }: Waiting) => ({ thing: `messages:${threadId}:${writer}` });

/**
 * A thread with unread messages is one move. Of one with a business its writer is told that it waits; a professional only where they asked for a
 * receipt, else what they wrote is something to know of.
 */
const unreadThreads = async (work: Work): Promise<Move[]> => {
  const side = sideOf(work.actor);
  const isCustomer = side === 'customer';
  const toRead = await findUnread(work);
  const toBeRead = (await findUnread(work, { isByMe: true })).filter(({ role }) => role === null);
  return [
    ...toRead.map((one) => {
      const isAwaited = one.role === null || one.isReceipt;
      const tie = isAwaited ? thingBy(isCustomer ? 'other' : 'customer', one) : { isNews: true as const };
      return moveOf(kindOfUnread(side, one), side, one, tie);
    }),
    ...toBeRead.map((one) => {
      const kind = isCustomer ? 'messageToBusiness' : 'messageToCustomer';
      return moveOf(kind, side, one, { ...thingBy(isCustomer ? 'customer' : 'other', one), isWaiting: true });
    }),
  ];
};

type Unanswered = { one: Waiting; more: Partial<Move> };

/** Threads that wait for a professional, with the day by which they promised to answer. */
const unanswered = async (work: Work): Promise<Unanswered[]> => {
  const found = await findUnanswered(work);
  const due = await repliesDue(
    work,
    'message',
    found.map(({ threadId }) => threadId),
  );
  return found.map((one) => ({ one, more: { ...thingBy('customer', one), untilOn: due.get(one.threadId) ?? null } }));
};

const customerMoves = async (work: Work): Promise<Move[]> => {
  const waiting = await unanswered(work);
  return [
    ...(await unreadThreads(work)),
    ...waiting.map(({ one, more }) => moveOf('messageUnanswered', 'customer', one, { ...more, isWaiting: true })),
  ];
};

const professionalMoves = async (work: Work): Promise<Move[]> => {
  const asked = await unanswered(work);
  const unseen = (await findUnread(work, { isByMe: true })).filter(({ isReceipt }) => isReceipt);
  for (const customerId of new Set([...asked.map(({ one }) => one), ...unseen].map((one) => one.customerId)))
    access.authorise(work, {
      ...{ section: 'messages', action: 'list', why: 'what waits', customerId },
      relations: ['caseload'],
    });
  const lateIf = (untilOn: string | null | undefined) =>
    untilOn && untilOn < work.today ? { isLate: true as const } : {};
  return [
    ...asked.map(({ one, more }) =>
      moveOf('messageFromYourCustomer', 'professional', one, { ...more, ...lateIf(more.untilOn) }),
    ),
    ...unseen.map((one) => moveOf('messageUnseen', 'professional', one, { ...thingBy('other', one), isWaiting: true })),
  ];
};

const both =
  (own: (work: Work) => Promise<Move[]>, role: 'customer' | ProfessionalKind) =>
  async (work: Work): Promise<Move[]> => [
    ...((await appointmentMovesNow[role]?.(work)) ?? []),
    ...((await documentMovesNow[role]?.(work)) ?? []),
    ...(await own(work)),
  ];

export const dialogueMoves: MoveSource = {
  customer: both(customerMoves, 'customer'),
  adviser: both(professionalMoves, 'adviser'),
  socialWorker: both(professionalMoves, 'socialWorker'),
  businessContact: unreadThreads,
};
