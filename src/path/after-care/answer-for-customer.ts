import type { z } from 'zod';
import { actFor, actingInput } from '../../kernel/acting/act-for.ts';
import type { Work } from '../../kernel/work.ts';
import { afterCareInput, answerAfterCare, answerAfterCareInput } from './answer-after-care.ts';
import { loadQuestion } from './questions.ts';
import { seeAfterCare } from './see-after-care.ts';

export const afterCareForCustomerBody = afterCareInput.extend(actingInput.shape);
export const afterCareForCustomerInput = answerAfterCareInput.extend(actingInput.shape);

/**
 * Says for a customer, who is on the telephone or at the desk, how it is going. Who wrote it down has read it: it is not told to them again. Throws what answering and acting for a customer
 * throw.
 */
export const answerAfterCareForCustomer = async (
  work: Work,
  { way, reason, ...answer }: z.output<typeof afterCareForCustomerInput>,
): Promise<{ id: string; version: number }> => {
  const { afterCareId } = answer;
  const { question } = await loadQuestion(work, afterCareId, { action: 'read', why: 'did for a customer' });
  const acted = { customerId: question.customerId, way, reason, what: 'afterCare' } as const;
  const { version } = await actFor(work, {
    ...{ ...acted, path: `/after-care/${question.id}`, act: answerAfterCare, input: answer },
  });
  return seeAfterCare(work, { afterCareId, version });
};
