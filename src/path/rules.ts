import type { Role } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import type { Side, StepState } from './tables.ts';

export const stepMoves = ['agree', 'decline', 'withdraw', 'change', 'finish'] as const;
export type StepMove = (typeof stepMoves)[number];

type Rule = {
  move: StepMove;
  from: readonly StepState[];
  /** Who may: the side that made the proposal, the one it was made to, or both. */
  by: 'proposer' | 'other' | 'either';
  to: StepState;
};

/**
 * What can be done with a step: read it aloud. Nobody agrees to their own proposal. A change, also of what was agreed, is a new proposal that
 * the other side answers. Done and withdrawn are the end.
 */
export const stepRules: readonly Rule[] = [
  { move: 'agree', from: ['proposed'], by: 'other', to: 'agreed' },
  { move: 'decline', from: ['proposed'], by: 'other', to: 'declined' },
  { move: 'withdraw', from: ['proposed'], by: 'proposer', to: 'withdrawn' },
  { move: 'change', from: ['proposed', 'agreed', 'declined'], by: 'either', to: 'proposed' },
  { move: 'finish', from: ['agreed'], by: 'either', to: 'done' },
];

export const otherSide = (side: Side): Side => (side === 'customer' ? 'adviser' : 'customer');

/** The side a role writes plans for. Throws notYourRole for one that writes none. */
export const sideOf = (role: Role): Side => {
  if (role === 'customer' || role === 'adviser') return role;
  throw new Problem('notYourRole');
};

type Situation = { state: StepState; proposedBy: Side; side: Side };

/** The state a step comes to by a move; null when it cannot be made now, or not by this side. */
export const stateAfter = (move: StepMove, { state, proposedBy, side }: Situation): StepState | null => {
  const role = side === proposedBy ? 'proposer' : 'other';
  const rule = stepRules.find(
    (one) => one.move === move && one.from.includes(state) && ['either', role].includes(one.by),
  );
  return rule?.to ?? null;
};

export const movesFor = (situation: Situation): StepMove[] =>
  stepMoves.filter((move) => stateAfter(move, situation) !== null);

/** Whose answer a step waits for; null when it waits for none. */
export const waitsFor = ({ state, proposedBy }: { state: StepState; proposedBy: Side }): Side | null =>
  state === 'proposed' ? otherSide(proposedBy) : null;

export const stepFields = ['title', 'why', 'owner', 'dueOn'] as const;
export type StepField = (typeof stepFields)[number];
export type StepText = { title: string; why: string; owner: Side; dueOn: string };
export type Change = { field: StepField; before: string; after: string };

/** The fields that are not as they were. */
export const changesBetween = (before: StepText, after: StepText): Change[] =>
  stepFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));

/** Days within which a step's day counts as near. */
export const soonDays = 7;
/** Days for which a yes to a challenge counts as lately said. */
export const latelyDays = 30;
