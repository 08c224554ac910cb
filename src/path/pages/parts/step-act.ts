import type { Form, Page } from '../../../web/page.ts';
import { answerStep, answerStepInput } from '../../answer-step.ts';
import { beginStep, beginStepInput } from '../../begin-step.ts';
import { finishStep, finishStepInput } from '../../finish-step.ts';
import { dropStep, endStep, leaveStepInput } from '../../leave-step.ts';
import { showStep } from '../../show-step.ts';
import { takeUpStep, takeUpStepInput } from '../../take-up-step.ts';
import { withdrawStep, withdrawStepInput } from '../../withdraw-step.ts';

/** Does what the pressed button says. Returns what to tell. */
export const actOnStep = async (page: Page, form: Form, stepId: string): Promise<string> => {
  const read = { stepId, version: form.version };
  switch (form.text('do')) {
    case 'finish': {
      const evidence = { evidence: form.text('evidence'), evidenceLink: form.text('evidenceLink') };
      await page.run(finishStep, form.read(finishStepInput, { ...read, ...evidence }));
      return 'saved';
    }
    case 'start':
      await page.run(beginStep, form.read(beginStepInput, read));
      return 'saved';
    case 'drop':
      await page.run(dropStep, form.read(leaveStepInput, { ...read, word: form.text('word') }));
      return 'saved';
    case 'end':
      await page.run(endStep, form.read(leaveStepInput, { ...read, word: form.text('word') }));
      return 'saved';
    case 'takeUp':
      await page.run(takeUpStep, form.read(takeUpStepInput, read));
      return 'ideaAdded';
    case 'show':
    case 'hide':
      await page.run(showStep, { stepId: read.stepId, isShown: form.text('do') === 'show' });
      return 'saved';
    case 'withdraw':
      await page.run(withdrawStep, form.read(withdrawStepInput, read));
      return 'removed';
    default: {
      const answer = form.text('do');
      await page.run(answerStep, form.read(answerStepInput, { ...read, answer, word: form.text('word') }));
      return answer === 'agree' && page.actor.role === 'customer' ? 'agreed' : 'answered';
    }
  }
};
