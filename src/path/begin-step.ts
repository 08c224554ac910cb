import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';

export const beginStepInput = z.object({ stepId: z.string(), version: z.number().int() });

/** Says that an agreed step is under way. Either side may. What was said with the yes stays. */
export const beginStep = async (work: Work, input: z.infer<typeof beginStepInput>): Promise<Moved> => {
  const moving = { ...input, move: 'start', action: 'write', why: 'began a step' } as const;
  return moveStep(work, await loadRead(work, moving), moving);
};
