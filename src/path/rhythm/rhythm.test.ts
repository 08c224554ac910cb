import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { pathFixtures } from '../fixtures.ts';
import { endJobSearch } from './end-job-search.ts';
import { setCityRule } from './models.ts';
import { readRhythm } from './read-rhythm.ts';
import { recordTalk } from './record-talk.ts';
import { setJobSearch } from './set-job-search.ts';

const world = await testWorld();
const { run } = world;
const { aPair, movesOf, usesOf } = pathFixtures(world);

type Pair = Awaited<ReturnType<typeof aPair>>;

const begin = ({ adviser, liisa }: Pair, begunOn: string, version = 0) =>
  run(adviser.actor, setJobSearch, { customerId: liisa.customerId, begunOn, version });
const talk = ({ adviser, liisa }: Pair, heldOn: string, more: Partial<Parameters<typeof recordTalk>[1]> = {}) =>
  run(adviser.actor, recordTalk, {
    ...{ customerId: liisa.customerId, kind: 'firstInterview', heldOn, how: 'inPerson', howWhy: '' },
    ...more,
  });
const seenBy = async ({ adviser, liisa }: Pair) => [
  await run(liisa.actor, readRhythm, { customerId: null }),
  await run(adviser.actor, readRhythm, { customerId: liisa.customerId }),
];

test('the customer and the adviser see the same: what is due, by which law, and what was held', async () => {
  const own = await aPair();
  expect((await seenBy(own))[0]).toMatchObject({ jobSearch: null, due: [], talks: [] });
  await begin(own, '2026-02-02');
  await talk(own, '2026-02-11');
  const [mine, theirs] = await seenBy(own);
  expect(mine).toEqual(theirs);
  expect(mine).toMatchObject({
    jobSearch: { begunOn: '2026-02-02', endedOn: null, model: { id: 'reform-2026', law: 'HE 108/2025, TyVM 9/2025' } },
    due: [
      { kind: 'firstInterview', dueOn: '2026-02-16', heldOn: '2026-02-11', state: 'done', inPerson: true },
      { kind: 'followUp', dueOn: '2026-05-11', state: 'due', every: 3, unit: 'months', anchorOn: '2026-02-11' },
      { kind: 'followUp', dueOn: '2026-08-11' },
    ],
    talks: [{ kind: 'firstInterview', how: 'inPerson', byName: 'Outi Ohjaaja' }],
  });
  expect(await usesOf(own.liisa.customerId)).toContainEqual({
    ...{ role: 'adviser', section: 'rhythm', action: 'write', isAllowed: true },
  });
});

