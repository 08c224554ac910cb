import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';

export const withdrawStepInput = z.object({ stepId: z.string(), version: z.number().int() });

/** Takes back one's own proposal that has not been answered yet. */
export const withdrawStep = async (work: Work, input: z.infer<typeof withdrawStepInput>): Promise<Moved> => {
  const moving = { ...input, move: 'withdraw', action: 'write', why: 'withdrew a step' } as const;
  return moveStep(work, await loadRead(work, moving), moving);
};
