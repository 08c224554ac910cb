import { type RawBuilder, sql } from 'kysely';
import type { ProfessionalKind } from '../kernel/actor.ts';
import { looksAfter } from '../kernel/advisers.ts';
import type { Work } from '../kernel/work.ts';
import { nameOnCard } from './name-on-card.ts';
import { type ThreadStanding, threadStanding } from './standing.ts';
import type { Side } from './tables.ts';

/** What both a thread and its line in a list say. */
export type ThreadFacts = {
  id: string;
  customerId: string;
  businessId: string | null;
  /** As what the other side looks after the customer; null where it is a business. */
  role: ProfessionalKind | null;
  subject: string;
  challengeId: string | null;
  challengeTitle: string | null;
  stepId: string | null;
  stepTitle: string | null;
  businessName: string | null;
  /** Who looks after the customer in that role today; null when nobody does, or it is a business. */
  professionalName: string | null;
  /** As the other side calls them: the name on their card, or as they are registered; null when they have taken their yes back. */
  customerName: string | null;
  standing: ThreadStanding;
  closedAt: Date | null;
};

/** SQL: the columns of ThreadFacts. */
export const threadColumns = (work: Pick<Work, 'cityId' | 'today'>) => sql`
  t.id, t.customer_id, t.business_id, t.role, t.subject, t.challenge_id, c.title as challenge_title, t.step_id, s.title as step_title,
  b.name as business_name, pro.name as professional_name, k.closed_at, ${threadStanding(work.today)} as standing,
  case when t.role is null then ${nameOnCard(work)} else cp.name end as customer_name`;

/** SQL: a thread `t` with what is told of it. Threads of who is no customer any more are left out. */
export const threadTables: RawBuilder<unknown> = sql`thread t
  join customer cu on cu.city_id = t.city_id and cu.id = t.customer_id and cu.deleted_at is null
  join city_person cp on cp.city_id = cu.city_id and cp.person_id = cu.person_id
  left join challenge c on c.city_id = t.city_id and c.id = t.challenge_id
  left join business b on b.city_id = t.city_id and b.id = t.business_id
  left join answer a on a.city_id = t.city_id and a.challenge_id = t.challenge_id and a.customer_id = t.customer_id
  left join step s on s.city_id = t.city_id and s.id = t.step_id and s.with_role = t.role
  left join thread_closing k on k.city_id = t.city_id and k.thread_id = t.id and k.reopened_at is null
  left join lateral (
    select p.name from caseload l join city_person p on p.city_id = l.city_id and p.person_id = l.adviser_id
    where l.city_id = t.city_id and l.customer_id = t.customer_id and l.kind = t.role and l.to_on is null
    order by l.from_on desc, l.id desc limit 1) pro on t.role is not null`;

/** SQL: the threads `t` of the actor's side. A professional's are those of their own role with whom they look after, or stand in for who does. */
export const ownThreads = (work: Work, side: Side): RawBuilder<unknown> => {
  const { actor } = work;
  if (side === 'customer') return sql`t.customer_id = ${actor.customerId}`;
  if (side === 'business') return sql`t.business_id = ${actor.businessId}`;
  return sql`t.role = ${actor.role} and exists (
    select from caseload l where l.city_id = t.city_id and l.customer_id = t.customer_id and ${looksAfter(work)}
      and l.kind = ${actor.role} and l.to_on is null)`;
};

/** SQL: what a business is no longer shown of a thread once the yes has been taken back. */
export const isShownTo = (side: Side): RawBuilder<unknown> => (side === 'business' ? sql`a.answer = 'yes'` : sql`true`);

/** SQL: how many messages of the other side the actor has not said they have read; who has said nothing yet, what nobody on their side has. */
export const countUnread = ({ actor }: Work, side: Side) => sql<number>`(
  select count(*) from message u
  left join thread_reader r on r.city_id = u.city_id and r.thread_id = u.thread_id and r.person_id = ${actor.personId}
  where u.city_id = t.city_id and u.thread_id = t.id and u.side <> ${side}
    and case when r.person_id is null then u.read_at is null else (u.at, u.id) > (r.at, r.message_id) end)`;

/** Whom the actor writes with, by name; empty where nobody is there, or a yes has been taken back. */
export const nameOfOther = (thread: ThreadFacts, side: Side): string =>
  (side === 'customer' ? (thread.businessName ?? thread.professionalName) : thread.customerName) ?? '';
