import { access } from '../kernel/access/access.ts';
import { readTerm } from '../kernel/terms.ts';
import type { Work } from '../kernel/work.ts';
import { filtered, type StepFilters } from './board/filters.ts';
import { stepCustomer } from './plan-customer.ts';
import { sideOf } from './rules.ts';
import { type StepRecord, type StepView, seenBy, stepsOf } from './steps.ts';

/** Each step that another professional's side wrote and the customer shows the actor is a look of its own in the use log. */
export const noteShown = (work: Work, steps: readonly StepRecord[]): void => {
  if (work.actor.role === 'customer') return;
  const asked = { section: 'step', action: 'read', why: 'shown by consent', relations: ['shared'] } as const;
  for (const { withRole, customerId } of steps)
    if (withRole !== work.actor.role) access.authorise(work, { ...asked, customerId });
};

/** The steps of a plan that the actor sees, by day: of their own, or of a customer they look after. The caller has loaded the customer. */
export const seenSteps = async (work: Work, customerId: string): Promise<StepView[]> => {
  const steps = await stepsOf(work, customerId);
  noteShown(work, steps);
  const side = sideOf(work.actor.role);
  return steps.map((step) => seenBy(side, step));
};

export type StepsView = {
  customer: { id: string; name: string };
  /** Those the filters let through. */
  steps: StepView[];
  /** How many there are without the filters. */
  all: number;
  /** Within so many days a step's day counts as near. */
  soonDays: number;
};

/** The same with whose they are: of the actor's own plan (customerId null), or of a customer of their caseload. Throws notFound for any other. */
export const readSteps = async (
  work: Work,
  { customerId, ...filters }: StepFilters & { customerId: string | null },
): Promise<StepsView> => {
  const { id, name } = await stepCustomer(work, customerId, { action: 'list', why: 'steps' });
  const steps = await seenSteps(work, id);
  const { tx, cityId, today, actor } = work;
  const { value: soonDays } = await readTerm(tx, { cityId, name: 'stepSoonDays', today });
  const asking = { side: sideOf(actor.role), today, soonDays };
  return { customer: { id, name }, steps: filtered(steps, filters, asking), all: steps.length, soonDays };
};
