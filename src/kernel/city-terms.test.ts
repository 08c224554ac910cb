import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { cityTermInput, decideCityTerm, readCityTerms } from './city-terms.ts';
import { readTerm, termBounds, termNames } from './terms.ts';

const world = await testWorld();
const { run, database } = world;
const administrator = await world.aStaffActor('administrator');

type Decided = Parameters<typeof decideCityTerm>[1];
// The clock stands at 2 March 2026.
const term: Decided = { name: 'vouchLinkDays', fromOn: '2026-03-02', value: 14, source: 'Lautakunta § 12' };
const decide = (more: Partial<Decided> = {}, who = administrator) =>
  run(who.actor, decideCityTerm, { ...term, ...more });
const seen = async (name: Decided['name'] = 'vouchLinkDays') =>
  (await run(administrator.actor, readCityTerms, undefined)).find((one) => one.name === name);

test('an administrator sees every term with what holds, since when and by what; and decides it from a day on', async () => {
  expect(await run(administrator.actor, readCityTerms, undefined)).toHaveLength(termNames.length);
  expect(await seen()).toMatchObject({ held: { value: 30, fromOn: '2026-01-01', isOwn: false }, decided: [] });
  await decide();
  await decide({ fromOn: '2026-04-01', value: 20 });
  await decide({ fromOn: '2026-04-01', value: 21 });
  expect(await seen()).toMatchObject({
    held: { value: 14, source: 'Lautakunta § 12', isOwn: true },
    everywhere: { value: 30 },
    decided: [
      { fromOn: '2026-04-01', value: 21 },
      { fromOn: '2026-03-02', value: 14 },
    ],
  });
  const holds = (cityId: string) =>
    database.inCity(cityId, (tx) => readTerm(tx, { cityId, name: 'vouchLinkDays', today: '2026-04-01' }));
  expect([(await holds('turku')).value, (await holds('espoo')).value]).toEqual([21, 30]);
});

test('every look and decision is in the city’s use log', async () => {
  const lines = await database.inCity('turku', (tx) =>
    tx.selectFrom('useLog').select(['action', 'why']).where('section', '=', 'planRules').execute(),
  );
  expect(lines).toContainEqual({ action: 'read', why: 'terms of the city' });
  expect(lines).toContainEqual({ action: 'write', why: "changed the city's terms" });
});

test.each([
  [{ fromOn: '2026-03-01' }, 'fromOn', 'form.dayAhead'],
  [{ fromOn: '2036-12-31' }, 'fromOn', 'form.dayAhead'],
  [{ name: 'suggestionLogDays', value: 182 }, 'value', 'terms.between'],
  [{ name: 'correctionDays', value: 31 }, 'value', 'terms.between'],
  [{ name: 'noticeQuietFromHour', value: 24 }, 'value', 'terms.between'],
] as const)('refuses what cannot be decided: %j', async (more, field, message) => {
  await expect(decide(more)).rejects.toMatchObject({ fields: [{ field, message }] });
});

test('a number that is none is said to be so', () => {
  for (const value of [-1, 1.5, 'kaksi'])
    expect(cityTermInput.safeParse({ ...term, value }).error?.issues).toMatchObject([{ message: 'form.check' }]);
});

test('what holds everywhere is within its limits, and a limit of the law names it', async () => {
  await database.inCity('turku', async (tx) => {
    for (const name of termNames) {
      const { value } = await readTerm(tx, { cityId: 'espoo', name, today: '2026-03-02' });
      const { least, most } = await termBounds(tx, { name, day: '2026-03-02' });
      expect([name, value >= least && value <= most]).toEqual([name, true]);
    }
    expect(await termBounds(tx, { name: 'erasureDays', day: '2026-03-02' })).toMatchObject({
      most: 30,
      bound: expect.stringContaining('GDPR'),
    });
  });
});

test('nobody else sees or decides them', async () => {
  for (const role of ['manager', 'coordinator', 'serviceDesigner'] as const) {
    const other = await world.aStaffActor(role);
    await expect(run(other.actor, readCityTerms, undefined)).rejects.toMatchObject({ code: 'notFound' });
    await expect(decide({}, other)).rejects.toMatchObject({ code: 'notFound' });
  }
});
