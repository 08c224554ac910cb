import { z } from 'zod';
import { dayInput } from '../../kernel/day-input.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { canEnd, changeFact, loadFact } from './facts.ts';
import { refuseEnd } from './tell-stage.ts';

export const stageEndInput = z.object({
  /** The last day; may be ahead. */
  toOn: dayInput,
});

export const endStageInput = stageEndInput.extend({ pathFactId: z.string(), version: z.number().int() });

/** Either side tells when what was told ended, or mends that day. Throws notNow for what comes from an event or was taken back. */
export const endStage = async (
  work: Work,
  { pathFactId, version, toOn }: z.infer<typeof endStageInput>,
): Promise<{ id: string; version: number }> => {
  const fact = await loadFact(work, pathFactId, { action: 'write', why: 'told that a stage ended' });
  if (fact.version !== version) throw new Problem('changedMeanwhile', { current: fact });
  if (!canEnd(fact)) throw new Problem('notNow');
  refuseEnd(toOn, fact.fromOn, work.today);
  const changed = await changeFact(work, fact, { toOn, endedName: work.actor.name });
  work.emit('stageTold', { pathFactId, customerId: fact.customerId, by: work.actor.role });
  return changed;
};
