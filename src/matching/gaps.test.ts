import { expect, test } from 'vitest';
import { nearestHeld } from './gaps.ts';
import type { Held, Relation } from './rules.ts';

const held = (skillId: number): Held => ({ skillId, level: null, words: [] });
const near = (skillId: number, ...others: number[]): Relation[] =>
  others.map((otherId) => ({ skillId, otherId, relation: 'related' }));

test('the nearest of mine lies two steps away, through most of what is between', () => {
  const ofHeld = [...near(1, 10), ...near(2, 10, 11), ...near(3, 12)];
  const found = nearestHeld([20, 21, 22], {
    held: [held(3), held(2), held(1)],
    ofMissing: [...near(20, 10, 11), ...near(21, 12), ...near(22, 13)],
    ofHeld,
  });
  expect([...found]).toEqual([
    [20, 2],
    [21, 3],
  ]);
});

test('of equally near ones it is always the same, whatever the order', () => {
  const of = { ofMissing: near(20, 10), ofHeld: [...near(2, 10), ...near(1, 10)] };
  for (const mine of [
    [held(1), held(2)],
    [held(2), held(1)],
  ])
    expect(nearestHeld([20], { held: mine, ...of }).get(20)).toBe(1);
});
