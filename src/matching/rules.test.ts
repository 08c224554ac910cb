import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Level } from '../know-how/index.ts';
import { levelFit, wantable } from './levels.ts';
import {
  bestWay,
  type Held,
  isGood,
  type Need,
  type Part,
  plainPoints,
  type Relation,
  reachOf,
  scoreOf,
  worthOf,
  worthsOf,
} from './rules.ts';

const held = (skillId: number, ...words: string[]): Held => ({ skillId, level: null, words });
const able = (skillId: number, level: Level | null): Held => ({ skillId, level, words: [] });
const need = (skillId: number, weight = 1, isMust = false, level: Level | null = null): Need => ({
  skillId,
  weight,
  isMust,
  level,
});
const plain = ({ weight, level, through }: Part) =>
  plainPoints({ weight, level, through: through && { fit: through.fit, level: through.held.level } });

test.each([
  ['the skill itself', [held(1)], [], 1],
  ['one right below', [held(2)], [{ skillId: 2, otherId: 1, relation: 'broader' }], 0.6],
  ['one right above', [held(2)], [{ skillId: 2, otherId: 1, relation: 'narrower' }], 0.6],
  ['a related one', [held(2)], [{ skillId: 2, otherId: 1, relation: 'related' }], 0.3],
  ['nothing', [held(3)], [], 0],
] satisfies [string, Held[], Relation[], number][])('meets a need by %s', (_, mine, relations, expected) => {
  expect(scoreOf([need(1)], reachOf(mine, relations)).exact).toBe(expected);
});

test('weighs the needs and says which are met, partly met and missing', () => {
  const reach = reachOf([held(1, 'järjestin kyläjuhlat'), held(2)], [{ skillId: 2, otherId: 3, relation: 'related' }]);
  const { exact, points, parts } = scoreOf([need(4), need(3, 2), need(1, 3)], reach);
  expect(exact).toBeCloseTo((3 + 0.6) / 6);
  expect(points).toBe(60);
  expect(parts.map(({ skillId, state, got }) => [skillId, state, got])).toEqual([
    [1, 'met', 50],
    [3, 'partly', 10],
    [4, 'missing', 0],
  ]);
});

test('says that my skill is narrower than the need when the need is broader than my skill', () => {
  const reach = reachOf([held(2)], [{ skillId: 2, otherId: 1, relation: 'broader' }]);
  expect(reach.get(1)).toEqual([{ held: held(2), fit: 'narrower' }]);
});

test('names the skill with my own words when two meet a need equally', () => {
  const relations: Relation[] = [
    { skillId: 2, otherId: 1, relation: 'related' },
    { skillId: 3, otherId: 1, relation: 'related' },
  ];
  expect(
    reachOf([held(2), held(3, 'leivoin')], relations)
      .get(1)
      ?.map((way) => way.held.skillId),
  ).toEqual([3]);
});

test('a must that is only related is missing, and takes nothing from the score', () => {
  const reach = reachOf([held(1), held(2)], [{ skillId: 2, otherId: 3, relation: 'related' }]);
  const match = scoreOf([need(1, 3), need(3, 1, true)], reach);
  expect(match.mustMissing).toEqual([3]);
  expect(match.exact).toBe(scoreOf([need(1, 3), need(3, 1)], reach).exact);
  expect(isGood(match, [])).toBe(false);
});

test('a challenge without needs has no score', () => {
  expect(scoreOf([], reachOf([held(1)], []))).toMatchObject({ exact: 0, points: 0, parts: [] });
});

const level = fc.constantFrom(...wantable);
const skill = fc.integer({ min: 1, max: 25 });
const someHeld = fc.uniqueArray(
  fc.record({ skillId: skill, level, words: fc.array(fc.constantFrom('leivoin', 'hoidin'), { maxLength: 2 }) }),
  { selector: ({ skillId }) => skillId, maxLength: 12 },
);
const someRelations = fc.array(
  fc.record({ skillId: skill, otherId: skill, relation: fc.constantFrom('broader', 'narrower', 'related') }),
  { maxLength: 30 },
);
const someNeeds = fc.uniqueArray(
  fc.record({ skillId: skill, weight: fc.integer({ min: 1, max: 3 }), isMust: fc.boolean(), level }),
  { selector: ({ skillId }) => skillId, minLength: 1, maxLength: 15 },
);

