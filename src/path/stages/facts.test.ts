import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { pathEvents } from '../events.ts';
import { finishStep } from '../finish-step.ts';
import { pathFixtures } from '../fixtures.ts';
import { changeKind } from '../kinds/change-kind.ts';
import { readSocialCustomer } from '../social/read-social-customer.ts';
import { endStage } from './end-stage.ts';
import { readFact, readStages, readStagesInJointPlan } from './read-stages.ts';
import { takeBackStage } from './take-back-stage.ts';
import { tellStage } from './tell-stage.ts';

const world = await testWorld();
const { run, database } = world;
const { aPair, anAgreed, aYes, mailsTo, usesOf } = pathFixtures(world);

type Pair = Awaited<ReturnType<typeof aPair>>;
type Wish = Partial<Parameters<typeof tellStage>[1]>;

// The clock stands at 2 March 2026.
const byCustomer = ({ liisa }: Pair, more: Wish = {}) =>
  run(liisa.actor, tellStage, {
    customerId: null,
    stage: 'workshop',
    fromOn: '2026-02-02',
    words: 'Ompelupaja',
    ...more,
  });
const byAdviser = ({ liisa, adviser }: Pair, more: Wish = {}) =>
  run(adviser.actor, tellStage, { customerId: liisa.customerId, stage: 'workshop', fromOn: '2026-02-02', ...more });
const pathOf = ({ liisa }: Pair) => run(liisa.actor, readStages, { customerId: null });
const stagesOf = async (pair: Pair) => (await pathOf(pair)).spells.map(({ stage, fromOn }) => `${stage} ${fromOn}`);

test('what either side tells is where the customer is, alike for both; and the other side hears of it', async () => {
  const own = await aPair();
  const { liisa, adviser } = own;
  expect(await stagesOf(own)).toEqual(['starting 2026-03-02']);
  await byCustomer(own);
  await byAdviser(own, { stage: 'subsidised', fromOn: '2026-02-23' });
  const mine = await pathOf(own);
  const theirs = await run(adviser.actor, readStages, { customerId: liisa.customerId });
  expect(theirs.spells.map(({ stage, fromOn }) => ({ stage, fromOn }))).toEqual(
    mine.spells.map(({ stage, fromOn }) => ({ stage, fromOn })),
  );
  expect(mine).toMatchObject({
    spells: [
      {
        stage: 'workshop',
        toOn: '2026-02-22',
        facts: [{ words: 'Ompelupaja', byName: 'Liisa Laine', source: 'told' }],
      },
      { stage: 'subsidised', toOn: null, facts: [{ byName: 'Outi Ohjaaja', byRole: 'adviser' }] },
    ],
    coming: [{ stage: 'open', leads: [] }, { stage: 'afterCare' }],
  });
  await world.deliver(pathEvents);
  expect(await mailsTo(adviser.personId)).toMatchObject([{ subject: 'Asiakkaasi polulla on uutta' }]);
  expect(await mailsTo(liisa.personId)).toMatchObject([{ subject: 'Polullesi on merkitty jotain uutta' }]);
  expect(await usesOf(liisa.customerId)).toContainEqual({
    ...{ role: 'adviser', section: 'stages', action: 'write', isAllowed: true },
  });
});

test('open work that goes on a month is after-care; its end is told by either', async () => {
  const own = await aPair();
  const { id: pathFactId } = await byCustomer(own, { stage: 'open', fromOn: '2026-01-07' });
  expect(await stagesOf(own)).toEqual(['open 2026-01-07', 'afterCare 2026-02-07']);
  await run(own.adviser.actor, endStage, { pathFactId, version: 1, toOn: '2026-02-20' });
  expect(await stagesOf(own)).toEqual(['open 2026-01-07', 'afterCare 2026-02-07', 'starting 2026-02-21']);
  expect(await run(own.liisa.actor, readFact, { pathFactId })).toMatchObject({ endedName: 'Outi Ohjaaja', version: 2 });
  const late = run(own.liisa.actor, endStage, { pathFactId, version: 1, toOn: '2026-02-25' });
  await expect(late).rejects.toMatchObject({ code: 'changedMeanwhile' });
});

test.each([
  [{ fromOn: '2026-03-03' }, 'fromOn', 'path.stages.notYet'],
  [{ fromOn: '1970-01-01' }, 'fromOn', 'path.stages.tooLongAgo'],
  [{ toOn: '2026-02-01' }, 'toOn', 'path.stages.endsBefore'],
  [{ toOn: '2046-02-01' }, 'toOn', 'path.stages.tooFar'],
])('refuses what cannot be so: %j', async (more, field, message) => {
  await expect(byCustomer(await aPair(), more)).rejects.toMatchObject({ fields: [{ field, message }] });
});

test('one tells a thing once, and what was taken back can be told anew', async () => {
  const own = await aPair();
  const { id: pathFactId } = await byCustomer(own);
  await expect(byAdviser(own)).rejects.toMatchObject({ fields: [{ message: 'path.stages.already' }] });
  await run(own.liisa.actor, takeBackStage, { pathFactId, version: 1, why: 'Se oli vain tutustuminen.' });
  expect(await stagesOf(own)).toEqual(['starting 2026-03-02']);
  expect((await pathOf(own)).takenBack).toMatchObject([
    { id: pathFactId, takenBack: { name: 'Liisa Laine', why: 'Se oli vain tutustuminen.' } },
  ]);
  await byAdviser(own);
  expect(await stagesOf(own)).toEqual(['workshop 2026-02-02']);
  for (const again of [
    () => run(own.liisa.actor, takeBackStage, { pathFactId, version: 2, why: '' }),
    () => run(own.liisa.actor, endStage, { pathFactId, version: 2, toOn: '2026-03-01' }),
  ])
    await expect(again()).rejects.toMatchObject({ code: 'notNow' });
});

