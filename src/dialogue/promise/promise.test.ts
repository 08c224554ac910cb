import { describe, expect, test } from 'vitest';
import { setTerm } from '../../kernel/terms.ts';
import { answerAsk, answerAskBody } from '../../matching/ask-person/answer-ask.ts';
import { askInput, askPerson } from '../../matching/ask-person/ask-person.ts';
import { withdrawAsk } from '../../matching/ask-person/withdraw-ask.ts';
import { answerStep } from '../../path/answer-step.ts';
import { changeStep } from '../../path/change-step.ts';
import { pathFixtures, text } from '../../path/fixtures.ts';
import { withdrawStep } from '../../path/withdraw-step.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { closeThread, reopenThread } from '../close-thread.ts';
import { dialogueMoves } from '../moves.ts';
import { openThreadOfMine } from '../open-thread-with.ts';
import { writeMessage } from '../write-message.ts';
import { figureOf, roughOf } from './figures.ts';
import { owesReply } from './owes-reply.ts';
import { readOwnPromise, readPromiseToMe, setPromise } from './read-promise.ts';
import { replyPromised } from './replies-due.ts';

const world = await testWorld();
const { run, database, clock } = world;
const { aPair, byAdviser, byCustomer, movesOf } = pathFixtures(world);
const monday = '2026-03-02T07:00:00Z';

const rowsOf = (customer: MadeCustomer) =>
  database.inCity('turku', (tx) =>
    tx
      .selectFrom('replyDue')
      .select(['about', 'dueOn', 'repliedOn', 'letGoOn', 'adviserId'])
      .where('customerId', '=', customer.customerId)
      .orderBy('askedAt')
      .orderBy('id')
      .execute(),
  );
const promiseOf = (adviser: Made) => run(adviser.actor, (work) => readOwnPromise(work), undefined);
const toMe = (customer: MadeCustomer) => run(customer.actor, (work) => readPromiseToMe(work), undefined);

describe('what a customer proposes', () => {
  test('is owed an answer in three working days, and both see the day', async () => {
    const own = await aPair();
    const { id } = await byCustomer(own);
    expect(await rowsOf(own.liisa)).toMatchObject([{ about: 'step', dueOn: '2026-03-05', repliedOn: null }]);
    expect(await movesOf(own.adviser)).toMatchObject([{ kind: 'customerProposed', untilOn: '2026-03-05' }]);
    expect(await movesOf(own.liisa)).toMatchObject([
      { kind: 'stepWaitsForAdviser', untilOn: '2026-03-05', path: `/steps/${id}`, who: { name: 'Outi Ohjaaja' } },
    ]);
    const promised = { name: 'Outi Ohjaaja', on: '2026-03-05', isLate: false };
    expect(await run(own.liisa.actor, replyPromised, { about: 'step', thingId: id })).toEqual(promised);
    expect(await toMe(own.liisa)).toEqual({
      ...{ adviser: 'Outi Ohjaaja', days: 3, rough: 'unknown', nextOn: '2026-03-05', isLate: false },
    });
  });

  test('late, it comes first for the adviser, and is told to the customer as late', async () => {
    const own = await aPair();
    await byAdviser(own);
    await byCustomer(own);
    clock.set('2026-03-06T08:00:00Z');
    expect((await movesOf(own.adviser)).find(({ isLate }) => isLate)).toMatchObject({ kind: 'customerProposed' });
    expect(await toMe(own.liisa)).toMatchObject({ nextOn: '2026-03-05', isLate: true });
    expect(await promiseOf(own.adviser)).toMatchObject({ figure: { kept: 0, of: 1, late: 1 } });
    clock.set(monday);
  });

  test.each(['agree', 'decline'] as const)('is answered when the adviser says so: %s', async (answer) => {
    const own = await aPair();
    const { id, version } = await byCustomer(own);
    clock.set('2026-03-05T20:00:00Z');
    await run(own.adviser.actor, answerStep, { stepId: id, version, answer, word: 'Sovitaan.' });
    expect(await rowsOf(own.liisa)).toMatchObject([{ repliedOn: '2026-03-05', adviserId: own.adviser.personId }]);
    expect(await promiseOf(own.adviser)).toMatchObject({ figure: { kept: 1, of: 1, late: 0, days: 90 } });
    expect(await toMe(own.liisa)).toMatchObject({ nextOn: null });
    expect(await run(own.liisa.actor, replyPromised, { about: 'step', thingId: id })).toBeNull();
    clock.set(monday);
  });

  test('is answered by another proposal, and what the customer proposes then is owed anew', async () => {
    const own = await aPair();
    const { id, version } = await byCustomer(own);
    const other = await run(own.adviser.actor, changeStep, { ...text, stepId: id, version, title: 'Käy leipomossa' });
    expect(await rowsOf(own.liisa)).toMatchObject([{ repliedOn: '2026-03-02' }]);
    clock.set('2026-03-03T08:00:00Z');
    await run(own.liisa.actor, changeStep, { ...text, stepId: id, version: other.version, title: 'Soita sittenkin' });
    expect(await rowsOf(own.liisa)).toMatchObject([
      { repliedOn: '2026-03-02' },
      { dueOn: '2026-03-06', repliedOn: null },
    ]);
    clock.set(monday);
  });

  test('changed while it waits, it stays owed by its first day; taken back, it counts for nothing', async () => {
    const own = await aPair();
    const { id, version } = await byCustomer(own);
    clock.set('2026-03-04T08:00:00Z');
    const changed = await run(own.liisa.actor, changeStep, { ...text, stepId: id, version, title: 'Soita heti' });
    expect(await rowsOf(own.liisa)).toMatchObject([{ dueOn: '2026-03-05', repliedOn: null, letGoOn: null }]);
    await run(own.liisa.actor, withdrawStep, { stepId: id, version: changed.version });
    expect(await rowsOf(own.liisa)).toMatchObject([{ repliedOn: null, letGoOn: '2026-03-04' }]);
    clock.set('2026-03-20T08:00:00Z');
    expect(await promiseOf(own.adviser)).toMatchObject({ figure: { kept: 0, of: 0, late: 0 } });
    clock.set(monday);
  });

  test('nobody owes one who has no adviser, and nothing is owed for what an adviser proposes', async () => {
    const own = await aPair();
    await byAdviser(own);
    expect(await rowsOf(own.liisa)).toEqual([]);
    const free = await world.aCustomer();
    await byCustomer({ ...own, liisa: free });
    expect(await rowsOf(free)).toEqual([]);
    expect(await toMe(free)).toBeNull();
  });
});

