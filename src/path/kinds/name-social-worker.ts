import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { assignCustomer } from '../assign-customer.ts';
import { loadFrame } from './load-frame.ts';

export const socialWorkerInput = z.object({
  /** Null: who has the fewest customers. */
  socialWorkerId: z
    .string()
    .refine((id) => isId(id), 'form.choose')
    .nullable()
    .default(null),
});

export const nameSocialWorkerInput = socialWorkerInput.extend({ customerId: z.string() });

export type SocialWorker = { id: string; name: string; customers: number };

/** Who is a social worker in the city today, those with the fewest customers first. */
export const findSocialWorkers = async ({
  tx,
  cityId,
  today,
}: Pick<Work, 'tx' | 'cityId' | 'today'>): Promise<SocialWorker[]> => {
  const { rows } = await sql<SocialWorker>`
    select p.person_id as id, p.name,
      (select count(*) from caseload l where l.city_id = p.city_id and l.adviser_id = p.person_id and l.kind = 'socialWorker' and l.to_on is null) as customers
    from city_person p
    where p.city_id = ${cityId} and exists (
      select from role_assignment r where r.city_id = p.city_id and r.person_id = p.person_id and r.role = 'socialWorker'
        and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date))
    order by customers, p.name, p.person_id limit 500`.execute(tx);
  return rows;
};

/** Who looks after a customer for an authority today. */
export const lookingAfter = async (
  { tx, cityId, today }: Pick<Work, 'tx' | 'cityId' | 'today'>,
  customerId: string,
): Promise<{ personId: string; name: string; kind: 'adviser' | 'socialWorker' }[]> => {
  const { rows } = await sql<{ personId: string; name: string; kind: 'adviser' | 'socialWorker' }>`
    select distinct on (l.kind) p.person_id, p.name, l.kind from caseload l
    join city_person p on p.city_id = l.city_id and p.person_id = l.adviser_id
    where l.city_id = ${cityId} and l.customer_id = ${customerId} and l.to_on is null and exists (
      select from role_assignment r where r.city_id = l.city_id and r.person_id = l.adviser_id and r.role = l.kind
        and r.from_on <= ${today}::date and (r.to_on is null or r.to_on > ${today}::date))
    order by l.kind, l.from_on desc, l.id desc`.execute(tx);
  return rows;
};

/**
 * Names the social worker of a plan the wellbeing services county is party to, in place of the one before. The customer is told, and the social
 * worker. Throws notNow for a plan it is no party of: there nobody but the customer lets a social worker in; badInput for who is none today.
 */
export const nameSocialWorker = async (
  work: Work,
  { customerId, socialWorkerId }: z.output<typeof nameSocialWorkerInput>,
): Promise<{ customerId: string; socialWorkerId: string }> => {
  const { customer, frame } = await loadFrame(work, customerId, { action: 'write', why: 'named a social worker' });
  if (!frame.parties.includes('wellbeing')) throw new Problem('notNow');
  const workers = (await findSocialWorkers(work)).filter(({ id }) => id !== customer.personId);
  const found = socialWorkerId === null ? workers[0] : workers.find(({ id }) => id === socialWorkerId);
  if (!found) throw badField('socialWorkerId', 'form.choose');
  await assignCustomer(work.tx, {
    ...{ cityId: work.cityId, customerId: customer.id, adviserId: found.id },
    ...{ fromOn: work.today, kind: 'socialWorker' },
  });
  work.emit('socialWorkerNamed', { customerId: customer.id, socialWorkerId: found.id });
  return { customerId: customer.id, socialWorkerId: found.id };
};
