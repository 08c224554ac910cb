import { z } from 'zod';
import { isId } from '../kernel/ids.ts';
import { badField } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { assignCustomer } from './assign-customer.ts';
import { findAdvisers, lockUnassigned } from './unassigned.ts';

export const adviserInput = z.object({
  /** Whose customer they become. Null: the actor's own, when the actor is an adviser; else that of the adviser with the fewest. */
  adviserId: z
    .string()
    .refine((id) => isId(id), 'form.choose')
    .nullable()
    .default(null),
});

export const giveAdviserInput = adviserInput.extend({ customerId: z.string() });

const chooseAdviser = async (work: Work, wanted: string | null, themselves: string): Promise<string> => {
  const advisers = (await findAdvisers(work)).filter(({ id }) => id !== themselves);
  const { role, personId } = work.actor;
  const allowed = role === 'adviser' ? advisers.filter(({ id }) => id === personId) : advisers;
  const chosen = wanted === null ? allowed[0] : allowed.find(({ id }) => id === wanted);
  if (!chosen) throw badField('adviserId', 'path.unassigned.noSuchAdviser');
  return chosen.id;
};

/**
 * Gives a customer who has no adviser one, from today; an adviser takes them for themselves. The customer is told the adviser's name.
 * Throws notFound for a customer who has an adviser already, and badInput for an adviser who is none today, or is the customer.
 */
export const giveAdviser = async (
  work: Work,
  { customerId, adviserId: wanted }: z.output<typeof giveAdviserInput>,
): Promise<{ customerId: string; adviserId: string }> => {
  const { personId } = await lockUnassigned(work, customerId, { action: 'write', why: 'gave a customer an adviser' });
  const adviserId = await chooseAdviser(work, wanted, personId);
  await assignCustomer(work.tx, { cityId: work.cityId, adviserId, customerId, fromOn: work.today });
  work.emit('adviserGiven', { customerId, adviserId, byId: work.actor.personId });
  return { customerId, adviserId };
};
