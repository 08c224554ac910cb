import type { z } from 'zod';
import { actFor, actingInput } from '../kernel/acting/act-for.ts';
import type { Work } from '../kernel/work.ts';
import { answerStep, answerStepInput, stepAnswerInput } from './answer-step.ts';
import type { Moved } from './move-step.ts';
import { loadStep } from './steps.ts';

export const answerForCustomerBody = stepAnswerInput.extend(actingInput.shape);
export const answerForCustomerInput = answerStepInput.extend(actingInput.shape);

/**
 * Answers a step for its customer, who is on the telephone or at the desk. A yes agrees to the step and signs nothing for the customer. Only the professional the step is with does so. Throws what
 * answering and acting for a customer throw.
 */
export const answerForCustomer = async (work: Work, input: z.output<typeof answerForCustomerInput>): Promise<Moved> => {
  const { way, reason, ...answer } = input;
  const step = await loadStep(work, input.stepId, { action: 'answer', why: 'did for a customer' });
  const { customerId } = step;
  const acted = { customerId, way, reason, what: 'stepAnswer', path: `/steps/${step.id}` } as const;
  return actFor(work, { ...acted, act: answerStep, input: answer });
};
