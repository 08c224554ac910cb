import { z } from 'zod';
import type { Role } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { type Correction, correctionsForMe, loadCorrection } from './load-correction.ts';
import { correctionAfter } from './rules.ts';

export const correctionAnswerInput = z.object({
  /** Corrected as asked, or not. */
  isDone: z.boolean('form.choose'),
  /** What was done, or why not (GDPR, article 12(4): with the way to complain). */
  answer: words(2000),
});

/** The person asked says whether it was corrected, and a word; once. Throws notFound for who has not been asked (any more), notNow, changedMeanwhile. */
export const answerCorrection = async (
  work: Work,
  {
    correctionId,
    version,
    isDone,
    answer,
  }: z.output<typeof correctionAnswerInput> & { correctionId: string; version: number },
): Promise<{ correctionId: string; version: number }> => {
  const asked = await loadCorrection(work, correctionId, {
    action: 'answer',
    why: 'answered a request for correction',
  });
  if (asked.version !== version) throw new Problem('changedMeanwhile', { current: { version: asked.version } });
  if (!correctionAfter(isDone ? 'correct' : 'refuse', { state: asked.state, side: 'person' }))
    throw new Problem('notNow');
  const { tx, cityId, now, actor } = work;
  await tx
    .updateTable('correction')
    .set({
      ...{ isDone, answer, answeredAt: now, answeredBy: actor.personId, answeredName: actor.name },
      ...{ answeredRole: actor.role as Role, version: version + 1 },
    })
    .where('cityId', '=', cityId)
    .where('id', '=', correctionId)
    .execute();
  work.emit('correctionAnswered', { correctionId });
  return { correctionId, version: version + 1 };
};

export const correctionsOnPage = 25;

/** Requests the professional answers: those of their caseload, or of customers whom nobody advises; those due first. */
export const listCorrections = async (
  work: Work,
  { page }: { page: number },
): Promise<{ corrections: Correction[]; page: number; hasMore: boolean }> => {
  const found = await correctionsForMe(work, { page, onPage: correctionsOnPage, why: 'requests for corrections' });
  return { corrections: found.slice(0, correctionsOnPage), page, hasMore: found.length > correctionsOnPage };
};

/** One request, as its customer or the one who answers sees it. */
export const readCorrection = (work: Work, { correctionId }: { correctionId: string }): Promise<Correction> =>
  loadCorrection(work, correctionId, { action: 'read', why: 'a request for correction' });
