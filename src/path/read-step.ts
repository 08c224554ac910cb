import { type ReplyPromised, replyPromised } from '../dialogue/index.ts';
import { type ActedMark, readMarks } from '../kernel/acting/acted-for.ts';
import type { Work } from '../kernel/work.ts';
import { type Change, changesBetween, type StepText, sideOf } from './rules.ts';
import { type StepSigned, signedOf } from './sign-step.ts';
import { rolesFor } from './start-step.ts';
import { loadStep, type StepRecord, type StepView, seenBy } from './steps.ts';
import type { ProfessionalRole, Side, StepState } from './tables.ts';

export type StepVersionView = StepText & {
  version: number;
  at: Date;
  personName: string;
  role: string;
  state: StepState;
  word: string;
  evidence: string;
  evidenceLink: string;
  /** What is not as in the version before; empty for the first. */
  changes: Change[];
};

/**
 * What the customer wrote while a step was theirs alone is shown to nobody else, also after it is proposed. Whom a step is shown by the customer's
 * consent sees what it says now, not what it said before.
 */
const versionsOf = async ({ tx, cityId, actor }: Work, step: StepRecord): Promise<StepVersionView[]> => {
  const isShown = actor.role !== 'customer' && actor.role !== step.withRole;
  const rows = await tx
    .selectFrom('stepVersion')
    .select([
      'version',
      'at',
      'personName',
      'role',
      'title',
      'why',
      'owner',
      'ownerName',
      'dueOn',
      'place',
      'link',
      'stage',
    ])
    .select(['evidence', 'evidenceLink', 'state', 'word'])
    .where('cityId', '=', cityId)
    .where('stepId', '=', step.id)
    .where('version', '>=', isShown ? step.version : 1)
    .where('onlyMine', 'in', actor.role === 'customer' ? [true, false] : [false])
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return rows.map((row, index) => {
    const before = rows[index + 1];
    return { ...row, changes: before ? changesBetween(before, row) : [] };
  });
};

/** A step, what the actor can do with it, and which version of it both sides have signed. */
export const readStep = async (
  work: Work,
  { stepId }: { stepId: string },
): Promise<StepView & { signed: StepSigned | null }> => {
  const step = await loadStep(work, stepId, { action: 'read', why: 'step' });
  return { ...seenBy(sideOf(work.actor.role), step), signed: await signedOf(work, step) };
};

/** Every version of a step, the newest first: who made it when, and what changed. */
export const readStepVersions = async (work: Work, { stepId }: { stepId: string }): Promise<StepVersionView[]> => {
  const step = await loadStep(work, stepId, { action: 'read', why: 'history of a step' });
  return versionsOf(work, step);
};

export type StepWithHistory = { step: StepView & { signed: StepSigned | null }; versions: StepVersionView[] };

/** A step with its history. */
export const readStepWithHistory = async (work: Work, input: { stepId: string }): Promise<StepWithHistory> => {
  const step = await readStep(work, input);
  return { step, versions: await versionsOf(work, step) };
};

export type StepOnPage = StepWithHistory & {
  mySide: Side;
  /** Who looks after the customer, for the customer to show it to. */
  others: ProfessionalRole[];
  /** By when an adviser answers it. What the two have between them: whom a step is shown otherwise is no part of it. */
  promised: ReplyPromised | null;
  /** What was done of it for the customer, who alone reads it here. */
  marks: ActedMark[];
};

/** A step as its page shows it. */
export const readStepOnPage = async (work: Work, input: { stepId: string }): Promise<StepOnPage> => {
  const found = await readStepWithHistory(work, input);
  const { id, customerId, withRole } = found.step;
  const mySide = sideOf(work.actor.role);
  const isBetweenUs = mySide === 'customer' || mySide === withRole;
  return {
    ...found,
    mySide,
    others: mySide === 'customer' ? await rolesFor(work, customerId) : [],
    promised: isBetweenUs ? await replyPromised(work, { about: 'step', thingId: id }) : null,
    marks: await readMarks(work, { path: `/steps/${id}` }),
  };
};
