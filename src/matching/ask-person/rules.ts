/** The two of an ask: who asked, and the person who looks: who it was handed to, their adviser, or whoever gives advisers. */
export const askSides = ['customer', 'person'] as const;
export type AskSide = (typeof askSides)[number];

export const askStates = ['asked', 'answered', 'withdrawn'] as const;
export type AskState = (typeof askStates)[number];

type Times = { answeredAt: Date | null; withdrawnAt: Date | null };

/** What an ask is; nothing of it is stored but its times. */
export const stateOfAsk = ({ answeredAt, withdrawnAt }: Times): AskState => {
  if (withdrawnAt !== null) return 'withdrawn';
  return answeredAt === null ? 'asked' : 'answered';
};

export const askMoves = ['answer', 'handOver', 'withdraw', 'read'] as const;
export type AskMove = (typeof askMoves)[number];

/** What can be done with an ask, by whom, when: read it aloud. */
export const askRules: Record<AskMove, { by: AskSide; from: readonly AskState[]; to: AskState }> = {
  answer: { by: 'person', from: ['asked'], to: 'answered' },
  // To another adviser: it waits as before, until the same day.
  handOver: { by: 'person', from: ['asked'], to: 'asked' },
  withdraw: { by: 'customer', from: ['asked'], to: 'withdrawn' },
  // That they have read the answer: it waits for them no more.
  read: { by: 'customer', from: ['answered'], to: 'answered' },
};

/** The state an ask comes to by a move; null when it cannot be made from here, or not by this side. */
export const askAfter = (move: AskMove, { state, side }: { state: AskState; side: AskSide }): AskState | null => {
  const rule = askRules[move];
  return rule.by === side && rule.from.includes(state) ? rule.to : null;
};

/** Whether the answer is late on a day: the day it was due is still in time. Both YYYY-MM-DD. */
export const isOverdue = ({ state, dueOn }: { state: AskState; dueOn: string }, today: string): boolean =>
  state === 'asked' && dueOn < today;

/** How many asks of one customer may wait at a time: more is a talk, not a question. */
export const mostWaiting = 10;
/** How many challenges one answer may put among what is shown. */
export const mostProposals = 3;
