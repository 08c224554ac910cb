import { z } from 'zod';
import { professionalKinds } from '../kernel/actor.ts';
import { newId } from '../kernel/ids.ts';
import { badField } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { lookingAfter } from './kinds/name-social-worker.ts';
import type { Moved } from './move-step.ts';
import { stepCustomer } from './plan-customer.ts';
import type { StepText } from './rules.ts';
import { sideOf } from './rules.ts';
import { requireDay, stepTextInput, withOwner } from './step-input.ts';
import { keepPromise } from './step-promise.ts';
import { keepVersion } from './steps.ts';
import type { ProfessionalRole } from './tables.ts';

export const proposalInput = stepTextInput.extend({
  /** A challenge the customer has said yes to, when the step grows from one. */
  challengeId: z.uuid().nullable().default(null),
  /** With whom the customer wants to agree on it. A professional proposes for themselves. */
  withRole: z.enum(professionalKinds, 'form.choose').default('adviser'),
});

export const proposeStepInput = proposalInput.extend({
  /** Whose plan; null for the actor's own. */
  customerId: z.string().nullable(),
});

/** The professional a customer chose to agree with. Throws badInput where nobody looks after them as that. An adviser may come later. */
export const chosenRole = async (
  work: Work,
  customerId: string,
  role: ProfessionalRole = 'adviser',
): Promise<ProfessionalRole> => {
  if (role === 'adviser') return role;
  const people = await lookingAfter(work, customerId);
  if (!people.some(({ kind }) => kind === role)) throw badField('withRole', 'form.choose');
  return role;
};

const hasSaidYes = async ({ tx, cityId }: Work, customerId: string, challengeId: string): Promise<boolean> => {
  const yes = await tx
    .selectFrom('answer')
    .select('id')
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .where('challengeId', '=', challengeId)
    .where('answer', '=', 'yes')
    .executeTakeFirst();
  return yes !== undefined;
};

/** Puts a step on a plan as a proposal that the other side answers. Throws badInput for a challenge without the customer's yes. */
export const proposeStep = async (work: Work, input: z.input<typeof proposeStepInput>): Promise<Moved> => {
  const { customerId, challengeId = null, title, why = '', owner, ownerName = '', dueOn } = input;
  const { place = '', link = '', stage = null } = input;
  const text = withOwner<StepText>({ title, why, owner, ownerName, dueOn, place, link, stage });
  const customer = await stepCustomer(work, customerId, { action: 'propose', why: 'proposed a step' });
  requireDay(dueOn, work.today);
  if (challengeId !== null && !(await hasSaidYes(work, customer.id, challengeId)))
    throw badField('challengeId', 'path.challenge.noYes');
  const side = sideOf(work.actor.role);
  const withRole = side === 'customer' ? await chosenRole(work, customer.id, input.withRole) : side;
  if (challengeId !== null && withRole !== 'adviser') throw badField('challengeId', 'path.challenge.withAdviser');
  const id = newId();
  const step = { cityId: work.cityId, id, customerId: customer.id, ...text, challengeId, withRole };
  await work.tx
    .insertInto('step')
    .values({
      ...step,
      state: 'proposed',
      proposedBy: side,
      createdAt: work.now,
      changedAt: work.now,
    })
    .execute();
  await keepVersion(work, id);
  const before = { id, customerId: customer.id, state: null, proposedBy: side, withRole };
  await keepPromise(work, before, { state: 'proposed' });
  work.emit('stepProposed', { stepId: id, customerId: customer.id });
  return { id, version: 1 };
};