test('a job search keeps the model of the day it began; mending the day gives it the model of the right one', async () => {
  const own = await aPair();
  await begin(own, '2025-12-31');
  const [older] = await seenBy(own);
  expect(older?.jobSearch?.model).toMatchObject({ id: 'nordic-2022', phases: [{ what: 'process' }] });
  expect(older?.due.filter(({ unit, kind }) => unit === 'weeks' && kind === 'followUp')).toHaveLength(5);
  await expect(begin(own, '2026-01-02', 0)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  await begin(own, '2026-01-02', 1);
  expect((await seenBy(own))[0]?.jobSearch).toMatchObject({ version: 2, model: { id: 'reform-2026' } });
  await expect(begin(own, '2026-01-05', 1)).rejects.toMatchObject({ code: 'changedMeanwhile' });
});

test.each([
  ['2026-03-03', 'path.rhythm.notYet'],
  ['2022-05-01', 'path.rhythm.tooEarly'],
])('a job search does not begin on %s', async (day, message) => {
  const own = await aPair();
  await expect(begin(own, day)).rejects.toMatchObject({ fields: [{ field: 'begunOn', message }] });
});

test('an end stops what is due; a new one begins no earlier than the end', async () => {
  const own = await aPair();
  const end = (endedOn: string, version: number) =>
    run(own.adviser.actor, endJobSearch, { customerId: own.liisa.customerId, endedOn, why: 'Töihin', version });
  await expect(end('2026-02-20', 1)).rejects.toMatchObject({ code: 'notNow' });
  await begin(own, '2026-02-02');
  await expect(end('2026-02-01', 1)).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.beforeBegun' }] });
  await expect(end('2026-03-03', 1)).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.notYet' }] });
  await expect(end('2026-02-20', 2)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  await end('2026-02-20', 1);
  const [ended] = await seenBy(own);
  expect(ended?.jobSearch).toMatchObject({ endedOn: '2026-02-20', endedWhy: 'Töihin' });
  expect(ended?.due.map(({ state }) => state)).toEqual(['passed']);
  expect(await movesOf(own.adviser)).toEqual([]);
  await expect(begin(own, '2026-02-19')).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.beforeEnd' }] });
  await begin(own, '2026-02-27');
  expect((await seenBy(own))[0]?.jobSearch).toMatchObject({ begunOn: '2026-02-27', endedOn: null });
});

test('a talk is written down once, when it was held, with a reason where the law wants one in person', async () => {
  const own = await aPair();
  await expect(talk(own, '2026-02-10')).rejects.toMatchObject({ code: 'notNow' });
  await begin(own, '2026-02-02');
  const refused: [string, Parameters<typeof talk>[2], string][] = [
    ['2026-03-03', {}, 'path.rhythm.notYet'],
    ['2026-02-01', {}, 'path.rhythm.beforeBegun'],
    ['2026-02-10', { how: 'phone' }, 'path.rhythm.whyNotInPerson'],
  ];
  for (const [day, more, message] of refused)
    await expect(talk(own, day, more)).rejects.toMatchObject({ fields: [{ message }] });
  await talk(own, '2026-02-10', { how: 'phone', howWhy: 'Matka on 90 km' });
  await expect(talk(own, '2026-02-11')).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.alreadyFirst' }] });
  await talk(own, '2026-02-20', { kind: 'followUp', how: 'video', howWhy: '' });
  const again = talk(own, '2026-02-20', { kind: 'followUp' });
  await expect(again).rejects.toMatchObject({ fields: [{ message: 'path.rhythm.already' }] });
  expect((await seenBy(own))[0]?.talks).toMatchObject([
    { kind: 'followUp', how: 'video', howWhy: '' },
    { kind: 'firstInterview', how: 'phone', howWhy: 'Matka on 90 km' },
  ]);
});

test('what is late or soon is a move of the adviser, and waits for the customer', async () => {
  const own = await aPair();
  await begin(own, '2026-02-09');
  const { customerId } = own.liisa;
  expect(await movesOf(own.adviser)).toMatchObject([
    {
      kind: 'talkDue',
      values: { name: 'Liisa Laine', talk: 'firstInterview' },
      path: `/customers/${customerId}#rhythm`,
      untilOn: '2026-02-23',
      isLate: true,
    },
  ]);
  expect(await movesOf(own.liisa)).toMatchObject([{ kind: 'talkComes', untilOn: '2026-02-23', isWaiting: true }]);
  expect(await movesOf(await world.anAdviser())).toEqual([]);
  await talk(own, '2026-03-02');
  expect(await movesOf(own.adviser)).toEqual([]);
  expect(await movesOf(own.liisa)).toEqual([]);
});

test('a job search of last year has its month of two talks after half a year, as its model says', async () => {
  const own = await aPair();
  await begin(own, '2025-09-01');
  const [seen] = await seenBy(own);
  expect(seen?.jobSearch?.model.id).toBe('nordic-2022');
  expect(seen?.due.filter(({ kind }) => kind === 'supplementary')).toMatchObject([
    { dueOn: '2026-03-13', times: 2, againMonths: 6, law: 'HE 167/2021' },
    { dueOn: '2026-03-27' },
  ]);
});

test('a city adds to a model for its own customers', async () => {
  const own = await aPair();
  await begin(own, '2026-02-02');
  const rule = { modelId: 'reform-2026', kind: 'review', fromOn: '2026-01-01', every: 2, unit: 'months' } as const;
  await world.database.inCity('turku', (tx) => setCityRule(tx, 'turku', { ...rule, source: 'Päätös 3/2026' }));
  const [seen] = await seenBy(own);
  expect(seen?.due.filter(({ kind }) => kind === 'review')[0]).toMatchObject({ law: 'Päätös 3/2026', isOfCity: true });
  const maria = await world.aCustomer({ city: 'espoo' });
  const espoo = { liisa: maria, adviser: await world.anAdviser({ city: 'espoo', caseload: [maria] }) };
  await begin(espoo, '2026-02-02');
  expect((await seenBy(espoo))[0]?.due.some(({ kind }) => kind === 'review')).toBe(false);
});

test('nobody else sees or writes it', async () => {
  const own = await aPair();
  await begin(own, '2026-02-02');
  const { customerId } = own.liisa;
  const other = await world.anAdviser();
  await expect(run(other.actor, readRhythm, { customerId })).rejects.toMatchObject({ code: 'notFound' });
  const held = { customerId, kind: 'firstInterview', heldOn: '2026-02-10', how: 'inPerson', howWhy: '' } as const;
  await expect(run(other.actor, recordTalk, held)).rejects.toMatchObject({ code: 'notFound' });
  await expect(run(own.liisa.actor, recordTalk, held)).rejects.toMatchObject({ code: 'notFound' });
  await expect(
    run(own.liisa.actor, setJobSearch, { customerId, begunOn: '2026-02-03', version: 1 }),
  ).rejects.toMatchObject({ code: 'notFound' });
});
