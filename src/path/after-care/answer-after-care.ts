import { z } from 'zod';
import { doneBy } from '../../kernel/acting/act-for.ts';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { changeQuestion, loadQuestion } from './questions.ts';
import { afterCareAnswers } from './tables.ts';

export const afterCareInput = z.object({
  answer: z.enum(afterCareAnswers, { error: 'path.afterCare.choose' }),
  /** In their own words, if they like. */
  words: words(2000, { least: 0 }).default(''),
});

export const answerAfterCareInput = afterCareInput.extend({ afterCareId: z.string(), version: z.number().int() });

/** The customer says how it is going, or skips the question; once. Their adviser reads it. Throws notNow when it is answered already. */
export const answerAfterCare = async (
  work: Work,
  { afterCareId, version, answer, words: said }: z.output<typeof answerAfterCareInput>,
): Promise<{ id: string; version: number }> => {
  const { question } = await loadQuestion(work, afterCareId, { action: 'answer', why: 'told how it is going' });
  if (question.version !== version) throw new Problem('changedMeanwhile', { current: question });
  if (question.answer !== null) throw new Problem('notNow');
  const told = answer === 'skipped' ? '' : said;
  const changed = await changeQuestion(work, question, { answer, words: told, answeredAt: work.now });
  work.emit('afterCareAnswered', { afterCareId, customerId: question.customerId, ...doneBy(work.actor) });
  return changed;
};
