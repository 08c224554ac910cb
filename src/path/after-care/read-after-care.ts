import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadQuestion, type Question, questionsOf } from './questions.ts';

const why = 'how it is going';

/** How it has been going, the latest first: the actor's own (customerId null), or of an adviser's customer. Throws notFound for any other. */
export const readAfterCare = async (work: Work, { customerId }: { customerId: string | null }): Promise<Question[]> => {
  const asked = { section: 'afterCare', action: 'read', why } as const;
  if (customerId === null) return questionsOf(work, (await access.self(work, asked)).id);
  if (!isId(customerId)) throw notFound();
  return questionsOf(work, (await access.customer(work, customerId, asked)).id);
};

/** One question with its answer, and whose it is. */
export const readQuestion = (
  work: Work,
  { afterCareId }: { afterCareId: string },
): Promise<{ question: Question; name: string }> => loadQuestion(work, afterCareId, { action: 'read', why });
