import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { holdsAdviserRole } from '../../kernel/advisers.ts';
import type { Work } from '../../kernel/work.ts';

export type AskCounts = {
  /** Asks of the city that wait for an answer, and how many of them are late. */
  waiting: number;
  late: number;
  /** When the first of the late ones was asked. */
  lateSince: Date | null;
};

export type LateAsks = {
  /** Whose turn it is: the customer's adviser; null where nobody advises them, and it is a coordinator's or manager's. */
  adviser: string | null;
  late: number;
  /** When the first of them was asked. */
  since: Date;
};

const authoriseCounts = (work: Work): void =>
  access.authorise(work, {
    ...{ section: 'askCounts', action: 'read', why: 'late asks of the city' },
    relations: ['city'],
    customerId: null,
  });

/** The city's late asks by whose turn it is, the longest waiting first: no customer's name, and nothing of what was asked. */
export const readLateAsks = async (work: Work): Promise<LateAsks[]> => {
  authoriseCounts(work);
  const { tx, cityId, today } = work;
  const { rows } = await sql<LateAsks>`
    select p.name as adviser, count(*)::int as late, min(a.asked_at) as since
    from person_ask a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    left join lateral (
      select l.adviser_id from caseload l
      join role_assignment r on r.city_id = l.city_id and r.person_id = l.adviser_id and ${holdsAdviserRole(today)}
      where l.city_id = a.city_id and l.customer_id = a.customer_id and l.to_on is null
      order by l.from_on desc, l.id desc limit 1) turn on true
    left join city_person p on p.city_id = a.city_id and p.person_id = turn.adviser_id
    where a.city_id = ${cityId} and a.answered_at is null and a.withdrawn_at is null and a.due_on < ${today}::date
    group by turn.adviser_id, p.name
    order by min(a.asked_at), p.name`.execute(tx);
  return rows;
};

/** How many customers' asks wait in the city, and how many are late: no names, and nothing of what was asked. For who sees to it that all get an answer. */
export const readAskCounts = async (work: Work): Promise<AskCounts> => {
  authoriseCounts(work);
  const { tx, cityId, today } = work;
  const { rows } = await sql<AskCounts>`
    select count(*)::int as waiting, count(*) filter (where a.due_on < ${today}::date)::int as late,
      min(a.asked_at) filter (where a.due_on < ${today}::date) as late_since
    from person_ask a join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${cityId} and a.answered_at is null and a.withdrawn_at is null`.execute(tx);
  return rows[0] ?? { waiting: 0, late: 0, lateSince: null };
};
