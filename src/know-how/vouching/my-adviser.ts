import { sql } from 'kysely';
import type { Work } from '../../kernel/work.ts';

/** Who looks after a customer and is an adviser today, the latest given first; undefined when nobody does. */
export const myAdviser = async (
  { tx, cityId, today }: Work,
  customerId: string,
): Promise<{ personId: string; name: string } | undefined> => {
  const { rows } = await sql<{ personId: string; name: string }>`
    select p.person_id, p.name from caseload l
    join city_person p on p.city_id = l.city_id and p.person_id = l.adviser_id
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.to_on is null
      and exists (select from role_assignment r where r.city_id = l.city_id and r.person_id = l.adviser_id and r.role = 'adviser'
        and r.from_on <= ${today} and (r.to_on is null or r.to_on > ${today}))
    order by l.from_on desc, l.id desc limit 1`.execute(tx);
  return rows[0];
};
