import { expect, test } from 'vitest';
import { pool, type Tally, tableOf, tablesOf, wilson } from './groups.ts';

const tally = (people: number, more: Partial<Tally> = {}): Tally => ({
  ...{ people, matching: people, shown: people, challengesShown: 0, recommended: 0, goodMatches: 0 },
  ...more,
});
const tableFor = (groups: Record<string, Tally>, isMadeUp = false) =>
  tableOf('gender', new Map(Object.entries(groups)), { isMadeUp });

test.each([
  [5, 10, 0.2366, 0.7634],
  [0, 20, 0, 0.1611],
  [90, 100, 0.8256, 0.9448],
  [0, 0, 0, 1],
])("Wilson's interval of %d of %d is %d to %d", (part, whole, low, high) => {
  expect(wilson(part, whole).low).toBeCloseTo(low, 3);
  expect(wilson(part, whole).high).toBeCloseTo(high, 3);
});

test("tells each group's rates beside everybody's", () => {
  const { rows, hidden } = tableFor({
    female: tally(100, { recommended: 20, shown: 90, challengesShown: 450, goodMatches: 30 }),
    male: tally(100, { recommended: 60, goodMatches: 150 }),
  });
  expect(hidden).toEqual({ groups: 0, people: 0 });
  expect(rows[0]).toMatchObject({ group: 'female', people: 100, shown: { share: 0.9 }, sign: 'lower' });
  expect(rows[0]).toMatchObject({ shownEach: 4.5, goodEach: 0.3 });
  expect(rows[0]?.recommended).toMatchObject({ share: 0.2, ratio: 0.5 });
  expect(rows[0]?.recommended.high).toBeLessThan(1);
  expect(rows[1]).toMatchObject({ group: 'male', recommended: { share: 0.6 }, sign: 'higher' });
  expect(rows[1]?.recommended.ratio).toBeCloseTo(1.5, 9);
});

test('a difference that chance of this size easily makes is no sign', () => {
  const { rows } = tableFor({
    female: tally(12, { recommended: 4 }),
    male: tally(12, { recommended: 7 }),
  });
  expect(rows.map(({ sign }) => sign)).toEqual(['alike', 'alike']);
});

test('shares of those who agree to matching are of those who agree', () => {
  const { rows } = tableFor({ female: tally(40, { matching: 20, shown: 10, recommended: 5 }), male: tally(40) });
  expect(rows[0]).toMatchObject({ agreed: { share: 0.5 }, shown: { share: 0.5 }, recommended: { share: 0.25 } });
});

test('hides groups of fewer than ten, and tells how many are in them together', () => {
  const { rows, hidden } = tableFor({
    a: tally(50),
    b: tally(9),
    c: tally(4),
    d: tally(30, { matching: 9, shown: 9 }),
  });
  expect(rows.map(({ group }) => group)).toEqual(['a']);
  expect(hidden).toEqual({ groups: 3, people: 43 });
});

test('hides one more where the sum would give away a small group', () => {
  const { rows, hidden } = tableFor({ a: tally(50), b: tally(30), c: tally(3) });
  expect(rows.map(({ group }) => group)).toEqual(['a']);
  expect(hidden).toEqual({ groups: 2, people: 33 });
});

test('made-up people need no such care: only the small group itself is hidden', () => {
  const { rows, hidden } = tableFor({ a: tally(50), b: tally(30), c: tally(3) }, true);
  expect(rows.map(({ group }) => group)).toEqual(['a', 'b']);
  expect(hidden).toEqual({ groups: 1, people: 3 });
});

test('shows nothing of fewer than ten people in all', () => {
  const of = (people: number) => tablesOf(new Map([['all', new Map([['', tally(people)]])]]), { isMadeUp: true });
  expect(of(9)).toEqual({ everybody: null, tables: [] });
  expect(of(10).everybody).toMatchObject({ people: 10, sign: 'alike' });
});

test('cities of the demo are pooled by their sums, without areas', () => {
  const city = (female: number, male: number) =>
    new Map([
      ['all' as const, new Map([['', tally(female + male)]])],
      [
        'gender' as const,
        new Map([
          ['female', tally(female)],
          ['male', tally(male)],
        ]),
      ],
    ]);
  const { everybody, tables } = pool([city(6, 20), city(6, 3)]);
  expect(everybody?.people).toBe(35);
  expect(tables.map(({ dimension }) => dimension)).toEqual(['age', 'gender', 'language']);
  expect(tables[1]?.rows.map(({ group, people }) => [group, people])).toEqual([
    ['female', 12],
    ['male', 23],
  ]);
});

test('where nobody has a good match there is no ratio', () => {
  const { rows } = tableFor({ female: tally(20), male: tally(20) });
  expect(rows[0]?.recommended).toEqual({ share: 0, ratio: null, low: null, high: null });
});
