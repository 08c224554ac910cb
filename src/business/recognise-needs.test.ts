import { expect, test } from 'vitest';
import { pickNeeds } from './recognise-needs.ts';

const found = (skillId: number, score: number) => ({
  skillId,
  score,
  because: [{ start: skillId * 10, end: skillId * 10 + 5 }],
});
const picked = (...suggestions: ReturnType<typeof found>[]) => pickNeeds(suggestions).map(({ skillId }) => skillId);

test('takes what is sure, up to eight', () => {
  expect(picked(...Array.from({ length: 12 }, (_, at) => found(at, 0.5)))).toHaveLength(8);
});

test('fills up with less sure ones only where there are few', () => {
  expect(picked(found(1, 0.6), found(2, 0.18), found(3, 0.17), found(4, 0.16))).toEqual([1, 2, 3]);
  expect(picked(found(1, 0.6), found(2, 0.5), found(3, 0.4), found(4, 0.19))).toEqual([1, 2, 3]);
});

test('finds nothing in nothing', () => {
  expect(pickNeeds([])).toEqual([]);
});