describe('what a customer asks', () => {
  test('is owed by the day asking has of its own, and answered or taken back with it', async () => {
    const own = await aPair();
    const ask = () => run(own.liisa.actor, askPerson, askInput.parse({ words: 'Katsotko?' }));
    const first = await ask();
    const second = await ask();
    expect((await rowsOf(own.liisa)).map(({ about, dueOn }) => [about, dueOn])).toEqual([
      ['ask', first.dueOn],
      ['ask', second.dueOn],
    ]);
    const answer = answerAskBody.parse({ answer: 'Katsoin.' });
    await run(own.adviser.actor, answerAsk, { ...answer, personAskId: first.personAskId, version: 1 });
    await run(own.liisa.actor, withdrawAsk, { personAskId: second.personAskId, version: 1 });
    expect(await rowsOf(own.liisa)).toMatchObject([{ repliedOn: '2026-03-02' }, { letGoOn: '2026-03-02' }]);
  });
});

describe('what a customer writes', () => {
  const begin = (own: { liisa: MadeCustomer }, role: 'adviser' | 'socialWorker' = 'adviser') =>
    run(own.liisa.actor, openThreadOfMine, {
      ...{ with: role, subject: 'Kurssi', text: 'Mihin aikaan?', stepId: null, challengeId: null },
    });
  const writes = (who: Made, threadId: string) =>
    run(who.actor, writeMessage, { threadId, text: 'Kymmeneltä.', readUpTo: null });
  const messagesOf = async (who: Made) =>
    (await run(who.actor, async (work) => (await dialogueMoves[who.actor.role]?.(work)) ?? [], undefined)).filter(
      ({ path }) => path.startsWith('/threads'),
    );

  test('to their adviser is owed an answer from the first message on, and both see the day', async () => {
    const own = await aPair();
    const { id } = await begin(own);
    clock.set('2026-03-04T08:00:00Z');
    await writes(own.liisa, id);
    expect(await rowsOf(own.liisa)).toMatchObject([{ about: 'message', dueOn: '2026-03-05', repliedOn: null }]);
    expect(await messagesOf(own.adviser)).toMatchObject([{ kind: 'messageFromYourCustomer', untilOn: '2026-03-05' }]);
    expect(await messagesOf(own.liisa)).toMatchObject([{ kind: 'messageUnanswered', untilOn: '2026-03-05' }]);
    clock.set('2026-03-06T08:00:00Z');
    expect(await messagesOf(own.adviser)).toMatchObject([{ isLate: true }]);
    await writes(own.adviser, id);
    expect(await rowsOf(own.liisa)).toMatchObject([{ repliedOn: '2026-03-06' }]);
    expect(await promiseOf(own.adviser)).toMatchObject({ figure: { kept: 0, of: 1, late: 0 } });
    clock.set(monday);
  });

  test('needs no answer once they close it; closed by the adviser it has one', async () => {
    const own = await aPair();
    const mine = await begin(own);
    await run(own.liisa.actor, closeThread, { threadId: mine.id });
    clock.set('2026-03-03T08:00:00Z');
    const theirs = await begin(own);
    await run(own.adviser.actor, closeThread, { threadId: theirs.id });
    expect(await rowsOf(own.liisa)).toMatchObject([{ letGoOn: '2026-03-02' }, { repliedOn: '2026-03-03' }]);
    clock.set(monday);
  });

  test.each(['liisa', 'adviser'] as const)(
    'opened again by %s, what nobody answered is owed from then on',
    async (who) => {
      const own = await aPair();
      const { id } = await begin(own);
      await run(own[who].actor, closeThread, { threadId: id });
      clock.set('2026-03-03T08:00:00Z');
      await run(own[who].actor, reopenThread, { threadId: id });
      const promised = await run(own.liisa.actor, replyPromised, { about: 'message', thingId: id });
      expect(promised).toMatchObject({ on: '2026-03-06', isLate: false });
      expect(await messagesOf(own.liisa)).toMatchObject([{ kind: 'messageUnanswered', untilOn: '2026-03-06' }]);
      expect(await messagesOf(own.adviser)).toMatchObject([{ kind: 'messageFromYourCustomer', untilOn: '2026-03-06' }]);
      clock.set(monday);
    },
  );

  test('and was answered is owed no more, though the conversation is opened again', async () => {
    const own = await aPair();
    const { id } = await begin(own);
    clock.set('2026-03-02T08:00:00Z');
    await writes(own.adviser, id);
    await run(own.liisa.actor, closeThread, { threadId: id });
    await run(own.liisa.actor, reopenThread, { threadId: id });
    expect(await run(own.liisa.actor, replyPromised, { about: 'message', thingId: id })).toBeNull();
    clock.set(monday);
  });

  test('to their social worker is under no promise of the adviser’s', async () => {
    const own = await aPair();
    await world.aSocialWorker({ caseload: [own.liisa] });
    await begin(own, 'socialWorker');
    expect(await rowsOf(own.liisa)).toEqual([]);
  });
});

