import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hours } from '../kernel/tables.ts';
import { type Level, relationsOf } from '../know-how/index.ts';
import type { MadeCustomer } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { bandOf, isFew } from './bands.ts';
import { countPeople } from './count-people.ts';
import { apartSkills, keep } from './fixtures.ts';
import { wantable } from './levels.ts';
import { limitsFit, limitsOf } from './limits.ts';
import { type Noise, noNoise } from './noise.ts';
import { bestWay, isGood, mustFrom, type Need, type Reach, reachOf, scoreOf, worthOf } from './rules.ts';
import { mostTogether } from './teams/cover.ts';

const world = await testWorld();
const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = await apartSkills(world, 6);
const today = '2026-03-02';
for (const cityId of ['turku', 'espoo'])
  await world.services.matchingIndex.whenBuilt({ cityId, today, now: world.clock() });
const nobodys = '00000000-0000-4000-8000-000000000000';
const need = (skillId: number, weight = 1, isMust = false): Need => ({ skillId, weight, isMust, level: null });
type Asked = { cityId: string; hours: Hours; languages: string[]; noise: Noise };
const count = (needs: Need[], { noise = noNoise, ...more }: Partial<Asked> = {}) => {
  const input = { cityId: 'turku', businessId: nobodys, hours: 'any' as const, languages: [], today, needs, ...more };
  return world.database.inCity(input.cityId, async (tx) => {
    const place = { tx, cityId: input.cityId, today, now: world.clock() };
    const index = await world.services.matchingIndex.of(place);
    expect(index).not.toBeNull();
    const counted = await countPeople(tx, input, { people: index?.people ?? null, noise });
    expect(counted).toEqual(await countPeople(tx, input, { people: null, noise }));
    return counted;
  });
};

test('counts consenting people of the city, in bands, for all needs together and for each', async () => {
  const people: MadeCustomer[] = [];
  for (let made = 0; made < 6; made += 1) people.push(await world.aCustomer({ consents: ['matching'] }));
  for (const one of people) await keep(world, one, { [a]: [] });
  await keep(world, await world.aCustomer(), { [a]: [], [b]: [] });
  await keep(world, await world.aCustomer({ city: 'espoo', consents: ['matching'] }), { [a]: [], [b]: [] });
  expect(await count([need(a), need(b)])).toEqual({
    all: null,
    needs: [
      { skillId: a, band: '5-9' },
      { skillId: b, band: 'fewerThan5' },
    ],
    teams: null,
  });
  for (const one of people.slice(0, 5)) await keep(world, one, { [c]: [] });
  for (let made = 0; made < 5; made += 1)
    await keep(world, await world.aCustomer({ consents: ['matching'] }), { [c]: [] });
  expect((await count([need(a), need(c)])).all).toBe('10-19');
  expect((await count([need(a), need(c, 1, true)])).all).toBe('10-19');
  expect((await count([need(a, 2), need(c)])).all).toBe('5-9');
  expect(await count([])).toEqual({ all: null, needs: [], teams: null });
});

test('tells how many it takes together, only where nobody could be picked out by it', async () => {
  const add = async (count: number, ...skills: number[]) => {
    for (let made = 0; made < count; made += 1) {
      const one = await world.aCustomer({ consents: ['matching'], city: 'espoo', workHours: 'weekends' });
      await keep(world, one, Object.fromEntries(skills.map((skillId) => [skillId, []])));
    }
  };
  const teams = async () => (await count([need(d), need(e), need(f)], { cityId: 'espoo', hours: 'weekends' })).teams;
  await add(6, d);
  await add(4, e, f);
  expect(await teams()).toBeNull();
  await add(1, e, f);
  expect(await teams()).toEqual({ size: 2, band: '20-49' });
  await add(4, d, e, f);
  // Some alone can do it all, but too few of them to be told of.
  expect(await teams()).toEqual({ size: 2, band: '20-49' });
  await add(1, d, e, f);
  expect(await teams()).toEqual({ size: 1, band: '5-9' });
});

test('a withdrawn or ended consent counts no more', async () => {
  for (let made = 0; made < 5; made += 1)
    await keep(world, await world.aCustomer({ consents: ['matching'], city: 'espoo' }), { [c]: [] });
  expect((await count([need(c)], { cityId: 'espoo' })).all).toBe('5-9');
  await world.database.inCity('espoo', (tx) =>
    tx.updateTable('consent').set({ untilOn: '2026-03-01' }).where('cityId', '=', 'espoo').execute(),
  );
  expect(await count([need(c)], { cityId: 'espoo' })).toEqual({
    all: null,
    needs: [{ skillId: c, band: 'fewerThan5' }],
    teams: null,
  });
});

