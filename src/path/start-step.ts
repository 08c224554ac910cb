import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import type { Work } from '../kernel/work.ts';
import { lookingAfter } from './kinds/name-social-worker.ts';
import { stepCustomer } from './plan-customer.ts';
import type { ProfessionalRole } from './tables.ts';

export type SaidYesTo = { id: string; title: string; businessName: string };

export type StepStart = {
  customer: { id: string; name: string };
  /** Challenges with the customer's yes, which a step can grow from; the latest first. */
  challenges: SaidYesTo[];
  /** With whom the customer can agree on it: those who look after them, the adviser always. For a professional themselves. */
  withRoles: ProfessionalRole[];
};

const findSaidYesTo = async ({ tx, cityId }: Work, customerId: string): Promise<SaidYesTo[]> => {
  const { rows } = await sql<SaidYesTo>`
    select c.id, c.title, b.name as business_name
    from answer a
    join challenge c on c.city_id = a.city_id and c.id = a.challenge_id
    join business b on b.city_id = c.city_id and b.id = c.business_id
    where a.city_id = ${cityId} and a.customer_id = ${customerId} and a.answer = 'yes'
    order by a.answered_at desc, a.id limit 100`.execute(tx);
  return rows;
};

/** With whom a customer can agree on a step. */
export const rolesFor = async (work: Work, customerId: string): Promise<ProfessionalRole[]> => {
  const people = await lookingAfter(work, customerId);
  return people.some(({ kind }) => kind === 'socialWorker') ? ['adviser', 'socialWorker'] : ['adviser'];
};

/** What one needs to know to propose a step. A social worker learns nothing of answers to businesses. */
export const startStep = async (work: Work, { customerId }: { customerId: string | null }): Promise<StepStart> => {
  const { id, name } = await stepCustomer(work, customerId, { action: 'list', why: 'new step' });
  if (work.actor.role === 'socialWorker')
    return { customer: { id, name }, challenges: [], withRoles: ['socialWorker'] };
  const withRoles = work.actor.role === 'customer' ? await rolesFor(work, id) : (['adviser'] as const);
  await access.customer(work, id, { section: 'answers', action: 'read', why: 'new step' });
  return { customer: { id, name }, challenges: await findSaidYesTo(work, id), withRoles: [...withRoles] };
};
