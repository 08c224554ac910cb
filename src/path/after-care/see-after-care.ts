import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { changeQuestion, loadQuestion } from './questions.ts';

export const seeAfterCareInput = z.object({ afterCareId: z.string(), version: z.number().int() });

/** An adviser says that they have read how it is going; the customer sees who has. Throws notNow while there is no answer, and when it is read. */
export const seeAfterCare = async (
  work: Work,
  { afterCareId, version }: z.output<typeof seeAfterCareInput>,
): Promise<{ id: string; version: number }> => {
  const asked = { action: 'write', why: 'has read how it is going' } as const;
  const { question } = await loadQuestion(work, afterCareId, asked);
  if (question.version !== version) throw new Problem('changedMeanwhile', { current: question });
  if (question.answer === null || question.seenAt !== null) throw new Problem('notNow');
  return changeQuestion(work, question, { seenAt: work.now, seenName: work.actor.name });
};
