import { expect, test } from 'vitest';
import { mergeNeeds, mostNeeds, type Need, needsFrom, weightOf } from './needs.ts';

const words = [{ start: 0, end: 5 }];
const otherWords = [{ start: 7, end: 9 }];
const found = (skillId: number, because = words) => ({ skillId, because });
const need = (skillId: number, more: Partial<Need> = {}): Need => ({
  skillId,
  weight: 2,
  isMust: false,
  level: null,
  because: words,
  ...more,
});

test('what was found counts quite a lot and is nice to have', () => {
  expect(needsFrom([found(1)])).toEqual([need(1)]);
});

test('the same words keep the same needs, with their new places', () => {
  const kept = [need(1, { weight: 3 }), need(2)];
  const merged = mergeNeeds({ kept, foundBefore: [found(1), found(2)], foundNow: [found(2, otherWords), found(1)] });
  expect(merged).toEqual([need(1, { weight: 3 }), need(2, { because: otherWords })]);
});

test('an untouched suggestion goes with its words', () => {
  expect(mergeNeeds({ kept: [need(1)], foundBefore: [found(1)], foundNow: [] })).toEqual([]);
});

test.each([{ weight: 1 }, { weight: 3 }, { isMust: true }, { level: 3 as const }])(
  'what was adjusted (%o) stays without its words',
  (change) => {
    const kept = [need(1, change)];
    expect(mergeNeeds({ kept, foundBefore: [found(1)], foundNow: [] })).toEqual([need(1, { ...change, because: [] })]);
  },
);

test('what the business added stays', () => {
  const kept = [need(5, { because: [] })];
  expect(mergeNeeds({ kept, foundBefore: [], foundNow: [] })).toEqual(kept);
});

test('what the business dropped does not come back, and new words bring new needs', () => {
  const merged = mergeNeeds({
    kept: [need(2)],
    foundBefore: [found(1), found(2)],
    foundNow: [found(1), found(2), found(3)],
  });
  expect(merged).toEqual([need(2), need(3)]);
});

test('a long text brings no more than a challenge can hold', () => {
  const many = Array.from({ length: 40 }, (_, skillId) => found(skillId));
  expect(mergeNeeds({ kept: [], foundBefore: [], foundNow: many })).toHaveLength(mostNeeds);
});

test('weights add up', () => {
  expect(weightOf([need(1), need(2, { weight: 3 })])).toBe(5);
});
