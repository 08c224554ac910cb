import { expect, test } from 'vitest';
import { setTerm } from '../../kernel/terms.ts';
import { testWorld } from '../../testing/database.ts';
import { pathEvents } from '../events.ts';
import { pathFixtures } from '../fixtures.ts';
import { endStage } from '../stages/end-stage.ts';
import { takeBackStage } from '../stages/take-back-stage.ts';
import { tellStage } from '../stages/tell-stage.ts';
import { answerAfterCare } from './answer-after-care.ts';
import { askAfterCare } from './ask-after-care.ts';
import { readAfterCare, readQuestion } from './read-after-care.ts';
import { seeAfterCare } from './see-after-care.ts';

const world = await testWorld();
const { run, clock, database, jobs } = world;
const { aPair, mailsTo, movesOf } = pathFixtures(world);

type Pair = Awaited<ReturnType<typeof aPair>>;

/** Runs the housekeeping on a day, and hands its events to who hears of them. */
const houseOn = async (today: string, city = 'turku'): Promise<void> => {
  clock.set(`${today}T09:00:00Z`);
  await database.inCity(city, (tx) => askAfterCare(tx, { cityId: city, now: clock(), today, jobs }));
  await world.deliver(pathEvents);
};
/** Work without a subsidy that began on Monday 2 March 2026. */
const aWorker = async () => {
  clock.set('2026-03-02T09:00:00Z');
  const own = await aPair();
  const told = { customerId: null, stage: 'open', fromOn: '2026-03-02', words: 'Leipomo' } as const;
  const { id: pathFactId } = await run(own.liisa.actor, tellStage, told);
  return { ...own, pathFactId };
};
const questionsOf = ({ liisa }: Pair) => run(liisa.actor, readAfterCare, { customerId: null });
const askedOn = async (own: Pair) =>
  (await questionsOf(own)).map(({ which, months }) => `${which} ${months}`).reverse();
const kindsOf = async (who: Pair['liisa'] | Pair['adviser']) =>
  (await movesOf(who)).map(({ kind }) => kind).filter((kind) => kind.startsWith('afterCare'));

test('asks one, three and six months after open work began, once each', async () => {
  const own = await aWorker();
  await houseOn('2026-04-01');
  expect(await askedOn(own)).toEqual([]);
  await houseOn('2026-04-02');
  await houseOn('2026-04-02');
  await houseOn('2026-04-20');
  expect(await askedOn(own)).toEqual(['first 1']);
  await houseOn('2026-06-02');
  await houseOn('2026-09-02');
  await houseOn('2026-12-02');
  expect(await askedOn(own)).toEqual(['first 1', 'second 3', 'third 6']);
  const mails = await mailsTo(own.liisa.personId);
  expect(mails.map(({ subject }) => subject)).toEqual(Array(3).fill('Mitä kuuluu töissä?'));
});

test('what the city has decided of months and days holds', async () => {
  const source = 'Päätös 12/2026';
  const decided = { cityId: 'turku', fromOn: '2026-01-01', source } as const;
  await database.inCity('turku', (tx) => setTerm(tx, { ...decided, name: 'afterCareFirstMonths', value: 2 }));
  const own = await aWorker();
  await houseOn('2026-04-10');
  expect(await askedOn(own)).toEqual([]);
  await houseOn('2026-05-04');
  expect((await questionsOf(own))[0]).toMatchObject({ months: 2, answerUntil: '2026-05-25' });
  await database.inCity('turku', (tx) => setTerm(tx, { ...decided, name: 'afterCareFirstMonths', value: 1 }));
});

test('nobody is asked of work that has ended, was taken back, or began so long ago that the time to answer is over', async () => {
  const ended = await aWorker();
  const taken = await aWorker();
  const old = await aWorker();
  await run(old.liisa.actor, tellStage, { customerId: null, stage: 'open', fromOn: '2025-12-25' });
  clock.set('2026-03-20T09:00:00Z');
  await run(ended.adviser.actor, endStage, { pathFactId: ended.pathFactId, version: 1, toOn: '2026-03-31' });
  await run(taken.liisa.actor, takeBackStage, { pathFactId: taken.pathFactId, version: 1, why: '' });
  await houseOn('2026-03-01');
  await houseOn('2026-04-02');
  expect(await askedOn(ended)).toEqual([]);
  expect(await askedOn(taken)).toEqual([]);
  // Of their two jobs one question: the one whose day is nearest.
  expect(await askedOn(old)).toEqual(['first 1']);
});

