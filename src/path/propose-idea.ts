import { z } from 'zod';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';
import type { StepText } from './rules.ts';
import { requireDay, stepTextInput, withOwner } from './step-input.ts';

export const proposeIdeaInput = stepTextInput.extend({ stepId: z.string(), version: z.number().int() });

/** Proposes one's own idea to the other side, as it says from now on. From then on it is no more one's own alone; how it was before stays so. */
export const proposeIdea = async (work: Work, input: z.infer<typeof proposeIdeaInput>): Promise<Moved> => {
  const { stepId, version, ...text } = input;
  const set = { ...withOwner<StepText>(text), word: '', proposedBy: 'customer', onlyMine: false } as const;
  const moving = { stepId, version, move: 'propose', action: 'propose', why: 'proposed a step', set } as const;
  const step = await loadRead(work, moving);
  requireDay(text.dueOn, work.today);
  const moved = await moveStep(work, step, moving);
  work.emit('stepProposed', { stepId: step.id, customerId: step.customerId });
  return moved;
};
