import { sql } from 'kysely';

/** 'nonDisclosure': where they live and how to reach them must not be learnt (Act 661/2009, section 36). 'secretIdentity': nor who they are. */
export const protectionKinds = ['nonDisclosure', 'secretIdentity'] as const;
export type ProtectionKind = (typeof protectionKinds)[number];

/** What a protected person is called where a name has to stand: in all three languages. */
export const nameless = 'N.N.';

type Ref = ReturnType<typeof sql.ref>;
type Place = { cityId: string; today: string };

const inForce = ({ cityId, today }: Place, customerId: Ref) => sql`
  kept.city_id = ${cityId} and kept.customer_id = ${customerId} and kept.ended_at is null and (kept.until_on is null or kept.until_on >= ${today}::date)`;

/** SQL: true while the customer of `customerId` is protected: outside, nobody is told their name. */
export const isProtected = (place: Place, customerId: Ref) =>
  sql<boolean>`exists (select from protection kept where ${inForce(place, customerId)})`;

/** SQL: true where the person may not see where the protected customer of `customerId` lives: they are not among the few named. */
export const hidesAddress = (place: Place & { actor: { personId: string | null } }, customerId: Ref) =>
  sql<boolean>`exists (select from protection kept where ${inForce(place, customerId)} and not exists (
    select from protection_reader few where few.city_id = kept.city_id and few.protection_id = kept.id and few.person_id = ${place.actor.personId})
    and not exists (select from customer own where own.city_id = kept.city_id and own.id = kept.customer_id and own.person_id = ${place.actor.personId}))`;

/** SQL: true where the person may not even know that the customer of `customerId` is here: the identity is secret, and they are not among the few named. */
export const hidesWhole = (place: Place & { actor: { personId: string | null } }, customerId: Ref) =>
  sql<boolean>`exists (select from protection kept where ${inForce(place, customerId)} and kept.kind = 'secretIdentity' and not exists (
    select from protection_reader few where few.city_id = kept.city_id and few.protection_id = kept.id and few.person_id = ${place.actor.personId})
    and not exists (select from customer own where own.city_id = kept.city_id and own.id = kept.customer_id and own.person_id = ${place.actor.personId}))`;
