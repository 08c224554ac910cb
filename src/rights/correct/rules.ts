/** The two of a request: who asks for the correction, and the person who answers it. */
export const correctionSides = ['customer', 'person'] as const;
export type CorrectionSide = (typeof correctionSides)[number];

export const correctionStates = ['asked', 'corrected', 'refused', 'withdrawn'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** What a request is; nothing of it is stored but its times and whether it was done. */
export const stateOfCorrection = ({
  isDone,
  withdrawnAt,
}: {
  isDone: boolean | null;
  withdrawnAt: Date | null;
}): CorrectionState => {
  if (withdrawnAt !== null) return 'withdrawn';
  if (isDone === null) return 'asked';
  return isDone ? 'corrected' : 'refused';
};

export const correctionMoves = ['correct', 'refuse', 'withdraw'] as const;
export type CorrectionMove = (typeof correctionMoves)[number];

/** What can be done with a request, by whom, when. */
const rules: Record<CorrectionMove, { by: CorrectionSide; from: readonly CorrectionState[]; to: CorrectionState }> = {
  correct: { by: 'person', from: ['asked'], to: 'corrected' },
  refuse: { by: 'person', from: ['asked'], to: 'refused' },
  withdraw: { by: 'customer', from: ['asked'], to: 'withdrawn' },
};

/** The state a request comes to by a move; null when it cannot be made from here, or not by this side. */
export const correctionAfter = (
  move: CorrectionMove,
  { state, side }: { state: CorrectionState; side: CorrectionSide },
): CorrectionState | null => {
  const rule = rules[move];
  return rule.by === side && rule.from.includes(state) ? rule.to : null;
};

/** Whether the answer is late on a day: the day it was due is still in time. Both YYYY-MM-DD. */
export const isLate = ({ state, dueOn }: { state: CorrectionState; dueOn: string }, today: string): boolean =>
  state === 'asked' && dueOn < today;

/** How many requests of one customer may wait at a time: more is a talk, not a request. */
export const mostWaiting = 10;
