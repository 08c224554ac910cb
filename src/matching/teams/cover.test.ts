import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsIn, countTeams, type Kind, metBy, mostTogether, smallestCover } from './cover.ts';

const someKinds = (needs: number, most: number) =>
  fc.uniqueArray(
    fc.record({ mask: fc.integer({ min: 1, max: 2 ** needs - 1 }), count: fc.integer({ min: 1, max: 4 }) }),
    {
      selector: ({ mask }) => mask,
      maxLength: most,
    },
  );

/** Every set of places of a size, the plainest way. */
const setsOf = (length: number, size: number, from = 0): number[][] =>
  size === 0
    ? [[]]
    : Array.from({ length: length - from }, (_, at) => from + at).flatMap((first) =>
        setsOf(length, size - 1, first + 1).map((rest) => [first, ...rest]),
      );

const unionOf = (kinds: readonly Kind[], way: readonly number[]): number =>
  way.reduce((mask, at) => mask | (kinds[at]?.mask ?? 0), 0);

const plainly = (kinds: readonly Kind[], full: number): { size: number; ways: number[][] } | null => {
  for (let size = 1; size <= mostTogether; size += 1) {
    const ways = setsOf(kinds.length, size).filter((way) => (unionOf(kinds, way) & full) === full);
    if (ways.length > 0) return { size, ways };
  }
  return null;
};

test('is the smallest there is, and finds every team of that size once', () => {
  fc.assert(
    fc.property(someKinds(6, 9), fc.integer({ min: 1, max: 63 }), (kinds, full) => {
      const expected = plainly(kinds, full);
      const found = smallestCover(kinds, full);
      expect(found?.size).toBe(expected?.size);
      expect(found?.ways.map(String).sort()).toEqual(expected?.ways.map(String).sort());
      if (found) expect(found.isExact).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('no member of a team can be left out', () => {
  fc.assert(
    fc.property(someKinds(10, 25), (kinds) => {
      const full = metBy(kinds);
      const found = smallestCover(kinds, full);
      for (const way of found?.ways ?? []) {
        expect(unionOf(kinds, way) & full).toBe(full);
        for (const left of way)
          expect(
            unionOf(
              kinds,
              way.filter((at) => at !== left),
            ) & full,
          ).not.toBe(full);
      }
    }),
  );
});

test('counts people, not kinds: two of one kind are two teams', () => {
  const kinds = [
    { mask: 0b011, count: 2 },
    { mask: 0b100, count: 3 },
    { mask: 0b110, count: 1 },
  ];
  const cover = smallestCover(kinds, 0b111);
  expect(cover?.size).toBe(2);
  expect(cover && countTeams(kinds, cover, 100)).toBe(2 * 3 + 2 * 1);
  expect(cover && countTeams(kinds, cover, 5)).toBe(5);
});

test('says nothing where a need is met by nobody, or only by more than five together', () => {
  expect(smallestCover([{ mask: 0b01, count: 9 }], 0b11)).toBeNull();
  expect(smallestCover([], 0b1)).toBeNull();
  const lonely = Array.from({ length: 6 }, (_, need) => ({ mask: 1 << need, count: 9 }));
  expect(smallestCover(lonely, 0b111111)).toBeNull();
  expect(smallestCover(lonely.slice(0, 5), 0b11111)?.size).toBe(5);
});

test('stays within its bounds however many kinds there are', () => {
  let seed = 7;
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const masks = new Set<number>();
  while (masks.size < 20_000) {
    let mask = 0;
    for (let need = 0; need < 20; need += 1) if (chance() < 0.2) mask |= 1 << need;
    if (mask) masks.add(mask);
  }
  const kinds = [...masks].map((mask) => ({ mask, count: 1 }));
  const cover = smallestCover(kinds, 2 ** 20 - 1);
  for (const way of cover?.ways ?? []) expect(bitsIn(unionOf(kinds, way))).toBe(20);
  expect(cover?.ways.length ?? 0).toBeLessThanOrEqual(500);
});