test('what is hidden counts no more, and a level below counts as far as it goes', async () => {
  const people = await Promise.all(
    [1, 1, 1, 1, 1].map(() => world.aCustomer({ consents: ['matching'], city: 'espoo' })),
  );
  for (const one of people) await keep(world, one, { [a]: [] }, { [a]: 2 });
  const wanted = (level: Level | null) => count([{ ...need(a), level }], { cityId: 'espoo' });
  for (const level of wantable) expect((await wanted(level)).all).toBe('5-9');
  const change = (what: { level: 1 } | { hiddenAt: Date }) =>
    world.database.inCity('espoo', (tx) => tx.updateTable('knowHow').set(what).where('skillId', '=', a).execute());
  await change({ level: 1 });
  // Three steps below, the skill itself is still there for a must, and half of the points are not.
  expect(await wanted(4)).toMatchObject({ all: 'fewerThan5', needs: [{ skillId: a, band: '5-9' }] });
  await change({ hiddenAt: world.clock() });
  expect(await wanted(null)).toEqual({
    all: null,
    needs: [{ skillId: a, band: 'fewerThan5' }],
    teams: null,
  });
});

const isHeld = (reach: Reach, { skillId, level }: Need): boolean => {
  const through = bestWay(reach.get(skillId), level);
  return through !== undefined && worthOf(through, level) >= mustFrom;
};

/** The smallest teams of people, each by the needs they meet, the plainest way, out of those who meet just the same as four others. */
const teamsPlainly = (masks: readonly number[], needCount: number) => {
  const full = 2 ** needCount - 1;
  for (let need = 0; need < needCount; need += 1)
    if (masks.filter((mask) => (mask >>> need) & 1).length < 5) return null;
  const many = masks.filter((mask) => masks.filter((other) => other === mask).length >= 5);
  const teamsOf = (size: number, from: number, met: number): number => {
    if (size === 0) return met === full ? 1 : 0;
    let found = 0;
    for (let at = from; at < many.length; at += 1) found += teamsOf(size - 1, at + 1, met | (many[at] ?? 0));
    return found;
  };
  for (let size = 1; size <= mostTogether; size += 1) {
    const found = teamsOf(size, 0, 0);
    if (found > 0) return found < 5 ? null : { size, band: bandOf(found) };
  }
  return null;
};

test('counts as the rules match: every need, must and limit, over drawn people', async () => {
  const rows = await world.database.acrossCities((tx) =>
    tx.selectFrom('skill').select('id').orderBy('id').limit(30).execute(),
  );
  const skill = fc.constantFrom(...rows.map(({ id }) => id));
  const level = fc.constantFrom(...wantable);
  const hour = fc.constantFrom<Hours>('any', 'days', 'evenings');
  const told = fc.constantFrom<Hours | null>(null, 'any', 'days', 'evenings');
  const spoken = fc.constantFrom<string[]>([], ['fi'], ['fi', 'sv']);
  const [drawn = []] = fc.sample(
    fc.array(
      fc.record({
        skills: fc.uniqueArray(fc.record({ skillId: skill, level, words: fc.constant([]) }), {
          selector: ({ skillId }) => skillId,
          maxLength: 8,
        }),
        workHours: told,
        spokenLanguages: spoken,
      }),
      {
        minLength: 60,
        maxLength: 60,
      },
    ),
    { numRuns: 1, seed: 11 },
  );
  const relations = await world.database.acrossCities((tx) =>
    relationsOf(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  await world.database.inCity('turku', (tx) => tx.deleteFrom('knowHow').where('cityId', '=', 'turku').execute());
  for (const { skills, ...limits } of drawn) {
    const person = await world.aCustomer({ consents: ['matching'], ...limits });
    const told = Object.fromEntries(skills.map((one) => [one.skillId, one.level]));
    if (skills.length > 0)
      await keep(world, person, Object.fromEntries(skills.map(({ skillId }) => [skillId, []])), told);
  }
  const needs = fc.uniqueArray(
    fc.record({ skillId: skill, weight: fc.integer({ min: 1, max: 3 }), isMust: fc.boolean(), level }),
    {
      selector: ({ skillId }) => skillId,
      minLength: 1,
      maxLength: 6,
    },
  );
  await fc.assert(
    fc.asyncProperty(needs, hour, spoken, async (wanted, hours, languages) => {
      const asked = { hours, languages, untilOn: today };
      const people = drawn.map(({ skills, workHours, spokenLanguages }) => ({
        reach: reachOf(skills, relations),
        limits: limitsOf(asked, { hours: workHours, languages: spokenLanguages }, today),
      }));
      const fitting = people.filter(({ limits }) => limitsFit(limits));
      const holds = (need: Need) => fitting.filter(({ reach }) => isHeld(reach, need)).length;
      const masks = fitting.map(({ reach }) =>
        wanted.reduce((mask, one, at) => mask | (isHeld(reach, one) ? 1 << at : 0), 0),
      );
      expect(await count(wanted, { hours, languages })).toEqual({
        teams: teamsPlainly(masks, wanted.length),
        all: wanted.some((one) => isFew(holds(one)))
          ? null
          : bandOf(people.filter(({ reach, limits }) => isGood(scoreOf(wanted, reach), limits)).length),
        needs: wanted.map((one) => ({ skillId: one.skillId, band: bandOf(holds(one)) })),
      });
    }),
    { numRuns: 60 },
  );
});
