import type { Action } from '../kernel/access/policy.ts';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { type StepMove, type StepText, sideOf, stateAfter } from './rules.ts';
import { keepPromise } from './step-promise.ts';
import { keepVersion, loadStep, lostRace, type StepRecord } from './steps.ts';
import type { ProfessionalRole, Side } from './tables.ts';

export type Moved = { id: string; version: number };

export type Moving = {
  stepId: string;
  /** The version the actor read. */
  version: number;
  move: StepMove;
  action: Action;
  /** For the use log. */
  why: string;
  set?: Partial<StepText> & {
    word?: string;
    proposedBy?: Side;
    evidence?: string;
    evidenceLink?: string;
    onlyMine?: boolean;
    withRole?: ProfessionalRole;
  };
};

/** The version moved must be the one that was read. Throws changedMeanwhile with the step as it is now. */
export const loadRead = async (work: Work, { stepId, version, action, why }: Moving): Promise<StepRecord> => {
  const step = await loadStep(work, stepId, { action, why });
  if (step.version !== version) throw await lostRace(work, step.id);
  return step;
};

/** Makes a move on a step that has been loaded and authorised, and keeps the version it makes. Throws notNow for one the rules do not allow. */
export const moveStep = async (work: Work, step: StepRecord, { move, set = {} }: Moving): Promise<Moved> => {
  const state = stateAfter(move, { ...step, side: sideOf(work.actor.role) });
  if (state === null) throw new Problem('notNow');
  const version = step.version + 1;
  const { numUpdatedRows } = await work.tx
    .updateTable('step')
    .set({ ...set, state, version, changedAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('id', '=', step.id)
    .where('version', '=', step.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw await lostRace(work, step.id);
  await keepVersion(work, step.id);
  await keepPromise(work, { ...step, withRole: set.withRole ?? step.withRole }, { state });
  return { id: step.id, version };
};
