import { sql } from 'kysely';
import { type ProfessionalKind, professionalKinds } from './actor.ts';
import type { Tx } from './database.ts';
import { asStandIn } from './standing-in.ts';
import type { Work } from './work.ts';

/** SQL: holds for an adviser's role assignment `r` on a day. */
export const holdsAdviserRole = (today: string) =>
  sql`r.role = 'adviser' and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date)`;

/** SQL: no adviser of today has the customer `c` in their caseload. */
export const hasNoAdviser = (today: string) => sql<boolean>`not exists (
  select from caseload l
  join role_assignment r on r.city_id = l.city_id and r.person_id = l.adviser_id and ${holdsAdviserRole(today)}
  where l.city_id = c.city_id and l.customer_id = c.id and l.kind = 'adviser' and l.to_on is null)`;

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

/** SQL: the actor looks after the customer `c` as an adviser today. */
export const isAdvisedBy = (acting: Acting) => sql<boolean>`exists (
  select from caseload l where l.city_id = c.city_id and l.customer_id = c.id and ${looksAfter(acting)} and l.kind = 'adviser' and l.to_on is null)`;

/** For whom the actor stands in, and the last day of it (YYYY-MM-DD). */
export type StandingIn = { personId: string; name: string; untilOn: string };

const isProfessional = (role: string): role is ProfessionalKind => professionalKinds.some((kind) => kind === role);

/** The customers the actor looks after today for a colleague of their role who is away, and for whom; their own are not among them. */
export const stoodInFor = async ({
  tx,
  cityId,
  actor,
  today,
}: Pick<Work, 'tx' | 'cityId' | 'actor' | 'today'>): Promise<Map<string, StandingIn>> => {
  if (!isProfessional(actor.role)) return new Map();
  const { rows } = await sql<StandingIn & { customerId: string }>`
    select l.customer_id, l.adviser_id as person_id, p.name, l.stand_in_until as until_on from caseload l
    join city_person p on p.city_id = l.city_id and p.person_id = l.adviser_id
    where l.city_id = ${cityId} and ${standsIn({ actor, today })} and l.kind = ${actor.role} and l.to_on is null
      and not exists (select from caseload o where o.city_id = l.city_id and o.customer_id = l.customer_id and o.adviser_id = ${actor.personId}
        and o.kind = l.kind and o.to_on is null)`.execute(tx);
  return new Map(rows.map(({ customerId, ...standIn }) => [customerId, standIn]));
};

/** How the use log says why the actor looks at a customer through the caseload: as who stands in, where they do. */
export const whyByCaseload = async (work: Work): Promise<(why: string, customerId: string) => string> => {
  const stoodIn = await stoodInFor(work);
  return (why, customerId) => (stoodIn.has(customerId) ? asStandIn(why) : why);
};
