import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relationsOf } from '../know-how/index.ts';
import { testWorld } from '../testing/database.ts';
import { findBestChallenges, mostShown } from './best-challenges.ts';
import { aChallenge } from './fixtures.ts';
import { reachOf, scoreOf } from './rules.ts';

const world = await testWorld();
const skillIds = await world.database.acrossCities(async (tx) => {
  const rows = await tx.selectFrom('skill').select('id').orderBy('id').limit(120).execute();
  return rows.map(({ id }) => id);
});
const skill = fc.constantFrom(...skillIds);
const needsOf = fc.uniqueArray(
  fc.record({ skillId: skill, weight: fc.integer({ min: 1, max: 3 }), isMust: fc.boolean() }),
  { selector: ({ skillId }) => skillId, minLength: 1, maxLength: 6 },
);

test('the database computes the score of the rules: the same best twenty, in the same order', async () => {
  const contact = await world.aBusinessContact();
  const drawn = fc.sample(needsOf, { numRuns: 80, seed: 7 });
  const made = new Map<string, (typeof drawn)[number]>();
  for (const needs of drawn) made.set(await aChallenge(world, contact, { needs }), needs);
  const bestFor = (held: number[]) =>
    world.database.inCity('turku', async (tx) => {
      const reach = reachOf(
        held.map((skillId) => ({ skillId, words: [] })),
        await relationsOf(tx, held),
      );
      const told = { hours: 'any' as const, languages: [] };
      const seeker = { cityId: 'turku', customerId: contact.personId, told, reach, today: '2026-03-02' };
      return { reach, ids: await findBestChallenges(tx, seeker) };
    });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(skill, { minLength: 1, maxLength: 10 }), async (held) => {
      const { reach, ids } = await bestFor(held);
      const exact = new Map([...made].map(([id, needs]) => [id, scoreOf(needs, reach).exact]));
      const best = [...exact.values()].filter((score) => score > 0).sort((a, b) => b - a);
      expect(ids.map((id) => exact.get(id))).toEqual(best.slice(0, mostShown));
    }),
    { numRuns: 40 },
  );
});
