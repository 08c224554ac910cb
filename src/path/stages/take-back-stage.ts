import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { canTakeBack, changeFact, loadFact } from './facts.ts';

export const takeBackInput = z.object({
  /** Why, if they like: it stays to be read. */
  why: words(500, { least: 0 }).default(''),
});

export const takeBackStageInput = takeBackInput.extend({ pathFactId: z.string(), version: z.number().int() });

/**
 * Takes back what was told of the path: it counts no more, and the history keeps it with who took it back and why. Throws notNow for what comes
 * from an event, was taken back already, or was told by the other side (an adviser's, the customer may).
 */
export const takeBackStage = async (
  work: Work,
  { pathFactId, version, why }: z.output<typeof takeBackStageInput>,
): Promise<{ id: string; version: number }> => {
  const fact = await loadFact(work, pathFactId, { action: 'write', why: 'took back a stage' });
  if (fact.version !== version) throw new Problem('changedMeanwhile', { current: fact });
  if (!canTakeBack(fact, work.actor.role)) throw new Problem('notNow');
  const takenBack = { takenBackAt: work.now, takenBackName: work.actor.name, takenBackWhy: why };
  const changed = await changeFact(work, fact, takenBack);
  work.emit('stageTold', { pathFactId, customerId: fact.customerId, by: work.actor.role });
  return changed;
};
