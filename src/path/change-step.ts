import { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';
import { changesBetween, type StepText, sideOf, stateAfter } from './rules.ts';
import { refuseDayGone, requireDay, stepTextInput, withOwner } from './step-input.ts';
import type { StepRecord } from './steps.ts';

export const stepChangeInput = stepTextInput.extend({
  /** For an idea kept to oneself: false shows it to the professionals, for good. What is shown is not hidden again. */
  onlyMine: z.boolean().default(true),
});

export const changeStepInput = stepChangeInput.extend({ stepId: z.string(), version: z.number().int() });

type Input = Omit<z.input<typeof changeStepInput>, keyof StepText> &
  Pick<StepText, 'title' | 'owner' | 'dueOn'> &
  Partial<StepText>;

const textOf = ({ title, why = '', owner, ownerName = '', dueOn, place = '', link = '', stage = null }: Input) =>
  withOwner<StepText>({ title, why, owner, ownerName, dueOn, place, link, stage });

const editIdea = async (work: Work, step: StepRecord, input: Input): Promise<Moved> => {
  const { stepId, version } = input;
  const text = textOf(input);
  const onlyMine = step.onlyMine && (input.onlyMine ?? true);
  if (changesBetween(step, text).length === 0 && onlyMine === step.onlyMine) return { id: step.id, version };
  if (text.dueOn !== step.dueOn) refuseDayGone(text.dueOn, work.today);
  const set = { ...text, word: '', onlyMine };
  return moveStep(work, step, { stepId, version, move: 'edit', action: 'write', why: 'changed a step', set });
};

/**
 * Changes what a step says, as a new proposal to the other side; of one's own idea, as the idea it is. A change that changes nothing is none,
 * except of a step the service had ended: proposing it as it was takes it up again.
 */
export const changeStep = async (work: Work, input: Input): Promise<Moved> => {
  const { stepId, version } = input;
  const moving = { stepId, version, move: 'change', action: 'write', why: 'changed a step' } as const;
  const step = await loadRead(work, moving);
  if (step.state === 'idea') return editIdea(work, step, input);
  if (stateAfter('change', { ...step, side: sideOf(work.actor.role) }) === null) throw new Problem('notNow');
  const text = textOf(input);
  if (step.state !== 'ended' && changesBetween(step, text).length === 0) return { id: step.id, version };
  requireDay(text.dueOn, work.today);
  const set = { ...text, word: '', proposedBy: sideOf(work.actor.role) };
  const moved = await moveStep(work, step, { ...moving, set });
  work.emit('stepProposed', { stepId: step.id, customerId: step.customerId });
  return moved;
};
