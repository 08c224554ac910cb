import { expect, test } from 'vitest';
import { type ActedSide, actedAfter, actedMoves, actedState, actedStates } from './rules.ts';

const sides: readonly ActedSide[] = ['customer', 'adviser'];

test('the customer disputes what they were told of, their adviser answers what is disputed; every other pair is refused', () => {
  const allowed = actedMoves.flatMap((move) =>
    actedStates.flatMap((state) =>
      sides.flatMap((side) => {
        const to = actedAfter(move, { state, side });
        return to === null ? [] : [`${side} ${move} ${state} -> ${to}`];
      }),
    ),
  );
  expect(allowed).toEqual(['customer dispute told -> disputed', 'adviser answer disputed -> answered']);
});

test('where it stands follows from its times', () => {
  const at = new Date();
  expect(actedState({ disputedAt: null, answeredAt: null })).toBe('told');
  expect(actedState({ disputedAt: at, answeredAt: null })).toBe('disputed');
  expect(actedState({ disputedAt: at, answeredAt: at })).toBe('answered');
});
