import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** SQL: holds for an adviser's role assignment `r` on a day. */
export const holdsAdviserRole = (today: string) =>
  sql`r.role = 'adviser' and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date)`;

/** SQL: no adviser of today has the customer `c` in their caseload. */
export const hasNoAdviser = (today: string) => sql<boolean>`not exists (
  select from caseload l
  join role_assignment r on r.city_id = l.city_id and r.person_id = l.adviser_id and ${holdsAdviserRole(today)}
  where l.city_id = c.city_id and l.customer_id = c.id and l.kind = 'adviser' and l.to_on is null)`;

/** SQL: a person has the customer `c` in their caseload as an adviser. */
export const isInCaseloadOf = (personId: string) => sql<boolean>`exists (
  select from caseload l where l.city_id = c.city_id and l.customer_id = c.id and l.adviser_id = ${personId} and l.kind = 'adviser' and l.to_on is null)`;

/** Who looks after a customer and is an adviser today, the latest given first; undefined when nobody does. */
export const adviserOf = async (
  { tx, cityId, today }: { tx: Tx; cityId: string; today: string },
  customerId: string,
): Promise<{ personId: string; name: string } | undefined> => {
  const { rows } = await sql<{ personId: string; name: string }>`
    select p.person_id, p.name from caseload l
    join city_person p on p.city_id = l.city_id and p.person_id = l.adviser_id
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.kind = 'adviser' and l.to_on is null
      and exists (select from role_assignment r where r.city_id = l.city_id and r.person_id = l.adviser_id and ${holdsAdviserRole(today)})
    order by l.from_on desc, l.id desc limit 1`.execute(tx);
  return rows[0];
};

type Acting = { actor: { personId: string }; today: string };

/** SQL: the actor stands in today for whoever has the caseload row `l`. */
const standsIn = ({ actor, today }: Acting) =>
  sql<boolean>`(l.stand_in_id = ${actor.personId} and ${today}::date between l.stand_in_from and l.stand_in_until)`;

/** SQL: the actor is who looks after the customer of the caseload row `l` today: the professional themselves, or who stands in for them. */
export const looksAfter = (acting: Acting) =>
  sql<boolean>`(l.adviser_id = ${acting.actor.personId} or ${standsIn(acting)})`;
