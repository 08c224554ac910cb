import { expect, test } from 'vitest';
import {
  correctionAfter,
  correctionMoves,
  correctionSides,
  correctionStates,
  isLate,
  stateOfCorrection,
} from './rules.ts';

test('a request is what its times say', () => {
  const at = new Date('2026-03-02T07:00:00Z');
  expect(stateOfCorrection({ isDone: null, withdrawnAt: null })).toBe('asked');
  expect(stateOfCorrection({ isDone: true, withdrawnAt: null })).toBe('corrected');
  expect(stateOfCorrection({ isDone: false, withdrawnAt: null })).toBe('refused');
  expect(stateOfCorrection({ isDone: null, withdrawnAt: at })).toBe('withdrawn');
});

test('every move by every side in every state: a person answers once, the customer takes back what waits', () => {
  const possible = correctionMoves.flatMap((move) =>
    correctionSides.flatMap((side) =>
      correctionStates.flatMap((state) => {
        const after = correctionAfter(move, { state, side });
        return after ? [`${side} ${move}: ${state} -> ${after}`] : [];
      }),
    ),
  );
  expect(possible).toEqual([
    'person correct: asked -> corrected',
    'person refuse: asked -> refused',
    'customer withdraw: asked -> withdrawn',
  ]);
});

test.each([
  ['asked', '2026-03-09', '2026-03-09', false],
  ['asked', '2026-03-09', '2026-03-10', true],
  ['corrected', '2026-03-09', '2026-03-10', false],
] as const)('%s, due %s, on %s: late %s', (state, dueOn, today, late) =>
  expect(isLate({ state, dueOn }, today)).toBe(late),
);
