import { expect, test } from 'vitest';
import { draftSegment } from './draft-segment.ts';
import type { Group } from './find-best.ts';
import { type Marks, markNeeds } from './find-cover.ts';
import { type Entry, put, remove } from './segment.ts';

/** The same numbers at every run. */
const chance = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const idFrom = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const random = chance(3);
const somebody = (number: number): Entry => ({
  id: idFrom(number),
  keys: [...new Set(Array.from({ length: 5 }, () => Math.floor(random() ** 2 * 30)))],
  facts: Math.floor(random() * 4),
});
const accepts = (facts: number) => facts !== 0;
const needsOf = (count: number): Group[] =>
  Array.from({ length: count }, () => ({
    wanted: [10, 6, 3].map((points) => ({ key: Math.floor(random() * 35), points })),
    heldFrom: 6,
    isMust: false,
  }));
const maskOf = ({ keys }: Entry, groups: readonly Group[]): number =>
  groups.reduce(
    (mask, { wanted, heldFrom }, need) =>
      wanted.some(({ key, points }) => points >= heldFrom && Array.from(keys).includes(key))
        ? mask | (1 << need)
        : mask,
    0,
  );

/** The plainest way to the same: people by the needs they meet. */
const plainly = (entries: Iterable<Entry>, groups: readonly Group[]): Map<number, string[]> => {
  const met = [...entries]
    .filter(({ facts }) => accepts(facts))
    .map((entry) => ({ id: entry.id, mask: maskOf(entry, groups) }))
    .filter(({ mask }) => mask !== 0);
  return new Map(
    [...Map.groupBy(met, ({ mask }) => mask)].map(([mask, those]) => [mask, those.map(({ id }) => id).sort()]),
  );
};
const everybody = ({ kinds, ofKinds }: Marks) =>
  new Map(kinds.map(({ mask }) => [mask, ofKinds(new Set([mask]), Number.POSITIVE_INFINITY).sort()]));
const sorted = (kinds: Map<number, string[]>) => [...kinds].sort(([one], [other]) => one - other);

const people = new Map(Array.from({ length: 800 }, (_, number) => [idFrom(number), somebody(number)]));
const draft = draftSegment();
for (const person of people.values()) draft.add(person);
const segment = await draft.finish();
const change = (): void => {
  for (let at = 0; at < 40; at += 1) {
    const person = somebody(Math.floor(random() * 1000));
    people.set(person.id, person);
    put(segment, person);
    const id = idFrom(Math.floor(random() * 1000));
    people.delete(id);
    remove(segment, id);
  }
};

test('finds the same kinds and the same people as looking at each one, also after changes', () => {
  for (let round = 0; round < 30; round += 1) {
    const groups = needsOf(1 + (round % 8));
    const marks = markNeeds(segment, { groups, accepts });
    const expected = plainly(people.values(), groups);
    expect(sorted(everybody(marks))).toEqual(sorted(expected));
    for (const { mask, count } of marks.kinds) expect(count).toBe(expected.get(mask)?.length);
    for (const need of groups.keys()) {
      const all = [...expected].filter(([mask]) => (mask >>> need) & 1).flatMap(([, ids]) => ids);
      const some = marks.who(need, 30);
      expect(some).toHaveLength(Math.min(30, all.length));
      expect(all).toEqual(expect.arrayContaining(some));
    }
    marks.release();
    change();
  }
});

test('what changes while others are let in, and what others ask meanwhile, does not show', () => {
  const groups = needsOf(6);
  const marks = markNeeds(segment, { groups, accepts });
  const before = sorted(plainly(people.values(), groups));
  change();
  const other = markNeeds(segment, { groups: needsOf(7), accepts });
  expect(sorted(everybody(marks))).toEqual(before);
  other.release();
  markNeeds(segment, { groups: needsOf(5), accepts }).release();
  expect(sorted(everybody(marks))).toEqual(before);
  marks.release();
});
