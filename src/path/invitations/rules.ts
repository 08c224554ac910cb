import type { InvitationSide } from './tables.ts';

export const invitationStates = [
  'proposed',
  'lapsed',
  'open',
  'past',
  'declined',
  'takenBack',
  'withdrawn',
  'left',
] as const;
export type InvitationState = (typeof invitationStates)[number];

export type InvitationFacts = {
  agreedAt: Date | null;
  declinedAt: Date | null;
  endedAt: Date | null;
  endedBy: InvitationSide | null;
  /** The last day, YYYY-MM-DD. */
  untilOn: string;
};

const endedAs = { customer: 'withdrawn', proposer: 'takenBack', invited: 'left' } as const;

/** What an invitation is on a day (YYYY-MM-DD); nothing of it is stored but what happened. */
export const stateOfInvitation = (
  { agreedAt, declinedAt, endedAt, endedBy, untilOn }: InvitationFacts,
  today: string,
): InvitationState => {
  if (endedAt !== null && endedBy !== null) return endedAs[endedBy];
  if (declinedAt !== null) return 'declined';
  if (agreedAt === null) return untilOn < today ? 'lapsed' : 'proposed';
  return untilOn < today ? 'past' : 'open';
};

export const invitationMoves = ['agree', 'decline', 'takeBack', 'change', 'withdraw', 'leave', 'look'] as const;
export type InvitationMove = (typeof invitationMoves)[number];

/**
 * What can be done with an invitation, by whom, when: read it aloud. Nothing is shown before the customer has agreed, nor after it has ended, and
 * what has ended is not opened again: they invite anew.
 */
export const invitationRules: Record<InvitationMove, { by: InvitationSide; from: readonly InvitationState[] }> = {
  agree: { by: 'customer', from: ['proposed'] },
  decline: { by: 'customer', from: ['proposed'] },
  takeBack: { by: 'proposer', from: ['proposed'] },
  change: { by: 'customer', from: ['open'] },
  withdraw: { by: 'customer', from: ['open'] },
  leave: { by: 'invited', from: ['open'] },
  look: { by: 'invited', from: ['open'] },
};

export const mayMove = (
  move: InvitationMove,
  { state, side }: { state: InvitationState; side: InvitationSide },
): boolean => invitationRules[move].by === side && invitationRules[move].from.includes(state);

export const movesFor = (situation: { state: InvitationState; side: InvitationSide }): InvitationMove[] =>
  invitationMoves.filter((move) => mayMove(move, situation));
