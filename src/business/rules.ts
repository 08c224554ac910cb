import type { Role } from '../kernel/actor.ts';
import type { ChallengeState } from './tables.ts';

/** Where a challenge stands on a day. 'ended' is derived: published, and its last day is over. */
export const standings = ['draft', 'published', 'ended', 'paused', 'closed'] as const;
export type Standing = (typeof standings)[number];

export const standingOf = ({ state, untilOn }: { state: ChallengeState; untilOn: string }, today: string): Standing =>
  state === 'published' && untilOn < today ? 'ended' : state;

export const moveNames = ['publish', 'pause', 'goOn', 'close'] as const;
export type MoveName = (typeof moveNames)[number];

type Rule = {
  from: readonly Standing[];
  to: ChallengeState;
  roles: readonly Role[];
  /** Customers will see it from now on, so nothing they need may be missing. */
  mustBeReady: boolean;
};

/** How a challenge moves. What is not here cannot be done; a closed one goes on as a copy. */
export const challengeMoves: Record<MoveName, Rule> = {
  publish: { from: ['draft'], to: 'published', roles: ['businessContact'], mustBeReady: true },
  pause: { from: ['published'], to: 'paused', roles: ['businessContact'], mustBeReady: false },
  goOn: { from: ['paused'], to: 'published', roles: ['businessContact'], mustBeReady: true },
  close: { from: ['published', 'ended', 'paused'], to: 'closed', roles: ['businessContact'], mustBeReady: false },
};

export const canMove = (move: MoveName, { standing, role }: { standing: Standing; role: Role }): boolean =>
  challengeMoves[move].from.includes(standing) && challengeMoves[move].roles.includes(role);

/** What the role may do with a challenge that stands so, in the order it is offered. */
export const movesFrom = (at: { standing: Standing; role: Role }): MoveName[] =>
  moveNames.filter((move) => canMove(move, at));

/** The text and needs of a closed challenge stay as they were answered. */
export const canChange = (standing: Standing): boolean => standing !== 'closed';

export type Missing = 'title' | 'problem' | 'needs' | 'untilOn';

/** What a challenge lacks before customers can see it, in the order it is asked. */
export const missingToPublish = (
  challenge: { title: string; problem: string; needCount: number; untilOn: string },
  today: string,
): Missing[] => {
  const missing: Missing[] = [];
  if (challenge.problem.trim() === '') missing.push('problem');
  if (challenge.title.trim() === '') missing.push('title');
  if (challenge.needCount === 0) missing.push('needs');
  if (challenge.untilOn < today) missing.push('untilOn');
  return missing;
};
