import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factors, type Held, isGood, type Need, plainPoints, type Relation, reachOf, scoreOf } from './rules.ts';

const held = (skillId: number, ...words: string[]): Held => ({ skillId, words });
const need = (skillId: number, weight = 1, isMust = false): Need => ({ skillId, weight, isMust });

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
  expect(reach.get(1)).toEqual({ held: held(2), fit: 'narrower' });
});

test('names the skill with my own words when two meet a need equally', () => {
  const relations: Relation[] = [
    { skillId: 2, otherId: 1, relation: 'related' },
    { skillId: 3, otherId: 1, relation: 'related' },
  ];
  expect(reachOf([held(2), held(3, 'leivoin')], relations).get(1)?.held.skillId).toBe(3);
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

const skill = fc.integer({ min: 1, max: 25 });
const someHeld = fc.uniqueArray(
  fc.record({ skillId: skill, words: fc.array(fc.constantFrom('leivoin', 'hoidin'), { maxLength: 2 }) }),
  { selector: ({ skillId }) => skillId, maxLength: 12 },
);
const someRelations = fc.array(
  fc.record({ skillId: skill, otherId: skill, relation: fc.constantFrom('broader', 'narrower', 'related') }),
  { maxLength: 30 },
);
const someNeeds = fc.uniqueArray(
  fc.record({ skillId: skill, weight: fc.integer({ min: 1, max: 3 }), isMust: fc.boolean() }),
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
      for (const { got, outOf, weight, state, through } of parts) {
        const share = (100 * weight * (through ? factors[through.fit] / 10 : 0)) / whole;
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
      const plain = parts.map(plainPoints);
      const got = plain.reduce((sum, one) => sum + one.got, 0);
      const outOf = plain.reduce((sum, one) => sum + one.outOf, 0);
      expect(got / outOf).toBeCloseTo(exact, 10);
      expect(Math.round((100 * got) / outOf)).toBe(points);
      for (const [at, part] of parts.entries()) expect(plain[at]?.outOf).toBe(10 * part.weight);
    }),
  );
});

test('is the formula: the best factor of each need by its weight', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, (mine, relations, needs) => {
      const best = (skillId: number) =>
        Math.max(
          0,
          ...mine.map((one) => (one.skillId === skillId ? 1 : 0)),
          ...relations
            .filter((one) => one.otherId === skillId && mine.some((my) => my.skillId === one.skillId))
            .map(({ relation }) => (relation === 'related' ? 0.3 : 0.6)),
        );
      const weights = needs.reduce((sum, { weight }) => sum + weight, 0);
      const expected = needs.reduce((sum, { skillId, weight }) => sum + weight * best(skillId), 0) / weights;
      expect(scoreOf(needs, reachOf(mine, relations)).exact).toBeCloseTo(expected, 10);
    }),
    { numRuns: 1000 },
  );
});

test('telling more never lowers a score, and the order of anything changes nothing', () => {
  fc.assert(
    fc.property(someHeld, someRelations, someNeeds, skill, (mine, relations, needs, more) => {
      const before = scoreOf(needs, reachOf(mine, relations));
      const after = scoreOf(needs, reachOf([...mine.filter(({ skillId }) => skillId !== more), held(more)], relations));
      expect(after.exact).toBeGreaterThanOrEqual(before.exact);
      const turned = scoreOf(needs, reachOf([...mine].reverse(), [...relations].reverse()));
      expect(turned).toEqual(before);
    }),
  );
});
