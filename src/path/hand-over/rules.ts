import type { HandOverSide } from './tables.ts';

export const handOverStates = ['waiting', 'accepted', 'declined', 'expired', 'takenBack', 'overtaken'] as const;
export type HandOverState = (typeof handOverStates)[number];

export type HandOverFacts = {
  acceptedAt: Date | null;
  declinedAt: Date | null;
  takenBackAt: Date | null;
  expiredAt: Date | null;
  /** The last day to answer, YYYY-MM-DD. */
  dueOn: string;
  /** Who began it still looks after the customer; and of another authority nobody does yet. */
  isStillTheirs: boolean;
};

/** What a hand-over is on a day (YYYY-MM-DD). 'overtaken': the customer has gone to somebody else another way, and there is nothing to hand over. */
export const stateOfHandOver = (
  { acceptedAt, declinedAt, takenBackAt, expiredAt, dueOn, isStillTheirs }: HandOverFacts,
  today: string,
): HandOverState => {
  if (acceptedAt !== null) return 'accepted';
  if (declinedAt !== null) return 'declined';
  if (takenBackAt !== null) return 'takenBack';
  if (expiredAt !== null || dueOn < today) return 'expired';
  return isStillTheirs ? 'waiting' : 'overtaken';
};

export const handOverMoves = ['accept', 'decline', 'takeBack'] as const;
export type HandOverMove = (typeof handOverMoves)[number];

/** What can be done with a hand-over, by whom: read it aloud. Once it is answered, past its day or taken back it is over; another is begun anew. */
export const handOverRules: Record<HandOverMove, { by: HandOverSide; from: HandOverState; to: HandOverState }> = {
  accept: { by: 'receiver', from: 'waiting', to: 'accepted' },
  decline: { by: 'receiver', from: 'waiting', to: 'declined' },
  takeBack: { by: 'giver', from: 'waiting', to: 'takenBack' },
};

/** The state a hand-over comes to by a move; null when it cannot be made now, or not by this side. */
export const stateAfter = (
  move: HandOverMove,
  { state, side }: { state: HandOverState; side: HandOverSide },
): HandOverState | null => {
  const { by, from, to } = handOverRules[move];
  return by === side && from === state ? to : null;
};

export const movesFor = (situation: { state: HandOverState; side: HandOverSide }): HandOverMove[] =>
  handOverMoves.filter((move) => stateAfter(move, situation) !== null);
