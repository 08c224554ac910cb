import type { Work } from '../kernel/work.ts';
import { type Goal, goalOf } from './goals.ts';
import { planCustomer } from './plan-customer.ts';
import { seenSteps } from './read-steps.ts';
import type { StepView } from './steps.ts';

export type PlanView = {
  customer: { id: string; name: string; area: string };
  goal: Goal;
  /** By day. */
  steps: StepView[];
};

/** A plan: the actor's own (customerId null), or one of an adviser's caseload. Throws notFound for any other. */
export const readPlan = async (work: Work, { customerId }: { customerId: string | null }): Promise<PlanView> => {
  const { id, name, area } = await planCustomer(work, customerId, { action: 'read', why: 'plan' });
  const goal = await goalOf(work, id);
  return { customer: { id, name, area }, goal, steps: await seenSteps(work, id) };
};
