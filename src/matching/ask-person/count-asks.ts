import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { holdsAdviserRole } from '../../kernel/advisers.ts';
import type { Work } from '../../kernel/work.ts';
import { lastHandOver } from './turn.ts';

export type AskCounts = {
  /** Asks of the city that wait for an answer, and how many of them are late. */
  waiting: number;
  late: number;
  /** When the first of the late ones was asked. */
  lateSince: Date | null;
};

export type LateAsk = {
  personAskId: string;
  /** Whose turn it is: who it was handed to, or the customer's adviser. */
  adviser: string;
  askedAt: Date;
  /** YYYY-MM-DD. */
  dueOn: string;
  /** It has been handed over once at least. */
  isHanded: boolean;
};

const lateAtOnce = 25;

/**
 * The city's late asks that wait for an adviser, the longest due first, at most 25, and how many there are: no customer's name, and nothing of what was
 * asked. Those nobody has are not among them: they are the coordinator's and manager's own.
 */
export const readLateAsks = async (work: Work): Promise<{ asks: LateAsk[]; count: number }> => {
  access.authorise(work, {
    ...{ section: 'askTurns', action: 'list', why: 'late asks of the city' },
    relations: ['city'],
    customerId: null,
  });
  const { tx, cityId, today } = work;
  const { rows } = await sql<LateAsk & { all: number }>`
    select a.id as person_ask_id, coalesce(h.to_name, p.name) as adviser, a.asked_at, a.due_on, h.to_id is not null as is_handed,
      (count(*) over ())::int as all
    from person_ask a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    ${lastHandOver(today)}
    left join lateral (
      select l.adviser_id from caseload l
      join role_assignment r on r.city_id = l.city_id and r.person_id = l.adviser_id and ${holdsAdviserRole(today)}
      where l.city_id = a.city_id and l.customer_id = a.customer_id and l.kind = 'adviser' and l.to_on is null
      order by l.from_on desc, l.id desc limit 1) turn on true
    left join city_person p on p.city_id = a.city_id and p.person_id = turn.adviser_id
    where a.city_id = ${cityId} and a.answered_at is null and a.withdrawn_at is null and a.due_on < ${today}::date
      and coalesce(h.to_id, turn.adviser_id) is not null
    order by a.due_on, a.asked_at, a.id limit ${lateAtOnce}`.execute(tx);
  return { asks: rows.map(({ all: _, ...ask }) => ask), count: rows[0]?.all ?? 0 };
};

/** How many customers' asks wait in the city, and how many are late: no names, and nothing of what was asked. For who sees to it that all get an answer. */
export const readAskCounts = async (work: Work): Promise<AskCounts> => {
  access.authorise(work, {
    ...{ section: 'askCounts', action: 'read', why: 'late asks of the city' },
    relations: ['city'],
    customerId: null,
  });
  const { tx, cityId, today } = work;
  const { rows } = await sql<AskCounts>`
    select count(*)::int as waiting, count(*) filter (where a.due_on < ${today}::date)::int as late,
      min(a.asked_at) filter (where a.due_on < ${today}::date) as late_since
    from person_ask a join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    where a.city_id = ${cityId} and a.answered_at is null and a.withdrawn_at is null`.execute(tx);
  return rows[0] ?? { waiting: 0, late: 0, lateSince: null };
};
