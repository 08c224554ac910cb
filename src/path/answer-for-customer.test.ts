import { expect, test } from 'vitest';
import { answerDispute, disputeActed, readActedFor, readDoneForMe } from '../kernel/acting/acted-for.ts';
import { actingEvents } from '../kernel/acting/events.ts';
import { actingMoves } from '../kernel/acting/moves.ts';
import { readLookers } from '../kernel/use-log.ts';
import { testWorld } from '../testing/database.ts';
import { answerForCustomer } from './answer-for-customer.ts';
import { pathFixtures } from './fixtures.ts';
import { readStepWithHistory } from './read-step.ts';

const world = await testWorld();
const { run, database, jobs } = world;
const { aPair, byAdviser, byCustomer, mailsTo } = pathFixtures(world);

const phone = { way: 'phone', reason: 'Puhelin ei avaa sivua' } as const;
const yes = { answer: 'agree', word: '', ...phone } as const;

test('an answer given by telephone agrees to the step, signs nothing, and is told to the customer at once', async () => {
  const pair = await aPair();
  const { id: stepId, version } = await byAdviser(pair);
  jobs.takeEvents();
  await run(pair.adviser.actor, answerForCustomer, { stepId, version, ...yes });
  const { step, versions } = await run(pair.liisa.actor, readStepWithHistory, { stepId });
  expect(step).toMatchObject({ state: 'agreed', signed: null });
  // The adviser's own name, on the customer's side.
  expect(versions[0]).toMatchObject({ personName: 'Outi Ohjaaja', role: 'customer' });
  await world.deliver(actingEvents);
  expect((await mailsTo(pair.liisa.personId)).at(-1)).toMatchObject({ subject: 'Puolestasi tehtiin jotakin' });
  expect(await run(pair.liisa.actor, readDoneForMe, undefined)).toMatchObject([
    {
      officialName: 'Outi Ohjaaja',
      what: 'stepAnswer',
      way: 'phone',
      reason: phone.reason,
      state: 'told',
      moves: ['dispute'],
    },
  ]);
  const looks = await run(pair.liisa.actor, (work) => readLookers(work), undefined);
  expect(looks.filter(({ section }) => section === 'actedFor')).toMatchObject([
    { personName: 'Outi Ohjaaja', role: 'adviser', action: 'write', isMe: false },
  ]);
});

test('what is said not to be so waits for the adviser, and its answer is told', async () => {
  const pair = await aPair();
  const { id: stepId, version } = await byAdviser(pair);
  await run(pair.adviser.actor, answerForCustomer, { stepId, version, ...yes });
  const [acted] = await run(pair.liisa.actor, readDoneForMe, undefined);
  const actedForId = acted?.id ?? '';
  const early = run(pair.adviser.actor, answerDispute, { actedForId, version: 1, word: 'Korjasin' });
  await expect(early).rejects.toMatchObject({ code: 'notNow' });
  jobs.takeEvents();
  await run(pair.liisa.actor, disputeActed, { actedForId, version: 1, word: 'En sanonut näin' });
  await world.deliver(actingEvents);
  expect((await mailsTo(pair.adviser.personId)).at(-1)).toMatchObject({
    subject: 'Asiakkaasi mukaan asia ei ole niin',
  });
  const thing = `actedFor:${actedForId}`;
  const waiting = async () => [
    (await run(pair.adviser.actor, async (work) => actingMoves.adviser?.(work), undefined))?.map((move) => move.thing),
    (await run(pair.liisa.actor, async (work) => actingMoves.customer?.(work), undefined))?.map((move) => move.thing),
  ];
  expect(await waiting()).toEqual([[thing], [thing]]);
  await expect(run(pair.liisa.actor, disputeActed, { actedForId, version: 2, word: 'Taas' })).rejects.toMatchObject({
    code: 'notNow',
  });
  await run(pair.adviser.actor, answerDispute, { actedForId, version: 2, word: 'Korjasin sen' });
  await world.deliver(actingEvents);
  expect((await mailsTo(pair.liisa.personId)).at(-1)).toMatchObject({ subject: 'Sait vastauksen' });
  expect(await waiting()).toEqual([[], []]);
  expect(await run(pair.liisa.actor, readActedFor, { actedForId })).toMatchObject({ state: 'answered', moves: [] });
});

test('nobody acts for another’s customer, answers what does not wait for the customer, or sees what was done for another', async () => {
  const pair = await aPair();
  const other = await aPair();
  const { id: stepId, version } = await byAdviser(pair);
  const byOther = run(other.adviser.actor, answerForCustomer, { stepId, version, ...yes });
  await expect(byOther).rejects.toMatchObject({ code: 'notFound' });
  const own = await byCustomer(pair);
  const waitsForAdviser = run(pair.adviser.actor, answerForCustomer, { stepId: own.id, version: own.version, ...yes });
  await expect(waitsForAdviser).rejects.toMatchObject({ code: 'notNow' });
  expect(await run(pair.liisa.actor, readDoneForMe, undefined)).toEqual([]);
  await run(pair.adviser.actor, answerForCustomer, { stepId, version, ...yes });
  const [acted] = await run(pair.liisa.actor, readDoneForMe, undefined);
  for (const stranger of [other.liisa, other.adviser])
    await expect(run(stranger.actor, readActedFor, { actedForId: acted?.id ?? '' })).rejects.toMatchObject({
      code: 'notFound',
    });
});

test('who has restricted the use of their data is acted for by nobody', async () => {
  const pair = await aPair();
  const { id: stepId, version } = await byAdviser(pair);
  await database.inCity('turku', (tx) =>
    tx
      .insertInto('restriction')
      .values({
        cityId: 'turku',
        id: crypto.randomUUID(),
        customerId: pair.liisa.customerId,
        madeAt: world.clock(),
        endedAt: null,
      })
      .execute(),
  );
  const tried = run(pair.adviser.actor, answerForCustomer, { stepId, version, ...yes });
  await expect(tried).rejects.toMatchObject({ code: 'restricted' });
});
