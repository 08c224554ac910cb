import { z } from 'zod';
import { professionalKinds } from '../kernel/actor.ts';
import type { Work } from '../kernel/work.ts';
import { loadRead, type Moved, moveStep } from './move-step.ts';
import { chosenRole } from './propose-step.ts';
import type { StepText } from './rules.ts';
import { requireDay, stepTextInput, withOwner } from './step-input.ts';

export const ideaProposalInput = stepTextInput.extend({
  /** With whom to agree on it; of an idea that was proposed before it stays with whom it was. */
  withRole: z.enum(professionalKinds, 'form.choose').default('adviser'),
});

export const proposeIdeaInput = ideaProposalInput.extend({ stepId: z.string(), version: z.number().int() });

/** Proposes one's own idea to the other side, as it says from now on. From then on it is no more one's own alone; how it was before stays so. */
export const proposeIdea = async (work: Work, input: z.input<typeof proposeIdeaInput>): Promise<Moved> => {
  const { stepId, version, withRole: chosen, title, why = '', owner, ownerName = '', dueOn } = input;
  const { place = '', link = '', stage = null } = input;
  const text = withOwner<StepText>({ title, why, owner, ownerName, dueOn, place, link, stage });
  const moving = { stepId, version, move: 'propose', action: 'propose', why: 'proposed a step' } as const;
  const step = await loadRead(work, moving);
  requireDay(dueOn, work.today);
  const withRole = step.wasProposed ? step.withRole : await chosenRole(work, step.customerId, chosen);
  const set = { ...text, word: '', proposedBy: 'customer', onlyMine: false, withRole } as const;
  const moved = await moveStep(work, step, { ...moving, set });
  work.emit('stepProposed', { stepId: step.id, customerId: step.customerId });
  return moved;
};
