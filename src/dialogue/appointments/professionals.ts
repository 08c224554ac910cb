import { sql } from 'kysely';
import { looksAfter } from '../../kernel/advisers.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Work } from '../../kernel/work.ts';
import type { ProfessionalRole } from './tables.ts';

/** Somebody who looks after a customer, and as what. */
export type Professional = { personId: string; name: string; role: ProfessionalRole };

/** SQL: as what the caseload `l` is held. */
export const caseloadRole = sql<ProfessionalRole>`l.kind`;

/** SQL: the person of the appointment `a` looks after its customer, in the role it was made in: today, or as who stands in on the day one meets. */
export const stillLooksAfter = sql<boolean>`exists (
  select from caseload l join city y on y.id = l.city_id
  where l.city_id = a.city_id and l.customer_id = a.customer_id and l.to_on is null and ${caseloadRole} = a.role
    and (l.adviser_id = a.professional_id or (l.stand_in_id = a.professional_id
      and (a.starts_at at time zone y.time_zone)::date between l.stand_in_from and l.stand_in_until)))`;

/** SQL: the actor looks after the customer of the appointment `a` in a role today, and its time is their own or of whom they stand in for. */
export const isInCaseload = (work: Work, role: ProfessionalRole) => sql<boolean>`exists (
  select from caseload l where l.city_id = a.city_id and l.customer_id = a.customer_id and ${looksAfter(work)}
    and l.to_on is null and ${caseloadRole} = ${role} and a.professional_id in (${work.actor.personId}, l.adviser_id)) and a.role = ${role}`;

/** Who looks after a customer today, the adviser first, of two of one role the one given last. */
export const professionalsOf = async (
  { tx, cityId, today }: { tx: Tx; cityId: string; today: string },
  customerId: string,
): Promise<Professional[]> => {
  const { rows } = await sql<Professional>`
    select p.person_id, p.name, ${caseloadRole} as role
    from caseload l
    join city_person p on p.city_id = l.city_id and p.person_id = l.adviser_id
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.to_on is null
      and exists (select from role_assignment r where r.city_id = l.city_id and r.person_id = l.adviser_id and r.role = ${caseloadRole}
        and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date))
    order by role, l.from_on desc, l.id desc`.execute(tx);
  return rows;
};
