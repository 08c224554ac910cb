import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { findAdviserName } from './unassigned.ts';

export type MyAdviser = {
  name: string;
  /** Who stands in for them today, and the last day of it (YYYY-MM-DD). */
  standIn: { name: string; untilOn: string } | null;
};

const findStandIn = async ({ tx, cityId, today }: Work, customerId: string): Promise<MyAdviser['standIn']> => {
  const { rows } = await sql<{ name: string; untilOn: string }>`
    select p.name, l.stand_in_until as until_on from caseload l
    join city_person p on p.city_id = l.city_id and p.person_id = l.stand_in_id
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.kind = 'adviser' and l.to_on is null
      and ${today}::date between l.stand_in_from and l.stand_in_until limit 1`.execute(tx);
  return rows[0] ?? null;
};

/** Who advises the actor, a customer, and who stands in for them; null while nobody does. */
export const readMyAdviser = async (work: Work): Promise<MyAdviser | null> => {
  const me = await access.self(work, { section: 'plan', action: 'read', why: 'plan' });
  const name = await findAdviserName(work, me.id);
  return name === null ? null : { name, standIn: await findStandIn(work, me.id) };
};
