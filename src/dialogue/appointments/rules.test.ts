import { expect, test } from 'vitest';
import { appointmentMoves, isLate, movesFor, phaseAt, phases, standingOf, stateAfter } from './rules.ts';
import { appointmentStates, meetingSides } from './tables.ts';

const startsAt = new Date('2026-03-02T09:00:00Z');
const nowIn = { before: new Date('2026-03-01T09:00:00Z'), begun: startsAt };

/** Every state, side and phase in which something can be done, and what it leads to. What is not here cannot be done. */
const allowed: Record<string, string> = {
  'proposed customer before accept': 'booked',
  'proposed customer before move': 'booked',
  'proposed customer before cancel': 'cancelled',
  'proposed professional before move': 'proposed',
  'proposed professional before cancel': 'cancelled',
  'booked customer before move': 'booked',
  'booked customer before cancel': 'cancelled',
  'booked professional before move': 'proposed',
  'booked professional before cancel': 'cancelled',
  'booked professional begun hold': 'held',
  'booked professional begun miss': 'missed',
  'missed professional begun hold': 'held',
};

const every = appointmentStates.flatMap((state) =>
  meetingSides.flatMap((side) =>
    phases.flatMap((phase) => appointmentMoves.map((move) => ({ state, side, phase, move }))),
  ),
);

test.each(every)('$state, $side, $phase: $move', ({ state, side, phase, move }) => {
  const situation = { state, side, startsAt, now: nowIn[phase] };
  const to = allowed[`${state} ${side} ${phase} ${move}`] ?? null;
  expect(stateAfter(move, situation)).toBe(to);
  expect(movesFor(situation).includes(move)).toBe(to !== null);
});

test('every state can be told apart from what the clock made of it', () => {
  const standing = (phase: 'before' | 'begun') =>
    appointmentStates.map((state) => standingOf({ state, startsAt, now: nowIn[phase] }));
  expect(standing('before')).toEqual(['proposed', 'booked', 'cancelled', 'held', 'missed']);
  expect(standing('begun')).toEqual(['lapsed', 'past', 'cancelled', 'held', 'missed']);
});

test('a time has begun at its first instant', () => {
  expect(phaseAt({ startsAt, now: new Date(startsAt.getTime() - 1) })).toBe('before');
  expect(phaseAt({ startsAt, now: startsAt })).toBe('begun');
});

test('it is late when fewer hours are left than the city says', () => {
  const now = new Date('2026-03-01T09:00:00Z');
  expect(isLate({ startsAt, now, lateHours: 24 })).toBe(false);
  expect(isLate({ startsAt, now: new Date(now.getTime() + 1), lateHours: 24 })).toBe(true);
  expect(isLate({ startsAt, now: new Date(now.getTime() + 1), lateHours: 0 })).toBe(false);
});
