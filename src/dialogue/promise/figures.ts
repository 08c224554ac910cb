import { sql } from 'kysely';
import { addDays } from '../../kernel/clock.ts';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';

export type Figure = {
  /** Answered in time. */
  kept: number;
  /** Answered, or not answered and late. */
  of: number;
  /** Late and not answered yet. */
  late: number;
  /** In the last so many days. */
  days: number;
};

/**
 * How an adviser's promise was kept lately. What still has time counts for nothing, and neither does what was taken back, or is late of a customer
 * whom somebody else advises by now.
 */
export const figureOf = async (work: Work, adviserId: string): Promise<Figure> => {
  const { tx, cityId, today } = work;
  const { value: days } = await readTerm(tx, { cityId, name: 'replyFigureDays', today });
  const { rows } = await sql<Omit<Figure, 'days'>>`
    select (count(*) filter (where replied_on <= due_on))::int as kept, count(*)::int as of,
      (count(*) filter (where replied_on is null))::int as late
    from reply_due d
    where city_id = ${cityId} and adviser_id = ${adviserId} and let_go_on is null
      and (replied_on > ${addDays(today, -days)}::date or (replied_on is null and due_on < ${today}::date and exists (
        select from caseload l where l.city_id = d.city_id and l.customer_id = d.customer_id and l.adviser_id = d.adviser_id
          and l.kind = 'adviser' and l.to_on is null)))`.execute(tx);
  return { ...(rows[0] ?? { kept: 0, of: 0, late: 0 }), days };
};

export const roughs = ['unknown', 'nearlyAlways', 'mostly', 'notAlways'] as const;
export type Rough = (typeof roughs)[number];

/** Of fewer nothing can be said. */
const fewest = 5;

/** The same as it is told to customers, in words: a number would tell of the others. */
export const roughOf = ({ kept, of }: Pick<Figure, 'kept' | 'of'>): Rough => {
  if (of < fewest) return 'unknown';
  if (kept * 20 >= of * 19) return 'nearlyAlways';
  return kept * 4 >= of * 3 ? 'mostly' : 'notAlways';
};
