import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';
import type { MarkKind } from './marks.ts';

/** A goal and steps of both sides. */
export const makePlan = ({ ids, customer, adviser, socialWorker, now, today, mark, row }: Making) => {
  const { customerId } = ids;
  const planId = newId();
  const by = ({ personId, actor }: Making['adviser'], role: string) => ({ personId, personName: actor.name, role });
  row('plan', { id: planId, customerId, goal: mark('goal'), createdAt: now });
  row('plan_version', { planId, version: 1, at: now, ...by(adviser, 'adviser'), goal: mark('goal') });
  const writers = {
    customer: by(customer, 'customer'),
    adviser: by(adviser, 'adviser'),
    socialWorker: by(socialWorker, 'socialWorker'),
  };
  const step = (id: string, state: string, proposedBy: keyof typeof writers, marked: MarkKind = 'step') => {
    const text = mark(marked);
    const said = {
      title: text,
      why: text,
      place: text,
      link: `https://example.invalid/${text}`,
      evidence: text,
      onlyMine: marked === 'ownIdea',
      owner: proposedBy,
      dueOn: addDays(today, 14),
      state,
      word: '',
    };
    const withRole = marked === 'socialStep' ? 'socialWorker' : 'adviser';
    row('step', { id, customerId, proposedBy, withRole, createdAt: now, changedAt: now, ...said });
    row('step_version', { stepId: id, version: 1, at: now, ...writers[proposedBy], ...said });
  };
  step(ids.stepId, 'proposed', 'adviser');
  step(ids.agreedStepId, 'agreed', 'adviser');
  const signed = { stepId: ids.agreedStepId, version: 1, sha256: Buffer.alloc(32, customerId), signedAt: now };
  row('step_signature', { ...signed, side: 'adviser', ...writers.adviser });
  row('step_signature', { ...signed, side: 'customer', ...writers.customer });
  step(ids.customerStepId, 'proposed', 'customer');
  step(ids.ideaStepId, 'idea', 'customer');
  step(ids.ownIdeaStepId, 'idea', 'customer', 'ownIdea');
  step(ids.droppedStepId, 'dropped', 'customer');
  // With the social worker, theirs and the customer's alone: agreed, and proposed by either; and one with the adviser that the customer shows them.
  step(ids.socialStepId, 'agreed', 'socialWorker', 'socialStep');
  step(ids.socialProposedStepId, 'proposed', 'socialWorker', 'socialStep');
  step(ids.socialAskedStepId, 'proposed', 'customer', 'socialStep');
  row('step_shown', { id: newId(), customerId, stepId: ids.stepId, shownTo: 'socialWorker', givenAt: now });
};
