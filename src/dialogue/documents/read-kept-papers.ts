import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

/** A document that stays although its customer is erased: what it is, by which law, and its last day (YYYY-MM-DD). */
export type KeptPaper = { id: string; title: string; law: string; untilOn: string };

/** The documents of a customer that would stay if they were erased on a day, because a decision of the authority that asked rests on them. The caller has authorised. */
export const readKeptPapers = async (
  tx: Tx,
  { cityId, customerId, day }: { cityId: string; customerId: string; day: string },
): Promise<KeptPaper[]> => {
  const { rows } = await sql<KeptPaper>`
    select d.id, d.title, g.law, kept.until_on from document d
    cross join lateral (select document_kept_until(d.city_id, d.id, ${day}::date) as until_on) kept
    join lateral (
      select g.law from document_ground g where g.id = d.ground and g.from_on <= d.created_at::date order by g.from_on desc limit 1) g on true
    where d.city_id = ${cityId} and d.customer_id = ${customerId} and kept.until_on >= ${day}::date
    order by kept.until_on, d.title, d.id`.execute(tx);
  return rows;
};
