import { sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';

export type AskCounts = {
  /** Asks of the city that wait for an answer, and how many of them are late. */
  waiting: number;
  late: number;
  /** When the first of the late ones was asked. */
  lateSince: Date | null;
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
