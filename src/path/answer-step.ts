import { z } from 'zod';
import { badField } from '../kernel/problem.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';
import { signStep } from './sign-step.ts';

export const stepAnswerInput = z.object({
  answer: z.enum(['agree', 'decline'], 'form.choose'),
  /** Why not, needed with a decline; or what to say with a yes. The step keeps it until it is changed or done, its history for good. */
  word: words(1000, { least: 0 }).default(''),
});

export const answerStepInput = stepAnswerInput.extend({ stepId: z.string(), version: z.number().int() });

/** Agrees to the other side's proposal, with a word if they like, which signs the version that was read; or declines it with a word why. Throws notNow for one's own proposal or one already answered. */
export const answerStep = async (work: Work, input: z.infer<typeof answerStepInput>): Promise<Moved> => {
  const { stepId, version, answer, word } = input;
  const why = answer === 'agree' ? 'agreed to a step' : 'declined a step';
  const moving = {
    stepId,
    version,
    move: answer,
    action: 'answer',
    why,
    set: { word },
  } as const;
  const step = await loadRead(work, moving);
  if (answer === 'decline' && word === '') throw badField('word', 'path.word.required');
  const moved = await moveStep(work, step, moving);
  // Who answers for the customer agrees to the step; a signature is the customer's own to give.
  if (answer === 'agree' && !work.actor.onBehalf) await signStep(work, step);
  work.emit('stepAnswered', { stepId: step.id, customerId: step.customerId });
  return moved;
};
