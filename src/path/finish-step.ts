import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';

export const finishStepInput = z.object({ stepId: z.string(), version: z.number().int() });

/** Says that an agreed step is done. Either side may; the history shows who did. */
export const finishStep = async (work: Work, input: z.infer<typeof finishStepInput>): Promise<Moved> => {
  // A word said with the yes was said then; who says that it is done has not said it.
  const set = { word: '' };
  const moving = { ...input, move: 'finish', action: 'write', why: 'finished a step', set } as const;
  const step = await loadRead(work, moving);
  const moved = await moveStep(work, step, moving);
  work.emit('stepFinished', { stepId: step.id, customerId: step.customerId });
  return moved;
};
