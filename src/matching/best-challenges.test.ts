import { expect, test } from 'vitest';
import { relationsOf } from '../know-how/index.ts';
import { testWorld } from '../testing/database.ts';
import { findBestChallenges, mostShown } from './best-challenges.ts';
import { aChallenge } from './fixtures.ts';
import { type Need, reachOf, scoreOf } from './rules.ts';

const world = await testWorld();

/** The same numbers every run (mulberry32). */
const seeded = (seed: number) => () => {
  let t = (seed += 0x6d2b79f5);
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

test('the database computes the score of the rules: the same best twenty, in the same order', async () => {
  const random = seeded(7);
  const contact = await world.aBusinessContact();
  const rows = await world.database.acrossCities((tx) => tx.selectFrom('skill').select('id').orderBy('id').limit(120).execute());
  const skillIds = rows.map(({ id }) => id);
  const draw = (count: number) => [...new Set(Array.from({ length: count }, () => skillIds[Math.floor(random() * skillIds.length)] ?? 0))];
  const challenges = new Map<string, Need[]>();
  for (let made = 0; made < 80; made += 1) {
    const needs = draw(5).map((skillId) => ({ skillId, weight: 1 + Math.floor(random() * 3), isMust: false }));
    challenges.set(await aChallenge(world, contact, { needs }), needs);
  }
  for (let round = 0; round < 20; round += 1) {
    const held = draw(6).map((skillId) => ({ skillId, words: [] }));
    const found = await world.database.inCity('turku', async (tx) => {
      const reach = reachOf(held, await relationsOf(tx, held.map(({ skillId }) => skillId)));
      const told = { hours: 'any' as const, languages: [] };
      const seeker = { cityId: 'turku', customerId: contact.personId, told, reach, today: '2026-03-02' };
      return { reach, ids: await findBestChallenges(tx, seeker) };
    });
    const exact = new Map([...challenges].map(([id, needs]) => [id, scoreOf(needs, found.reach).exact]));
    const best = [...exact.values()].filter((score) => score > 0).sort((a, b) => b - a).slice(0, mostShown);
    expect(found.ids.map((id) => exact.get(id))).toEqual(best);
  }
});
