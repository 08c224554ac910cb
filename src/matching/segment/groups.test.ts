import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wantable } from '../levels.ts';
import { fullWorth, type Relation, reachOf, scoreOf } from '../rules.ts';
import { draftSegment } from './draft-segment.ts';
import { findBest } from './find-best.ts';
import { groupsOfNeeds, groupsOfReach, waysTo } from './groups.ts';
import { keyOfHeld, keyOfNeed } from './keys.ts';

const level = fc.constantFrom(...wantable);
const skillId = fc.integer({ min: 1, max: 25 });
const bySkill = { selector: (one: { skillId: number }) => one.skillId };
const someHeld = fc.uniqueArray(fc.record({ skillId, level, words: fc.constant([]) }), {
  ...bySkill,
  minLength: 1,
  maxLength: 12,
});
const someNeeds = fc.uniqueArray(
  fc.record({ skillId, weight: fc.integer({ min: 1, max: 3 }), isMust: fc.boolean(), level }),
  { ...bySkill, minLength: 1, maxLength: 12 },
);
const somePairs = fc.array(
  fc
    .record({ skillId, otherId: skillId, relation: fc.constantFrom('broader', 'related') })
    .filter((one) => one.skillId !== one.otherId),
  { maxLength: 30 },
);

/** Both directions of each pair once, as the vocabulary has them. */
const bothWays = (pairs: readonly Relation[]): Relation[] => {
  const seen = new Map<string, Relation>();
  for (const { skillId: one, otherId: other, relation } of pairs) {
    if (seen.has(`${one} ${other}`)) continue;
    seen.set(`${one} ${other}`, { skillId: one, otherId: other, relation });
    const back = relation === 'broader' ? 'narrower' : relation;
    seen.set(`${other} ${one}`, { skillId: other, otherId: one, relation: back });
  }
  return [...seen.values()];
};

const id = '10000000-0000-4000-8000-000000000001';
const everybody = () => true;

test('the index gives the score of the rules both ways, with every level wanted and told', async () => {
  await fc.assert(
    fc.asyncProperty(someHeld, somePairs, someNeeds, async (held, pairs, needs) => {
      const relations = bothWays(pairs);
      const reach = reachOf(held, relations);
      const { exact, mustMissing } = scoreOf(needs, reach);
      const total = needs.reduce((sum, { weight }) => sum + weight, 0);
      const expected = Math.round(exact * fullWorth * total);
      const people = draftSegment();
      people.add({ id, facts: 0, keys: held.map((one) => keyOfHeld(one.skillId, one.level)) });
      const groups = groupsOfNeeds(needs, waysTo(needs, relations));
      const [person] = findBest(await people.finish(), { groups, accepts: everybody, limit: 1 });
      expect(person?.sum ?? 0).toBe(mustMissing.length === 0 ? expected : 0);
      const challenges = draftSegment({ isWeighted: true, isOrdered: true });
      const weights = needs.map(({ weight }) => weight);
      challenges.add({ id, facts: 0, total, weights, keys: needs.map((one) => keyOfNeed(one.skillId, one.level)) });
      const query = { groups: groupsOfReach(reach), accepts: everybody, full: fullWorth, limit: 1 };
      const [challenge] = findBest(await challenges.finish(), query);
      expect(challenge?.sum ?? 0).toBe(expected);
    }),
    { numRuns: 500 },
  );
});
