import { z } from 'zod';
import { webLink } from '../kernel/web-link.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';

export const evidenceInput = z.object({
  /** What shows that it is done, in the words of who says so; may be left empty. */
  evidence: words(2000, { least: 0 }).default(''),
  evidenceLink: webLink.default(''),
});

export const finishStepInput = evidenceInput.extend({ stepId: z.string(), version: z.number().int() });

/** Says that an agreed step is done, and what shows it. Either side may; the history shows who did. */
export const finishStep = async (work: Work, input: z.input<typeof finishStepInput>): Promise<Moved> => {
  const { stepId, version, evidence = '', evidenceLink = '' } = input;
  // A word said with the yes was said then; who says that it is done has not said it.
  const set = { word: '', evidence, evidenceLink };
  const moving = { stepId, version, move: 'finish', action: 'write', why: 'finished a step', set } as const;
  const step = await loadRead(work, moving);
  const moved = await moveStep(work, step, moving);
  work.emit('stepFinished', { stepId: step.id, customerId: step.customerId });
  return moved;
};
