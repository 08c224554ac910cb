import { expect, test } from 'vitest';
import {
  type HandOverFacts,
  type HandOverMove,
  type HandOverState,
  handOverMoves,
  handOverStates,
  stateAfter,
  stateOfHandOver,
} from './rules.ts';
import { type HandOverSide, handOverSides } from './tables.ts';

/** As it is told to the three: written from the specification, not from the rules. */
const leadsTo = (move: HandOverMove, state: HandOverState, side: HandOverSide): HandOverState | null => {
  if (state !== 'waiting' || side === 'customer') return null;
  if (side === 'giver') return move === 'takeBack' ? 'takenBack' : null;
  if (move === 'accept') return 'accepted';
  return move === 'decline' ? 'declined' : null;
};

test('every move by every side in every state is as it is told', () => {
  for (const state of handOverStates)
    for (const side of handOverSides)
      for (const move of handOverMoves) {
        const to = stateAfter(move, { state, side });
        expect({ state, side, move, to }).toEqual({ state, side, move, to: leadsTo(move, state, side) });
      }
});

const at = new Date('2026-03-01T10:00:00Z');
const base: HandOverFacts = {
  ...{ acceptedAt: null, declinedAt: null, takenBackAt: null, expiredAt: null },
  ...{ dueOn: '2026-03-10', isStillTheirs: true },
};

test.each<[HandOverState, Partial<HandOverFacts>, string]>([
  ['waiting', {}, '2026-03-10'],
  ['expired', {}, '2026-03-11'],
  ['expired', { expiredAt: at, isStillTheirs: false }, '2026-03-11'],
  ['overtaken', { isStillTheirs: false }, '2026-03-02'],
  ['accepted', { acceptedAt: at, isStillTheirs: false }, '2026-03-11'],
  ['declined', { declinedAt: at }, '2026-03-02'],
  ['takenBack', { takenBackAt: at }, '2026-03-02'],
])('a hand-over is %s by what happened and the day', (state, facts, today) => {
  expect(stateOfHandOver({ ...base, ...facts }, today)).toBe(state);
});