test('one question waits at a time: of two jobs begun a week apart the later is asked of when the first is over', async () => {
  const own = await aWorker();
  clock.set('2026-03-20T09:00:00Z');
  await run(own.liisa.actor, tellStage, { customerId: null, stage: 'open', fromOn: '2026-03-13' });
  await houseOn('2026-04-02');
  await houseOn('2026-04-13');
  expect(await askedOn(own)).toEqual(['first 1']);
  await houseOn('2026-04-24');
  expect(await askedOn(own)).toEqual(['first 1', 'first 1']);
});

test('nobody is asked who has restricted what is done with their data', async () => {
  const own = await aWorker();
  await database.inCity('turku', (tx) =>
    tx
      .insertInto('restriction')
      .values({ cityId: 'turku', id: own.pathFactId, customerId: own.liisa.customerId, madeAt: clock(), endedAt: null })
      .execute(),
  );
  await houseOn('2026-04-02');
  expect(await askedOn(own)).toEqual([]);
});

test('the question waits for the customer, and the answer for the adviser until they have read it', async () => {
  const own = await aWorker();
  const { liisa, adviser } = own;
  await houseOn('2026-04-02');
  expect((await movesOf(liisa)).filter(({ kind }) => kind === 'afterCareToAnswer')).toMatchObject([
    { untilOn: '2026-04-23', values: { months: 1 } },
  ]);
  expect(await kindsOf(adviser)).toEqual(['afterCareWaits']);
  const [question] = await questionsOf(own);
  const afterCareId = question?.id ?? '';
  await run(liisa.actor, answerAfterCare, { afterCareId, version: 1, answer: 'mixed', words: 'Aamut ovat raskaita.' });
  await world.deliver(pathEvents);
  expect(await kindsOf(liisa)).toEqual(['afterCareToBeRead']);
  expect(await kindsOf(adviser)).toEqual(['afterCareAnswered']);
  const letters = (await mailsTo(adviser.personId)).filter(({ subject }) => subject.includes('kuuluu'));
  expect(letters).toHaveLength(1);
  expect(JSON.stringify(letters)).not.toMatch(/Aamut|Liisa/);
  await run(adviser.actor, seeAfterCare, { afterCareId, version: 2 });
  for (const who of [liisa, adviser]) expect(await kindsOf(who)).toEqual([]);
  expect(await run(liisa.actor, readQuestion, { afterCareId })).toMatchObject({
    question: { answer: 'mixed', words: 'Aamut ovat raskaita.', seenName: 'Outi Ohjaaja' },
  });
  const again = run(liisa.actor, answerAfterCare, { afterCareId, version: 3, answer: 'well', words: '' });
  await expect(again).rejects.toMatchObject({ code: 'notNow' });
  await expect(run(adviser.actor, seeAfterCare, { afterCareId, version: 3 })).rejects.toMatchObject({ code: 'notNow' });
});

test.each(['well', 'skipped'] as const)('%s without a word asks nothing of the adviser', async (answer) => {
  const own = await aWorker();
  await houseOn('2026-04-02');
  const [question] = await questionsOf(own);
  const told = { afterCareId: question?.id ?? '', version: 1, answer };
  const words = answer === 'skipped' ? 'Tätä ei tallenneta.' : '';
  await run(own.liisa.actor, answerAfterCare, { ...told, words });
  await world.deliver(pathEvents);
  expect(await kindsOf(own.adviser)).toEqual([]);
  expect((await questionsOf(own))[0]).toMatchObject({ answer, words: '' });
});

test('it is told late that work has ended: the question waits no more', async () => {
  const own = await aWorker();
  await houseOn('2026-04-02');
  await run(own.liisa.actor, endStage, { pathFactId: own.pathFactId, version: 1, toOn: '2026-04-01' });
  expect(await kindsOf(own.liisa)).toEqual([]);
  expect(await kindsOf(own.adviser)).toEqual([]);
});

test('nobody else reads, answers or marks it', async () => {
  const own = await aWorker();
  await houseOn('2026-04-02');
  const [question] = await questionsOf(own);
  const afterCareId = question?.id ?? '';
  const other = await world.anAdviser();
  const stranger = await world.aCustomer();
  const { customerId } = own.liisa;
  const worker = await world.aSocialWorker({ caseload: [own.liisa] });
  const tries = [
    run(other.actor, readAfterCare, { customerId }),
    run(worker.actor, readAfterCare, { customerId }),
    run(stranger.actor, readQuestion, { afterCareId }),
    run(stranger.actor, answerAfterCare, { afterCareId, version: 1, answer: 'well', words: '' }),
    run(own.adviser.actor, answerAfterCare, { afterCareId, version: 1, answer: 'well', words: '' }),
    run(other.actor, seeAfterCare, { afterCareId, version: 1 }),
    run(own.liisa.actor, seeAfterCare, { afterCareId, version: 1 }),
  ];
  for (const one of await Promise.allSettled(tries)) expect(one).toMatchObject({ reason: { code: 'notFound' } });
});
