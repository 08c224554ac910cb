import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';

export const takeUpStepInput = z.object({ stepId: z.string(), version: z.number().int() });

/** Takes up again, as one's own idea, what was dropped or ended. Why it was left stays in its history. Who looks after them hears of it. */
export const takeUpStep = async (work: Work, input: z.infer<typeof takeUpStepInput>): Promise<Moved> => {
  const set = { word: '', proposedBy: 'customer' } as const;
  const moving = { ...input, move: 'takeUp', action: 'write', why: 'took up a step', set } as const;
  const step = await loadRead(work, moving);
  const moved = await moveStep(work, step, moving);
  if (!step.onlyMine) work.emit('stepTakenUp', { stepId: step.id, customerId: step.customerId });
  return moved;
};
