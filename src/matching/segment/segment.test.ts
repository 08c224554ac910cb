import { describe, expect, it } from 'vitest';
import { draftSegment } from './draft-segment.ts';
import { findBest, type Group, type Query } from './find-best.ts';
import { readId } from './packed-ids.ts';
import { type Entry, isWorn, put, remove, type Segment } from './segment.ts';

/** The same numbers at every run. */
const chance = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const idFrom = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const somebody = (random: () => number, number: number): Entry => ({
  id: idFrom(number),
  keys: [...new Set(Array.from({ length: 6 }, () => Math.floor(random() ** 2 * 40)))],
  facts: Math.floor(random() * 4),
});

const built = async (entries: readonly Entry[], kind = {}): Promise<Segment> => {
  const draft = draftSegment(kind);
  for (const entry of entries) draft.add(entry);
  return draft.finish();
};

const someNeeds = (random: () => number): Group[] =>
  Array.from({ length: 5 }, (_, at) => {
    const weight = 1 + Math.floor(random() * 3);
    const skill = () => Math.floor(random() * 45);
    return {
      wanted: [10, 6, 6, 3].map((tenths) => ({ key: skill(), points: tenths * weight })),
      heldFrom: 6 * weight,
      isMust: at === 0,
    };
  });

const pointsOf = (entry: Entry, { wanted }: Group): number => {
  const held = Array.from(entry.keys);
  const most = Math.max(0, ...wanted.filter(({ key }) => held.includes(key)).map(({ points }) => points));
  return most * (entry.weights?.[held.indexOf(wanted[0]?.key ?? -1)] ?? 1);
};

/** The plainest way to the same answer. */
const plainly = (entries: readonly Entry[], { groups, accepts, full = 1, least = 0, limit }: Query) =>
  entries
    .filter((entry) => accepts(entry.facts))
    .filter((entry) => groups.every((group) => !group.isMust || pointsOf(entry, group) >= group.heldFrom))
    .map((entry) => {
      const sum = groups.reduce((total, group) => total + pointsOf(entry, group), 0);
      return { id: entry.id, sum, score: sum / (full * (entry.total ?? 1)), order: entry.order ?? 0 };
    })
    .filter(({ sum, score }) => sum > 0 && score >= least)
    .sort((a, b) => b.score - a.score || b.order - a.order || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, sum }) => ({ id, sum }));

const even = (facts: number) => facts % 2 === 0;

describe('a segment of people', () => {
  const random = chance(7);
  const people = Array.from({ length: 500 }, (_, at) => somebody(random, at));

  it('finds the same best people as going through everyone, for any needs', async () => {
    const segment = await built(people);
    for (let round = 0; round < 50; round += 1) {
      const query = { groups: someNeeds(random), accepts: even, full: 100, least: 0.1, limit: 20 };
      const found = findBest(segment, query);
      expect(found).toEqual(plainly(people, query));
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it('counts the best of several skills that meet one need, never their sum', async () => {
    const segment = await built([{ id: idFrom(1), keys: [1, 2], facts: 0 }]);
    const wanted = [
      { key: 1, points: 10 },
      { key: 2, points: 6 },
    ];
    const groups = [{ wanted, heldFrom: 6, isMust: false }];
    expect(findBest(segment, { groups, accepts: even, limit: 5 })).toEqual([{ id: idFrom(1), sum: 10 }]);
  });

  it('follows changes, removals and newcomers', async () => {
    const segment = await built(people);
    const now = new Map(people.map((one) => [one.id, one]));
    for (let change = 0; change < 900; change += 1) {
      const one = somebody(random, Math.floor(random() * 700));
      if (random() < 0.2) {
        remove(segment, one.id);
        now.delete(one.id);
      } else {
        put(segment, one);
        now.set(one.id, one);
      }
      if (change % 60 > 0) continue;
      const query = { groups: someNeeds(random), accepts: even, full: 100, limit: 20 };
      expect(findBest(segment, query)).toEqual(plainly([...now.values()], query));
    }
  });

  it('says when it has changed so much that it should be built anew', async () => {
    const segment = await built(people);
    expect(isWorn(segment)).toBe(false);
    for (let change = 0; change < 2000; change += 1) put(segment, somebody(random, change % 500));
    expect(isWorn(segment)).toBe(true);
  });

  it('refuses entries out of order, which could not be found again', async () => {
    const draft = draftSegment();
    draft.add(somebody(random, 2));
    expect(() => draft.add(somebody(random, 1))).toThrow('not in order');
    expect(() => draft.add(somebody(random, 2))).toThrow('not in order');
  });

  it('finds nobody in an empty city, and lets people join it', async () => {
    const segment = await built([]);
    const query = { groups: someNeeds(random), accepts: () => true, limit: 20 };
    expect(findBest(segment, query)).toEqual([]);
    put(segment, { id: idFrom(9), keys: [query.groups[0]?.wanted[0]?.key ?? 0], facts: 0 });
    expect(findBest(segment, query)).toHaveLength(1);
  });
});

describe('a segment of challenges', () => {
  const random = chance(11);
  const challenges = Array.from({ length: 300 }, (_, at): Entry => {
    const { id, keys, facts } = somebody(random, at);
    const weights = Array.from(keys, () => 1 + Math.floor(random() * 3));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { id, keys, facts, weights, total, order: Math.floor(random() * 3) };
  });

  it('finds the challenges that need most of what a person reaches, by their own weights', async () => {
    const segment = await built(challenges, { isWeighted: true, isOrdered: true });
    for (const change of [3, 30, 299, 305]) {
      const changed = { ...(challenges[change] ?? somebody(random, change)), order: 9 };
      challenges[change < 300 ? change : 300] = changed;
      put(segment, changed);
    }
    for (let round = 0; round < 50; round += 1) {
      const reached = [...new Set(Array.from({ length: 8 }, () => Math.floor(random() * 40)))];
      const groups = reached.map((skillId, at) => ({
        wanted: [{ key: skillId, points: [10, 6, 3][at % 3] ?? 3 }],
        heldFrom: 6,
        isMust: false,
      }));
      const query = { groups, accepts: even, full: 10, limit: 20 };
      expect(findBest(segment, query)).toEqual(plainly(challenges, query));
    }
  });
});

describe('packed ids', () => {
  it('come back as they were', async () => {
    const id = '0190f0de-1234-7abc-8def-00ff10a0b0c0';
    const { ids } = await built([{ id, keys: [], facts: 0 }]);
    expect(readId(ids, 0)).toBe(id);
  });
});