test('the parts always add up to the score shown, and what they are out of to a hundred', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, (mine, relations, needs) => {
      const { exact, points, parts } = scoreOf(needs, reachOf(mine, relations));
      const whole = needs.reduce((sum, { weight }) => sum + weight, 0);
      expect(parts.reduce((sum, { got }) => sum + got, 0)).toBe(points);
      expect(parts.reduce((sum, { outOf }) => sum + outOf, 0)).toBe(100);
      expect(Math.abs(points - 100 * exact)).toBeLessThan(0.5 + 1e-9);
      for (const { got, outOf, weight, level: wanted, state, through } of parts) {
        const share = (weight * (through ? worthOf(through, wanted) : 0)) / whole;
        expect(Math.abs(got - share)).toBeLessThan(1);
        if (state === 'met') expect(got).toBe(outOf);
        if (state === 'missing') expect(got).toBe(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test('points that need no rounding add up, and equal needs show equal ones', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, (mine, relations, needs) => {
      const { exact, points, parts } = scoreOf(needs, reachOf(mine, relations));
      const each = parts.map(plain);
      const got = each.reduce((sum, one) => sum + one.got, 0);
      const outOf = each.reduce((sum, one) => sum + one.outOf, 0);
      expect(got / outOf).toBeCloseTo(exact, 10);
      expect(Math.round((100 * got) / outOf)).toBe(points);
      for (const [at, part] of parts.entries()) expect(each[at]?.outOf).toBe(10 * part.weight);
    }),
  );
});

test('is the formula: the best factor of each need by its weight', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, (mine, relations, needs) => {
      const fitOf = (wanted: Level | null, told: Level | null) =>
        wanted === null || told === null || told >= wanted ? 1 : 1 - 0.2 * (wanted - told);
      const best = ({ skillId, level: wanted }: Need) =>
        Math.max(
          0,
          ...mine.map((one) => (one.skillId === skillId ? fitOf(wanted, one.level) : 0)),
          ...relations
            .filter((one) => one.otherId === skillId)
            .flatMap(({ skillId: mineId, relation }) =>
              mine
                .filter((my) => my.skillId === mineId)
                .map((my) => (relation === 'related' ? 0.3 : 0.6) * fitOf(wanted, my.level)),
            ),
        );
      const weights = needs.reduce((sum, { weight }) => sum + weight, 0);
      const expected = needs.reduce((sum, one) => sum + one.weight * best(one), 0) / weights;
      expect(scoreOf(needs, reachOf(mine, relations)).exact).toBeCloseTo(expected, 10);
    }),
    { numRuns: 1000 },
  );
});

test('telling of more never lowers a score, and the order of anything changes nothing', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, skill, level, (mine, relations, needs, more, told) => {
      const had = mine.find(({ skillId }) => skillId === more);
      const now = had ? { ...had, level: null } : able(more, told);
      const before = scoreOf(needs, reachOf(mine, relations));
      const after = scoreOf(needs, reachOf([...mine.filter(({ skillId }) => skillId !== more), now], relations));
      expect(after.exact).toBeGreaterThanOrEqual(before.exact);
      const turned = scoreOf(needs, reachOf([...mine].reverse(), [...relations].reverse()));
      expect(turned).toEqual(before);
    }),
  );
});

test.each([
  [null, 1, 10],
  [4, null, 10],
  [3, 3, 10],
  [2, 4, 10],
  [4, 3, 8],
  [4, 2, 6],
  [4, 1, 4],
  [1, 1, 10],
] as const)('wanted at %s, told %s: %s tenths are left', (wanted, told, left) => {
  expect(levelFit(wanted, told)).toBe(left);
});

test('a level below takes from the points, is partly met and never makes a must of the skill itself unmet', () => {
  for (const told of [1, 2, 3] as const) {
    const { exact, parts, mustMissing } = scoreOf([need(1, 1, true, 4)], reachOf([able(1, told)], []));
    expect(exact).toBe((10 - 2 * (4 - told)) / 10);
    expect(parts[0]?.state).toBe('partly');
    expect(mustMissing).toEqual([]);
  }
  expect(scoreOf([need(1, 1, true, 4)], reachOf([able(1, null)], []))).toMatchObject({ exact: 1, mustMissing: [] });
});

test('which skill meets a need best depends on the level wanted', () => {
  const relations: Relation[] = [{ skillId: 2, otherId: 1, relation: 'broader' }];
  const reach = reachOf([able(1, 1), able(2, 4)], relations);
  const through = (wanted: Level | null) => scoreOf([need(1, 1, false, wanted)], reach).parts[0]?.through?.held.skillId;
  expect([null, 1, 2, 3, 4].map((wanted) => through(wanted as Level | null))).toEqual([1, 1, 1, 1, 2]);
});

test('a level that is wanted never brings more than none, and the higher is never worth more', () => {
  fc.assert(
    fc.property(someHeld, someRelations, (mine, relations) => {
      for (const ways of reachOf(mine, relations).values()) {
        const [none = 0, ...each] = worthsOf(ways);
        expect(each[0]).toBe(none);
        expect([...each].sort((a, b) => b - a)).toEqual(each);
        for (const [at, wanted] of wantable.entries()) {
          const way = bestWay(ways, wanted);
          expect(way && worthOf(way, wanted)).toBe([none, ...each][at]);
        }
      }
    }),
  );
});

test('telling how well never lowers a score below what the lowest level would give, and not telling is never worse', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, (mine, relations, needs) => {
      const at = (told: Level | null) =>
        scoreOf(
          needs,
          reachOf(
            mine.map((one) => ({ ...one, level: told })),
            relations,
          ),
        ).exact;
      const told = scoreOf(needs, reachOf(mine, relations)).exact;
      expect(at(null)).toBeGreaterThanOrEqual(told);
      expect(at(4)).toBe(at(null));
      expect(told).toBeGreaterThanOrEqual(at(1));
    }),
  );
});