test('the customer takes back whatever was told of them; an adviser only what advisers told', async () => {
  const own = await aPair();
  const mine = await byCustomer(own);
  const theirs = await byAdviser(own, { stage: 'open', fromOn: '2026-02-16' });
  const take = (who: Pair['liisa'] | Pair['adviser'], { id: pathFactId }: { id: string }) =>
    run(who.actor, takeBackStage, { pathFactId, version: 1, why: '' });
  await expect(take(own.adviser, mine)).rejects.toMatchObject({ code: 'notNow' });
  await take(own.liisa, theirs);
  expect(await stagesOf(own)).toEqual(['workshop 2026-02-02']);
});

test('a step that leads to a stage brings nearer what could come, and a done one stands on the path', async () => {
  const own = await aPair();
  await anAgreed(own, { title: 'Tutustu pajaan', stage: 'workshop' });
  const { id: stepId, version } = await anAgreed(own, { title: 'Soita yrittäjälle', stage: 'open' });
  await run(own.liisa.actor, finishStep, { stepId, version });
  await world.deliver(pathEvents);
  expect(await pathOf(own)).toMatchObject({
    spells: [
      { stage: 'starting', facts: [{ kind: 'toward', stage: 'open', words: 'Soita yrittäjälle', canEnd: false }] },
    ],
    coming: [
      { stage: 'workshop', leads: [{ title: 'Tutustu pajaan', isDone: false, on: '2026-03-16' }] },
      { stage: 'cooperative', leads: [] },
      { stage: 'subsidised', leads: [] },
      { stage: 'open', leads: [{ title: 'Soita yrittäjälle', isDone: true, on: '2026-03-02' }] },
      { stage: 'afterCare', leads: [] },
    ],
  });
});

test('a yes to a business stands on the path until it is taken back', async () => {
  const own = await aPair();
  const challengeId = await aYes(own.liisa.customerId);
  const { id: answerId } = await database.inCity('turku', (tx) =>
    tx.selectFrom('answer').select('id').where('challengeId', '=', challengeId).executeTakeFirstOrThrow(),
  );
  const happens = async (topic: string, answer: 'yes' | 'no') => {
    await database.inCity('turku', (tx) =>
      tx.updateTable('answer').set({ answer }).where('id', '=', answerId).execute(),
    );
    const ids = { answerId, challengeId, customerId: own.liisa.customerId };
    await run(own.liisa.actor, async (work) => work.emit(topic, ids), undefined);
    await world.deliver(pathEvents);
    return (await pathOf(own)).spells[0]?.facts;
  };
  const yes = { kind: 'yes', stage: null, words: 'Lauantain jono', takenBack: null };
  expect(await happens('answeredYes', 'yes')).toMatchObject([yes]);
  expect(await happens('yesWithdrawn', 'no')).toEqual([]);
  expect(await happens('answeredYes', 'yes')).toMatchObject([yes]);
  expect((await pathOf(own)).takenBack).toEqual([]);
});

test('a social worker sees the stages and days of a plan their authority is party to, and nothing else', async () => {
  const own = await aPair();
  const { liisa, adviser } = own;
  const worker = await world.aSocialWorker({ caseload: [liisa] });
  const { id: pathFactId } = await byCustomer(own);
  const { customerId } = liisa;
  await expect(run(worker.actor, readStagesInJointPlan, { customerId })).rejects.toMatchObject({ code: 'notFound' });
  expect(await run(worker.actor, readSocialCustomer, { customerId })).toMatchObject({ stages: null });
  await run(adviser.actor, changeKind, { customerId, kind: 'multisectoral', why: 'Sovittu', version: 0 });
  const seen = await run(worker.actor, readStagesInJointPlan, { customerId });
  expect(seen.spells).toEqual([{ stage: 'workshop', fromOn: '2026-02-02', toOn: null }]);
  expect(JSON.stringify(seen)).not.toContain('Ompelupaja');
  const told = { customerId, stage: 'open', fromOn: '2026-02-23' } as const;
  await expect(run(worker.actor, tellStage, told)).rejects.toMatchObject({ code: 'notFound' });
  const ended = run(worker.actor, endStage, { pathFactId, version: 1, toOn: '2026-03-01' });
  await expect(ended).rejects.toMatchObject({ code: 'notFound' });
});

test("somebody else's path is not there", async () => {
  const own = await aPair();
  const { id: pathFactId } = await byCustomer(own);
  const other = await world.anAdviser();
  const stranger = await world.aCustomer();
  const { customerId } = own.liisa;
  await expect(run(other.actor, readStages, { customerId })).rejects.toMatchObject({ code: 'notFound' });
  for (const who of [other, stranger]) {
    await expect(run(who.actor, readFact, { pathFactId })).rejects.toMatchObject({ code: 'notFound' });
    const taken = run(who.actor, takeBackStage, { pathFactId, version: 1, why: '' });
    await expect(taken).rejects.toMatchObject({ code: 'notFound' });
  }
});
