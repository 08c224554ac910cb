import { letGo, owesReply, replied } from '../dialogue/index.ts';
import type { Work } from '../kernel/work.ts';
import type { StepRecord } from './steps.ts';
import type { Side, StepState } from './tables.ts';

type Before = Pick<StepRecord, 'id' | 'customerId' | 'withRole'> & { state: StepState | null; proposedBy: Side };

/**
 * Keeps the adviser's promise beside a step: what the customer proposes to them is owed an answer, which any move of theirs is; what the customer
 * takes back is not. `before`: the step before the move, its state null where it is new.
 */
export const keepPromise = async (work: Work, before: Before, after: { state: StepState }): Promise<void> => {
  const sent = { about: 'step', thingId: before.id } as const;
  const isCustomer = work.actor.role === 'customer';
  const wasOwed = before.state === 'proposed' && before.proposedBy === 'customer';
  if (isCustomer && after.state === 'proposed' && before.withRole === 'adviser')
    await owesReply(work, { ...sent, customerId: before.customerId });
  else if (wasOwed) await (isCustomer ? letGo(work, sent) : replied(work, sent));
};