describe('the promise', () => {
  test('is the city’s, or a shorter one of one’s own, from the day it is given; what is owed stays as it was', async () => {
    const own = await aPair();
    await byCustomer(own);
    expect(await run(own.adviser.actor, setPromise, { days: 1 })).toEqual({ cityDays: 3, ownDays: 1, days: 1 });
    await byCustomer(own);
    expect((await rowsOf(own.liisa)).map(({ dueOn }) => dueOn)).toEqual(['2026-03-05', '2026-03-03']);
    await expect(run(own.adviser.actor, setPromise, { days: 4 })).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'days', message: 'promise.tooMany' }],
    });
    await run(own.adviser.actor, setPromise, { days: null });
    expect(await promiseOf(own.adviser)).toMatchObject({ ownDays: null, days: 3 });
  });

  test('passes over weekends and holidays, and follows the city’s decision', async () => {
    const adviser = await world.anAdviser({ city: 'espoo' });
    const customer = await world.aCustomer({ city: 'espoo', adviser });
    await database.inCity('espoo', (tx) =>
      setTerm(tx, { cityId: 'espoo', name: 'replyPromiseDays', value: 2, fromOn: '2026-03-01', source: 'test' }),
    );
    // The Thursday before Easter: Good Friday and Easter Monday lie between.
    clock.set('2026-04-02T08:00:00Z');
    await byCustomer({ liisa: customer, adviser }, { dueOn: '2026-04-20' });
    expect(await run(customer.actor, (work) => readPromiseToMe(work), undefined)).toMatchObject({
      nextOn: '2026-04-08',
    });
    clock.set(monday);
  });

  test('counts the last ninety days, and not what is late of one who has got another adviser', async () => {
    const own = await aPair();
    const { id, version } = await byCustomer(own);
    await run(own.adviser.actor, answerStep, { stepId: id, version, answer: 'agree', word: '' });
    await byCustomer(own);
    const figure = () => run(own.adviser.actor, (work) => figureOf(work, own.adviser.personId), undefined);
    clock.set('2026-03-10T08:00:00Z');
    expect(await figure()).toMatchObject({ kept: 1, of: 2, late: 1 });
    await database.inCity('turku', (tx) =>
      tx.updateTable('caseload').set({ toOn: '2026-03-09' }).where('customerId', '=', own.liisa.customerId).execute(),
    );
    expect(await figure()).toMatchObject({ kept: 1, of: 1, late: 0 });
    clock.set('2026-06-20T08:00:00Z');
    expect(await figure()).toMatchObject({ kept: 0, of: 0 });
    clock.set(monday);
  });

  test('one thing is owed once, however often it is sent at the same time', async () => {
    const own = await aPair();
    const { id } = await byCustomer(own);
    const again = { about: 'step', thingId: id, customerId: own.liisa.customerId } as const;
    await Promise.all([1, 2, 3].map(() => run(own.liisa.actor, owesReply, again)));
    expect(await rowsOf(own.liisa)).toHaveLength(1);
  });

  test('is an adviser’s own to set, and nobody else’s', async () => {
    for (const who of [await world.aCustomer(), await world.aSocialWorker(), await world.aStaffActor('manager')])
      await expect(run(who.actor, setPromise, { days: 1 })).rejects.toMatchObject({ code: 'notFound' });
  });

  test('is told to customers in words, and only when there is enough to tell', () => {
    const said = [
      [4, 4],
      [5, 5],
      [19, 20],
      [18, 20],
      [15, 20],
      [14, 20],
      [0, 5],
    ].map(([kept = 0, of = 0]) => roughOf({ kept, of }));
    expect(said).toEqual(['unknown', 'nearlyAlways', 'nearlyAlways', 'mostly', 'mostly', 'notAlways', 'notAlways']);
  });
});
