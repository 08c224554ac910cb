import { addDays } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Making } from './making.ts';

/** A goal and steps of both sides. */
export const makePlan = async ({ ids, customer, adviser, now, today, mark, row }: Making) => {
  const { customerId } = ids;
  const planId = newId();
  const writer = { at: now, personId: adviser.personId, personName: adviser.actor.name, role: 'adviser' };
  await row('plan', { id: planId, customerId, goal: mark('goal'), createdAt: now });
  await row('plan_version', { planId, version: 1, ...writer, goal: mark('goal') });
  const by = ({ personId, actor }: Making['adviser'], role: string) => ({ personId, personName: actor.name, role });
  const step = async (id: string, state: string, proposedBy: 'adviser' | 'customer', onlyMine = false) => {
    const text = mark(onlyMine ? 'ownIdea' : 'step');
    const said = {
      title: text,
      why: text,
      place: text,
      link: `https://example.invalid/${text}`,
      evidence: text,
      onlyMine,
      owner: proposedBy,
      dueOn: addDays(today, 14),
      state,
      word: '',
    };
    await row('step', { id, customerId, proposedBy, createdAt: now, changedAt: now, ...said });
    const writing =
      proposedBy === 'adviser'
        ? writer
        : { ...writer, personId: customer.personId, personName: customer.actor.name, role: 'customer' };
    await row('step_version', { stepId: id, version: 1, ...writing, ...said });
  };
  await step(ids.stepId, 'proposed', 'adviser');
  await step(ids.agreedStepId, 'agreed', 'adviser');
  const signed = { stepId: ids.agreedStepId, version: 1, sha256: Buffer.alloc(32, customerId), signedAt: now };
  await row('step_signature', { ...signed, side: 'adviser', ...by(adviser, 'adviser') });
  await row('step_signature', { ...signed, side: 'customer', ...by(customer, 'customer') });
  await step(ids.customerStepId, 'proposed', 'customer');
  await step(ids.ideaStepId, 'idea', 'customer');
  await step(ids.ownIdeaStepId, 'idea', 'customer', true);
  await step(ids.droppedStepId, 'dropped', 'customer');
};
