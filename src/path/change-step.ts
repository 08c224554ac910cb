import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';
import { changesBetween, sideOf } from './rules.ts';
import { refuseDayGone, stepTextInput } from './step-input.ts';

export const changeStepInput = stepTextInput.extend({ stepId: z.string(), version: z.number().int() });

/** Changes what a step says, as a new proposal to the other side. A change that changes nothing is none. */
export const changeStep = async (work: Work, input: z.infer<typeof changeStepInput>): Promise<Moved> => {
  const { stepId, version, ...text } = input;
  const moving = { stepId, version, move: 'change', action: 'propose', why: 'changed a step' } as const;
  const step = await loadRead(work, moving);
  if (changesBetween(step, text).length === 0) return { id: step.id, version };
  refuseDayGone(text.dueOn, work.today);
  const set = { ...text, word: '', proposedBy: sideOf(work.actor.role) };
  const moved = await moveStep(work, step, { ...moving, set });
  work.emit('stepProposed', { stepId: step.id, customerId: step.customerId });
  return moved;
};
