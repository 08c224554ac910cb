import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tx } from '../kernel/database.ts';
import type { Hours } from '../kernel/tables.ts';
import { type Level, relationsOf } from '../know-how/index.ts';
import { testWorld } from '../testing/database.ts';
import { findBestChallenges, mostShown, type Seeker } from './best-challenges.ts';
import { aChallenge } from './fixtures.ts';
import { wantable } from './levels.ts';
import { limitsFit, limitsOf } from './limits.ts';
import { reachOf, scoreOf } from './rules.ts';

const world = await testWorld();
const skillIds = await world.database.acrossCities(async (tx) => {
  const rows = await tx.selectFrom('skill').select('id').orderBy('id').limit(120).execute();
  return rows.map(({ id }) => id);
});
const skill = fc.constantFrom(...skillIds);
const level = fc.constantFrom(...wantable);
const needsOf = fc.uniqueArray(
  fc.record({ skillId: skill, weight: fc.integer({ min: 1, max: 3 }), isMust: fc.boolean(), level }),
  { selector: ({ skillId }) => skillId, minLength: 1, maxLength: 6 },
);

const heldOf = fc.uniqueArray(fc.record({ skillId: skill, level }), {
  selector: ({ skillId }) => skillId,
  minLength: 1,
  maxLength: 10,
});

const hours = fc.constantFrom<Hours>('any', 'days', 'evenings', 'weekends');
const languages = fc.constantFrom<string[]>([], ['fi'], ['fi', 'sv']);
const today = '2026-03-02';
for (const cityId of ['turku', 'espoo'])
  await world.services.matchingIndex.whenBuilt({ cityId, today, now: world.clock() });

/** With the index and without it: the same, or it throws. */
const bestBothWays = async (tx: Tx, seeker: Seeker): Promise<string[]> => {
  const index = await world.services.matchingIndex.of({ tx, cityId: seeker.cityId, today, now: world.clock() });
  const found = await findBestChallenges(tx, seeker, { challenges: index?.challenges ?? null });
  expect(index).not.toBeNull();
  expect(found).toEqual(await findBestChallenges(tx, seeker, { challenges: null }));
  return found;
};

test('the database lets through what the limits let through, told or not told', async () => {
  const { personId, actor, businessId } = await world.aBusinessContact({ city: 'espoo' });
  const [skillId = 0] = skillIds;
  const drawn = fc.sample(fc.record({ hours, languages }), { numRuns: 15, seed: 3 });
  const made = new Map<string, (typeof drawn)[number]>();
  for (const asked of drawn)
    made.set(await aChallenge(world, { personId, actor, businessId }, { needs: [{ skillId }], ...asked }), asked);
  const reach = reachOf([{ skillId, level: null, words: [] }], []);
  const toldOf = fc.record({ hours: fc.option(hours), languages });
  await fc.assert(
    fc.asyncProperty(toldOf, async (told) => {
      const seeker = { cityId: 'espoo', customerId: personId, told, reach, today };
      const found = await world.database.inCity('espoo', (tx) => bestBothWays(tx, seeker));
      const fitting = [...made].filter(([, asked]) =>
        limitsFit(limitsOf({ ...asked, untilOn: '2026-06-01' }, told, today)),
      );
      expect(found.sort()).toEqual(fitting.map(([id]) => id).sort());
    }),
    { numRuns: 40 },
  );
});

test('the database computes the score of the rules: the same best twenty, in the same order', async () => {
  const contact = await world.aBusinessContact();
  const drawn = fc.sample(needsOf, { numRuns: 80, seed: 7 });
  const made = new Map<string, (typeof drawn)[number]>();
  for (const needs of drawn) made.set(await aChallenge(world, contact, { needs }), needs);
  const bestFor = (held: { skillId: number; level: Level | null }[]) =>
    world.database.inCity('turku', async (tx) => {
      const reach = reachOf(
        held.map((one) => ({ ...one, words: [] })),
        await relationsOf(
          tx,
          held.map(({ skillId }) => skillId),
        ),
      );
      const told = { hours: 'any' as const, languages: [] };
      const seeker = { cityId: 'turku', customerId: contact.personId, told, reach, today };
      return { reach, ids: await bestBothWays(tx, seeker) };
    });
  await fc.assert(
    fc.asyncProperty(heldOf, async (held) => {
      const { reach, ids } = await bestFor(held);
      const exact = new Map([...made].map(([id, needs]) => [id, scoreOf(needs, reach).exact]));
      const best = [...exact.values()].filter((score) => score > 0).sort((a, b) => b - a);
      expect(ids.map((id) => exact.get(id))).toEqual(best.slice(0, mostShown));
    }),
    { numRuns: 40 },
  );
});
