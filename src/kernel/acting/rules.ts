/** How the customer was there when an official acted for them. */
export const actedWays = ['phone', 'desk'] as const;
export type ActedWay = (typeof actedWays)[number];

/** What can be done for a customer, who has decided it and says it there and then. */
export const actedWhats = [
  'stepAnswer',
  'limits',
  'appointmentBooked',
  'appointmentAccepted',
  'appointmentMoved',
  'appointmentCancelled',
  'afterCare',
  'documentGiven',
  'documentOffered',
  'story',
  'suggestions',
  'reach',
] as const;
export type ActedWhat = (typeof actedWhats)[number];

/**
 * What nobody does for somebody else, however it is asked: it binds them or lets somebody in, and a click of another's would prove nothing of what they want; what
 * they write to somebody is theirs; and what is gone cannot be disputed.
 */
export const neverWhats = ['sign', 'consent', 'yes', 'vouch', 'write', 'erase'] as const;

export const actedStates = ['told', 'disputed', 'answered'] as const;
export type ActedState = (typeof actedStates)[number];

/** Where it stands, by its facts: told to the customer; said by them not to be so; answered. */
export const actedState = ({
  disputedAt,
  answeredAt,
}: {
  disputedAt: Date | null;
  answeredAt: Date | null;
}): ActedState => {
  if (disputedAt === null) return 'told';
  return answeredAt === null ? 'disputed' : 'answered';
};

export type ActedSide = 'customer' | 'adviser';
export const actedMoves = ['dispute', 'answer'] as const;
export type ActedMove = (typeof actedMoves)[number];

/** Read it aloud: the customer says that it is not so, once; their adviser answers, once. */
const rules: readonly { move: ActedMove; from: ActedState; by: ActedSide; to: ActedState }[] = [
  { move: 'dispute', from: 'told', by: 'customer', to: 'disputed' },
  { move: 'answer', from: 'disputed', by: 'adviser', to: 'answered' },
];

/** The state a move leads to; null where it cannot be made now, or not by this side. */
export const actedAfter = (
  move: ActedMove,
  { state, side }: { state: ActedState; side: ActedSide },
): ActedState | null => rules.find((rule) => rule.move === move && rule.from === state && rule.by === side)?.to ?? null;
