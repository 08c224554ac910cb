import { z } from 'zod';
import { badField } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';
import { sideOf, stateAfter } from './rules.ts';

export const leaveInput = z.object({
  /** Why; may be empty only for one's own idea. */
  word: words(1000, { least: 0 }).default(''),
});

export const leaveStepInput = leaveInput.extend({ stepId: z.string(), version: z.number().int() });

type Leaving = z.infer<typeof leaveStepInput>;

const leave = async (work: Work, { stepId, version, word }: Leaving, move: 'drop' | 'end'): Promise<Moved> => {
  const why = move === 'drop' ? 'dropped a step' : 'ended a step';
  const moving = { stepId, version, move, action: 'write', why, set: { word } } as const;
  const step = await loadRead(work, moving);
  const isPossible = stateAfter(move, { ...step, side: sideOf(work.actor.role) }) !== null;
  if (isPossible && word === '' && step.state !== 'idea') throw badField('word', 'path.leave.required');
  const moved = await moveStep(work, step, moving);
  if (step.state !== 'idea') work.emit('stepLeft', { stepId: step.id, customerId: step.customerId });
  return moved;
};

/** The customer will not do it, and says why; of their own idea they need say nothing. They can take it up again. */
export const dropStep = (work: Work, input: Leaving): Promise<Moved> => leave(work, input, 'drop');

/** The service will not go on with what was agreed, and says why. The customer can take it up again as an idea. */
export const endStep = (work: Work, input: Leaving): Promise<Moved> => leave(work, input, 'end');
