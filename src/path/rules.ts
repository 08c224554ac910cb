import { professionalKinds, type Role } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import type { Owner, ProfessionalRole, Side, Stage, StepState } from './tables.ts';

export const stepMoves = [
  'propose',
  'agree',
  'decline',
  'withdraw',
  'edit',
  'change',
  'start',
  'finish',
  'drop',
  'end',
  'takeUp',
] as const;
export type StepMove = (typeof stepMoves)[number];

type Rule = {
  move: StepMove;
  from: readonly StepState[];
  /** Who may: the side that made the proposal, the one it was made to, both; or whoever the plan is of, or who looks after it. */
  by: 'proposer' | 'other' | 'either' | 'customer' | 'professional';
  to: StepState;
};

/**
 * What can be done with a step by its two sides, the customer and the professional it is with: read it aloud. An idea is the customer's own until they propose it. Nobody agrees to their own proposal. A
 * change, also of what was agreed, is a new proposal that the other side answers. The customer drops what they will not do, the service ends
 * what it will not; the customer takes either up again as an idea, and the service proposes anew what it ended. Done and withdrawn are the end.
 */
export const stepRules: readonly Rule[] = [
  { move: 'propose', from: ['idea'], by: 'customer', to: 'proposed' },
  { move: 'agree', from: ['proposed'], by: 'other', to: 'agreed' },
  { move: 'decline', from: ['proposed'], by: 'other', to: 'declined' },
  { move: 'withdraw', from: ['proposed'], by: 'proposer', to: 'withdrawn' },
  { move: 'edit', from: ['idea'], by: 'customer', to: 'idea' },
  { move: 'change', from: ['proposed', 'agreed', 'doing', 'declined'], by: 'either', to: 'proposed' },
  { move: 'change', from: ['ended'], by: 'professional', to: 'proposed' },
  { move: 'start', from: ['agreed'], by: 'either', to: 'doing' },
  { move: 'finish', from: ['agreed', 'doing'], by: 'either', to: 'done' },
  { move: 'drop', from: ['idea', 'agreed', 'doing', 'declined'], by: 'customer', to: 'dropped' },
  { move: 'end', from: ['agreed', 'doing'], by: 'professional', to: 'ended' },
  { move: 'takeUp', from: ['dropped', 'ended'], by: 'customer', to: 'idea' },
];

/** The other of a step's two sides. */
export const otherSide = (side: Side, withRole: ProfessionalRole): Side =>
  side === 'customer' ? withRole : 'customer';

/** The professional a step is not with: who sees it by the customer's consent only. */
export const otherProfessional = (withRole: ProfessionalRole): ProfessionalRole =>
  withRole === 'adviser' ? 'socialWorker' : 'adviser';

/** The side a role writes steps for. Throws notYourRole for one that writes none. */
export const sideOf = (role: Role): Side => {
  const side = (['customer', ...professionalKinds] as const).find((one) => one === role);
  if (side !== undefined) return side;
  throw new Problem('notYourRole');
};

type Situation = { state: StepState; proposedBy: Side; withRole: ProfessionalRole; side: Side };

/** The state a step comes to by a move; null when it cannot be made now, or not by this side. */
export const stateAfter = (move: StepMove, { state, proposedBy, withRole, side }: Situation): StepState | null => {
  if (side !== 'customer' && side !== withRole) return null;
  const acting = [
    'either',
    side === proposedBy ? 'proposer' : 'other',
    side === 'customer' ? 'customer' : 'professional',
  ];
  const rule = stepRules.find((one) => one.move === move && one.from.includes(state) && acting.includes(one.by));
  return rule?.to ?? null;
};

export const movesFor = (situation: Situation): StepMove[] =>
  stepMoves.filter((move) => stateAfter(move, situation) !== null);

/** Whose answer a step waits for; null when it waits for none. */
export const waitsFor = ({ state, proposedBy, withRole }: Omit<Situation, 'side'>): Side | null =>
  state === 'proposed' ? otherSide(proposedBy, withRole) : null;

export const stepFields = ['title', 'why', 'owner', 'ownerName', 'dueOn', 'place', 'link', 'stage'] as const;
export type StepField = (typeof stepFields)[number];
export type StepText = {
  title: string;
  why: string;
  owner: Owner;
  /** Who it is, where the owner is 'named'; else empty. */
  ownerName: string;
  /** YYYY-MM-DD; null where an idea has no day. */
  dueOn: string | null;
  place: string;
  /** http or https; empty for none. */
  link: string;
  stage: Stage | null;
};
/** Null is said as the empty text. */
export type Change = { field: StepField; before: string; after: string };

/** The fields that are not as they were. */
export const changesBetween = (before: StepText, after: StepText): Change[] =>
  stepFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }));
