import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { ProfessionalRole } from './tables.ts';

/** Somebody who looks after a customer, and as what. */
export type Professional = { personId: string; name: string; role: ProfessionalRole };

/** SQL: as what the caseload `l` is held. */
export const caseloadRole = sql<ProfessionalRole>`l.kind`;

/** SQL: the person of the appointment `a` looks after its customer today, in the role it was made in. */
export const stillLooksAfter = sql<boolean>`exists (
  select from caseload l where l.city_id = a.city_id and l.customer_id = a.customer_id and l.adviser_id = a.professional_id
    and l.to_on is null and ${caseloadRole} = a.role)`;

/** SQL: the actor has the customer of the appointment `a` in the caseload of a role. */
export const isInCaseload = (personId: string, role: string) => sql<boolean>`exists (
  select from caseload l where l.city_id = a.city_id and l.customer_id = a.customer_id and l.adviser_id = ${personId}
    and l.to_on is null and ${caseloadRole} = ${role}) and a.role = ${role}`;

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
