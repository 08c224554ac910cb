import { sql } from 'kysely';
import { access } from '../kernel/access/access.ts';
import { type ProfessionalKind, professionalKinds } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { type Professional, professionalsOf } from './appointments/professionals.ts';

/** What a thread with a professional can be about. */
export type AboutChoices = {
  steps: { id: string; title: string }[];
  challenges: { id: string; title: string }[];
};

/** `role`: as whom the professional looks after the customer; null for the customer, who chooses among all. */
const readAbout = async (
  { tx, cityId }: Work,
  customerId: string,
  role: ProfessionalKind | null = null,
): Promise<AboutChoices> => {
  const { rows } = await sql<{ kind: 'step' | 'challenge'; id: string; title: string }>`
    select 'step' as kind, s.id, s.title, s.changed_at as at from step s
    where s.city_id = ${cityId} and s.customer_id = ${customerId} and not s.only_mine and s.with_role = coalesce(${role}::text, s.with_role)
      and s.state in ('idea', 'proposed', 'agreed', 'doing', 'declined')
    union all
    select 'challenge', c.id, c.title, a.answered_at from answer a
    join challenge c on c.city_id = a.city_id and c.id = a.challenge_id and c.deleted_at is null
    where a.city_id = ${cityId} and a.customer_id = ${customerId} and a.answer = 'yes' and coalesce(${role}::text, 'adviser') = 'adviser'
    order by at desc limit 50`.execute(tx);
  const of = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [{ id: row.id, title: row.title }] : []));
  return { steps: of('step'), challenges: of('challenge') };
};

/** For a new thread of one's own: who looks after the customer, and what it can be about with their adviser. */
export const choicesOfMine = async (work: Work): Promise<AboutChoices & { professionals: Professional[] }> => {
  const me = await access.self(work, { section: 'messages', action: 'read', why: 'new conversation' });
  return { professionals: await professionalsOf(work, me.id), ...(await readAbout(work, me.id)) };
};

/** For a new thread with a customer: their name, and what it can be about: steps with the professional, and for an adviser challenges. */
export const choicesWithCustomer = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<AboutChoices & { customer: { id: string; name: string } }> => {
  const role = professionalKinds.find((kind) => kind === work.actor.role);
  if (!role) throw new Problem('notYourRole');
  const { id, name } = await access.customer(work, customerId, {
    section: 'messages',
    action: 'read',
    why: 'new conversation',
  });
  return { customer: { id, name }, ...(await readAbout(work, id, role)) };
};
