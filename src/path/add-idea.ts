import { z } from 'zod';
import { newId } from '../kernel/ids.ts';
import { line } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import type { Moved } from './move-step.ts';
import { planCustomer } from './plan-customer.ts';
import { keepVersion } from './steps.ts';

export const ideaInput = z.object({
  title: line(200),
  /** No professional finds it, until it is shown or proposed. */
  onlyMine: z.boolean().default(false),
});

/** Puts an idea on the actor's own plan: one thing they might do, which nobody has to answer. */
export const addIdea = async (work: Work, { title, onlyMine }: z.infer<typeof ideaInput>): Promise<Moved> => {
  const customer = await planCustomer(work, null, { action: 'write', why: 'added an idea' });
  const id = newId();
  const step = { cityId: work.cityId, id, customerId: customer.id, title, onlyMine, state: 'idea' } as const;
  const blank = { owner: 'customer', dueOn: null, stage: null, challengeId: null, proposedBy: 'customer' } as const;
  await work.tx
    .insertInto('step')
    .values({ ...step, ...blank, createdAt: work.now, changedAt: work.now })
    .execute();
  await keepVersion(work, id);
  return { id, version: 1 };
};
