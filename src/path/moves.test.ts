import { describe, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { pathEvents } from './events.ts';
import { finishStep } from './finish-step.ts';
import { pathFixtures } from './fixtures.ts';
import { readStep } from './read-step.ts';
import { withdrawStep } from './withdraw-step.ts';

const world = await testWorld();
const { run, database } = world;
const { aPair, byAdviser, byCustomer, aYes, usesOf, mailsTo, movesOf } = pathFixtures(world);

describe('notices', () => {
  test('go to the side that answers, then to the side that proposed, and say nothing of the step', async () => {
    const own = await aPair();
    world.jobs.takeEvents();
    const { id } = await byAdviser(own);
    await world.deliver(pathEvents);
    const [asked] = await mailsTo(own.liisa.personId);
    expect(asked?.subject).toBe('Ehdotus suunnitelmaasi');
    expect(asked?.body).toContain(`/steps/${id}`);
    expect(asked?.body).not.toMatch(/leipomoon/);
    await run(own.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'decline', word: 'Salainen syy' });
    await world.deliver(pathEvents);
    const [told] = await mailsTo(own.adviser.personId);
    expect(told?.subject).toBe('Askeleesta ei sovittu');
    expect(told?.body).not.toMatch(/Salainen|Liisa/);
  });

  test('tell the adviser of a yes to a business', async () => {
    const own = await aPair();
    const challengeId = await aYes(own.liisa.customerId);
    const ids = { customerId: own.liisa.customerId, challengeId, answerId: newId() };
    await run(own.liisa.actor, async (work) => work.emit('answeredYes', ids), undefined);
    await world.deliver(pathEvents);
    expect((await mailsTo(own.adviser.personId)).map(({ subject }) => subject)).toEqual([
      'Asiakkaasi sanoi kyllä: Lauantain jono',
    ]);
  });
});

describe('what waits', () => {
  test('for the customer: proposals, and steps whose day is near', async () => {
    const own = await aPair();
    const { id } = await byAdviser(own, { dueOn: '2026-03-09' });
    expect(await movesOf(own.liisa)).toMatchObject([{ kind: 'stepToAnswer', path: `/steps/${id}`, untilOn: null }]);
    await run(own.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    expect(await movesOf(own.liisa)).toMatchObject([{ kind: 'stepDue', untilOn: '2026-03-09' }]);
    await run(own.liisa.actor, finishStep, { stepId: id, version: 2 });
    expect(await movesOf(own.liisa)).toEqual([]);
  });

  test('for the adviser: proposals, refusals, own steps near, and a yes without a step', async () => {
    const own = await aPair();
    const kinds = async () => (await movesOf(own.adviser)).map(({ kind }) => kind);
    await byCustomer(own);
    const refused = await byAdviser(own);
    await run(own.liisa.actor, answerStep, { stepId: refused.id, version: 1, answer: 'decline', word: 'En ehdi.' });
    const mine = await byCustomer(own, { owner: 'adviser', dueOn: '2026-03-05' });
    await run(own.adviser.actor, answerStep, { stepId: mine.id, version: 1, answer: 'agree', word: '' });
    const challengeId = await aYes(own.liisa.customerId);
    expect(await kinds()).toEqual(['customerProposed', 'stepDeclined', 'adviserStepDue', 'customerSaidYes']);
    await byAdviser(own, { challengeId });
    expect(await kinds()).toEqual(['customerProposed', 'stepDeclined', 'adviserStepDue', 'stepWaitsForCustomer']);
  });

  test('for the adviser: a yes taken back on which a step rests, until somebody does something with the step', async () => {
    const own = await aPair();
    const challengeId = await aYes(own.liisa.customerId);
    const { id } = await byAdviser(own, { challengeId });
    const takeBack = () =>
      database.inCity('turku', (tx) =>
        tx
          .updateTable('answer')
          .set({ answer: 'no', answeredAt: world.clock() })
          .where('challengeId', '=', challengeId)
          .execute(),
      );
    world.clock.set('2026-03-02T08:00:00Z');
    await takeBack();
    expect(await movesOf(own.adviser)).toMatchObject([
      { kind: 'yesTakenBack', path: `/steps/${id}` },
      { kind: 'stepWaitsForCustomer', path: `/steps/${id}`, isWaiting: true },
    ]);
    expect(await movesOf(await world.anAdviser())).toEqual([]);
    expect((await run(own.adviser.actor, readStep, { stepId: id })).challenge?.isYesTakenBack).toBe(true);
    world.clock.set('2026-03-02T09:00:00Z');
    await run(own.adviser.actor, withdrawStep, { stepId: id, version: 1 });
    expect(await movesOf(own.adviser)).toEqual([]);
  });

  test("names only customers of one's own caseload, and is logged", async () => {
    const own = await aPair();
    await byCustomer(own);
    expect(await movesOf(await world.anAdviser())).toEqual([]);
    await movesOf(own.adviser);
    expect(await usesOf(own.liisa.customerId)).toContainEqual({
      role: 'adviser',
      section: 'caseload',
      action: 'list',
      isAllowed: true,
    });
  });
});
