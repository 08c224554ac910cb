import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { pathFixtures } from '../fixtures.ts';
import { cityRhythmInput, decideCityRhythm, readRhythmRules } from './city-rhythm.ts';
import { countTalksAgain } from './count-next.ts';
import { readRhythm } from './read-rhythm.ts';
import { setJobSearch } from './set-job-search.ts';

const world = await testWorld();
const { run, database } = world;
const { aPair } = pathFixtures(world);
const administrator = await world.aStaffActor('administrator');

type Rule = Parameters<typeof decideCityRhythm>[1];
// The clock stands at 2 March 2026.
const rule: Rule = {
  ...{ modelId: 'reform-2026', kind: 'review', fromOn: '2026-03-02', every: 1, unit: 'months' },
  source: 'Lautakunta § 12',
};
const decide = (more: Partial<Rule> = {}, who = administrator) =>
  run(who.actor, decideCityRhythm, { ...rule, ...more });

test('an administrator sees every model with its source, and what the city has decided beside it', async () => {
  await decide({ fromOn: '2026-05-01', every: 4 });
  await decide({ fromOn: '2026-06-01', every: 5 });
  await decide({ fromOn: '2026-06-01', every: 6 });
  const [reform, nordic] = await run(administrator.actor, readRhythmRules, undefined);
  expect(reform).toMatchObject({
    ...{ id: 'reform-2026', law: 'HE 108/2025, TyVM 9/2025' },
    city: [
      { kind: 'review', fromOn: '2026-06-01', every: 6, source: 'Lautakunta § 12' },
      { fromOn: '2026-05-01', every: 4 },
    ],
  });
  expect(nordic).toMatchObject({ id: 'nordic-2022', untilOn: '2025-12-31', city: [] });
  const espoo = await world.aStaffActor('administrator', { city: 'espoo' });
  expect((await run(espoo.actor, readRhythmRules, undefined)).map(({ city }) => city)).toEqual([[], []]);
});

test('what is decided is due for the city’s customers, also in the adviser’s list', async () => {
  const { liisa, adviser } = await aPair();
  await run(adviser.actor, setJobSearch, { customerId: liisa.customerId, begunOn: '2026-03-02', version: 0 });
  const listed = () =>
    database.inCity('turku', async (tx) => {
      await countTalksAgain(tx, { cityId: 'turku', today: '2026-03-02' });
      return tx.selectFrom('caseloadFact').select('talkDueOn').where('customerId', '=', liisa.customerId).execute();
    });
  expect(await listed()).toEqual([{ talkDueOn: '2026-03-16' }]);
  await decide({ kind: 'firstInterview', every: 3, unit: 'workingDays' });
  const { due } = await run(liisa.actor, readRhythm, { customerId: null });
  expect(due[0]).toMatchObject({ kind: 'firstInterview', dueOn: '2026-03-05', isOfCity: true, law: 'Lautakunta § 12' });
  expect(await listed()).toEqual([{ talkDueOn: '2026-03-05' }]);
});

test.each([
  [{ fromOn: '2026-03-01' }, 'fromOn', 'form.dayAhead'],
  [{ fromOn: '2036-12-31' }, 'fromOn', 'form.dayAhead'],
  [{ modelId: 'none' }, 'modelId', 'form.choose'],
  [{ kind: 'firstInterview', every: 11, unit: 'workingDays' }, 'every', 'path.rhythmRules.longer'],
] as const)('refuses what cannot be decided: %j', async (more, field, message) => {
  await expect(decide(more)).rejects.toMatchObject({ fields: [{ field, message }] });
});

test('a number that is none is said to be so', () => {
  for (const every of [0, 367, 1.5, 'kaksi'])
    expect(cityRhythmInput.safeParse({ ...rule, every }).error?.issues).toMatchObject([{ message: 'form.check' }]);
});

test('nobody else sees or decides it', async () => {
  for (const role of ['manager', 'coordinator', 'serviceDesigner'] as const) {
    const other = await world.aStaffActor(role);
    await expect(run(other.actor, readRhythmRules, undefined)).rejects.toMatchObject({ code: 'notFound' });
    await expect(decide({}, other)).rejects.toMatchObject({ code: 'notFound' });
  }
});
