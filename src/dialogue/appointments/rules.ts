import type { AppointmentState, MeetingSide } from './tables.ts';

export const appointmentMoves = ['accept', 'move', 'cancel', 'hold', 'miss'] as const;
export type AppointmentMove = (typeof appointmentMoves)[number];

/** Where the clock stands: a time that has begun can no longer be agreed or left, and only then has anybody been met. */
export const phases = ['before', 'begun'] as const;
export type Phase = (typeof phases)[number];

type Rule = {
  move: AppointmentMove;
  from: readonly AppointmentState[];
  by: MeetingSide;
  phase: Phase;
  to: AppointmentState;
};

/**
 * What can be done with an appointment: read it aloud. A professional proposes and the customer decides; so a time the professional moves is
 * a proposal again, and one the customer moves is booked.
 */
export const appointmentRules: readonly Rule[] = [
  { move: 'accept', from: ['proposed'], by: 'customer', phase: 'before', to: 'booked' },
  { move: 'move', from: ['proposed', 'booked'], by: 'customer', phase: 'before', to: 'booked' },
  { move: 'move', from: ['proposed', 'booked'], by: 'professional', phase: 'before', to: 'proposed' },
  { move: 'cancel', from: ['proposed', 'booked'], by: 'customer', phase: 'before', to: 'cancelled' },
  { move: 'cancel', from: ['proposed', 'booked'], by: 'professional', phase: 'before', to: 'cancelled' },
  { move: 'hold', from: ['booked', 'missed'], by: 'professional', phase: 'begun', to: 'held' },
  { move: 'miss', from: ['booked'], by: 'professional', phase: 'begun', to: 'missed' },
];

type Situation = { state: AppointmentState; startsAt: Date; side: MeetingSide; now: Date };

export const phaseAt = ({ startsAt, now }: { startsAt: Date; now: Date }): Phase =>
  startsAt > now ? 'before' : 'begun';

/** The state an appointment comes to by a move; null when it cannot be made now, or not by this side. */
export const stateAfter = (
  move: AppointmentMove,
  { state, startsAt, side, now }: Situation,
): AppointmentState | null => {
  const phase = phaseAt({ startsAt, now });
  const rule = appointmentRules.find(
    (one) => one.move === move && one.by === side && one.phase === phase && one.from.includes(state),
  );
  return rule?.to ?? null;
};

export const movesFor = (situation: Situation): AppointmentMove[] =>
  appointmentMoves.filter((move) => stateAfter(move, situation) !== null);

/** Where an appointment stands: its state, and what the clock has made of it. */
export const standings = ['proposed', 'lapsed', 'booked', 'past', 'cancelled', 'held', 'missed'] as const;
export type Standing = (typeof standings)[number];

/** 'lapsed': proposed and never answered; 'past': over, and nobody has said yet whether they met. */
export const standingOf = ({
  state,
  startsAt,
  now,
}: {
  state: AppointmentState;
  startsAt: Date;
  now: Date;
}): Standing => {
  if (phaseAt({ startsAt, now }) === 'before') return state;
  if (state === 'proposed') return 'lapsed';
  return state === 'booked' ? 'past' : state;
};

/** Whether a proposed time can still be held: its professional is there, and looks after the customer. */
export const canBeHeld = ({ isAway, isLeft }: { isAway: boolean; isLeft: boolean }): boolean => !isAway && !isLeft;

const hour = 3_600_000;

/** Whether it is so near that cancelling needs a word. `lateHours` is the city's. */
export const isLate = ({ startsAt, now, lateHours }: { startsAt: Date; now: Date; lateHours: number }): boolean =>
  startsAt.getTime() - now.getTime() < lateHours * hour;
