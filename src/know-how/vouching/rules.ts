import type { EvidenceState, VouchingState } from './tables.ts';

/** The two of a vouching: whose skill it is, and who was asked, or offered, to say that they have seen it. */
export const vouchSides = ['customer', 'voucher'] as const;
export type VouchSide = (typeof vouchSides)[number];

export const requestStates = ['draft', 'asked', 'runOut', 'answered', 'ended'] as const;
export type RequestState = (typeof requestStates)[number];

type Times = { askedAt: Date | null; answeredAt: Date | null; endedAt: Date | null; openUntil: Date | null };

/** What a request is at an instant; nothing of it is stored but its times. */
export const stateOfRequest = ({ askedAt, answeredAt, endedAt, openUntil }: Times, now: Date): RequestState => {
  if (endedAt !== null) return 'ended';
  if (answeredAt !== null) return 'answered';
  if (askedAt === null) return 'draft';
  return openUntil !== null && openUntil > now ? 'asked' : 'runOut';
};

export const requestMoves = ['change', 'send', 'sendAgain', 'end', 'answer'] as const;
export type RequestMove = (typeof requestMoves)[number];

/** What can be done with a request, by whom, when: read it aloud. */
export const requestRules: Record<RequestMove, { by: VouchSide; from: readonly RequestState[] }> = {
  change: { by: 'customer', from: ['draft'] },
  send: { by: 'customer', from: ['draft'] },
  sendAgain: { by: 'customer', from: ['asked', 'runOut'] },
  end: { by: 'customer', from: ['draft', 'asked', 'runOut'] },
  answer: { by: 'voucher', from: ['asked'] },
};

export const mayMove = (move: RequestMove, { state, side }: { state: RequestState; side: VouchSide }): boolean =>
  requestRules[move].by === side && requestRules[move].from.includes(state);

export const vouchAnswers = ['seen', 'cannotSay', 'declined'] as const;
export type VouchAnswer = (typeof vouchAnswers)[number];

export const customerDecisions = ['accept', 'leave', 'remove'] as const;
export type CustomerDecision = (typeof customerDecisions)[number];

export type VouchingMove = VouchAnswer | CustomerDecision | 'withdraw';

/**
 * One skill of a request. The voucher answers once and can take back what they said at any time; the customer takes it or not, also later on,
 * and takes it away again. What was taken back by its voucher is over: only they could say it anew.
 */
export const vouchingRules: Record<VouchingMove, { by: VouchSide; from: readonly VouchingState[]; to: VouchingState }> =
  {
    seen: { by: 'voucher', from: ['asked'], to: 'offered' },
    cannotSay: { by: 'voucher', from: ['asked'], to: 'cannotSay' },
    declined: { by: 'voucher', from: ['asked'], to: 'declined' },
    withdraw: { by: 'voucher', from: ['offered', 'accepted', 'left', 'removed'], to: 'withdrawn' },
    accept: { by: 'customer', from: ['offered', 'left', 'removed'], to: 'accepted' },
    leave: { by: 'customer', from: ['offered'], to: 'left' },
    remove: { by: 'customer', from: ['accepted'], to: 'removed' },
  };

/** The state a vouching comes to by a move; null when it cannot be made from here, or not by this side. */
export const vouchingAfter = (
  move: VouchingMove,
  { state, side }: { state: VouchingState; side: VouchSide },
): VouchingState | null => {
  const rule = vouchingRules[move];
  return rule.by === side && rule.from.includes(state) ? rule.to : null;
};

/** What somebody said they have seen, and has not taken back: while there is such, the link they hold opens. */
export const isStanding = (state: VouchingState): boolean => vouchingRules.withdraw.from.includes(state);

const evidenceRules: Record<CustomerDecision, { from: readonly EvidenceState[]; to: EvidenceState }> = {
  accept: { from: ['offered', 'accepted', 'left', 'removed'], to: 'accepted' },
  leave: { from: ['offered'], to: 'left' },
  remove: { from: ['accepted'], to: 'removed' },
};

/** The state of evidence after its customer's decision, who is the only one to decide; accepting again chooses the skills anew. */
export const evidenceAfter = (decision: CustomerDecision, state: EvidenceState): EvidenceState | null =>
  evidenceRules[decision].from.includes(state) ? evidenceRules[decision].to : null;

/** Skills in one request: a person answers for a few. */
export const mostAsked = 8;
