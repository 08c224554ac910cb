import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';

export const takeUpStepInput = z.object({ stepId: z.string(), version: z.number().int() });

/** Takes up again, as one's own idea, what was dropped or ended. Why it was left stays in its history. */
export const takeUpStep = async (work: Work, input: z.infer<typeof takeUpStepInput>): Promise<Moved> => {
  const set = { word: '', proposedBy: 'customer' } as const;
  const moving = { ...input, move: 'takeUp', action: 'write', why: 'took up a step', set } as const;
  return moveStep(work, await loadRead(work, moving), moving);
};
