import { z } from 'zod';
import { newId } from '../kernel/ids.ts';
import { badField, Problem } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { goalOf } from './goals.ts';
import { planCustomer } from './plan-customer.ts';

export const goalInput = z.object({ goal: words(2000, { least: 0 }) });

export const setGoalInput = goalInput.extend({
  /** Whose plan; null for the actor's own. */
  customerId: z.string().nullable(),
  /** The version read; 0 when there was no goal yet. */
  version: z.number().int().min(0).max(999_999_999),
});

const insertPlan = ({ tx, cityId, now }: Work, customerId: string, goal: string) =>
  tx
    .insertInto('plan')
    .values({ cityId, id: newId(), customerId, goal, createdAt: now })
    .onConflict((conflict) => conflict.columns(['cityId', 'customerId']).doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();

const updatePlan = ({ tx, cityId }: Work, customerId: string, goal: string, version: number) =>
  tx
    .updateTable('plan')
    .set({ goal, version: version + 1 })
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();

/**
 * Writes the goal of a plan; every version is kept, and what says the same is none. Throws badInput for an empty one where there was none,
 * changedMeanwhile with the goal as it is now.
 */
export const setGoal = async (work: Work, input: z.infer<typeof setGoalInput>): Promise<{ version: number }> => {
  const { goal, version } = input;
  const customer = await planCustomer(work, input.customerId, { action: 'write', why: 'wrote the goal' });
  const before = await goalOf(work, customer.id);
  if (before.version === version && before.text === goal) {
    if (goal === '') throw badField('goal', 'form.required');
    return { version };
  }
  const plan =
    version === 0 ? await insertPlan(work, customer.id, goal) : await updatePlan(work, customer.id, goal, version);
  if (!plan) throw new Problem('changedMeanwhile', { current: await goalOf(work, customer.id) });
  const { personId, name: personName, role } = work.actor;
  await work.tx
    .insertInto('planVersion')
    .values({
      cityId: work.cityId,
      planId: plan.id,
      version: plan.version,
      at: work.now,
      personId,
      personName,
      role,
      goal,
    })
    .execute();
  return { version: plan.version };
};
