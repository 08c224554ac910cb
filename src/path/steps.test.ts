import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { changeStep } from './change-step.ts';
import { finishStep } from './finish-step.ts';
import { pathFixtures, text } from './fixtures.ts';
import { readGoalVersions } from './goals.ts';
import { proposalInput, proposeStep } from './propose-step.ts';
import { readCustomer } from './read-customer.ts';
import { readPlan } from './read-plan.ts';
import { readStep, readStepVersions, readStepWithHistory } from './read-step.ts';
import { setGoal } from './set-goal.ts';
import { startStep } from './start-step.ts';
import { withdrawStep } from './withdraw-step.ts';

const world = await testWorld();
const { run } = world;
const { aPair, byAdviser, byCustomer, aYes } = pathFixtures(world);

let pair: Awaited<ReturnType<typeof aPair>>;
beforeAll(async () => {
  pair = await aPair();
});

describe('a step', () => {
  test('is proposed by the adviser, agreed by the customer, done; every version is kept', async () => {
    const { id } = await byAdviser(pair);
    await run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    await run(pair.liisa.actor, finishStep, { stepId: id, version: 2 });
    const { step, versions } = await run(pair.adviser.actor, readStepWithHistory, { stepId: id });
    expect(step).toMatchObject({ state: 'done', version: 3, moves: [], waitsFor: null });
    expect(versions.map(({ version, state, personName, role }) => [version, state, personName, role])).toEqual([
      [3, 'done', 'Liisa Laine', 'customer'],
      [2, 'agreed', 'Liisa Laine', 'customer'],
      [1, 'proposed', 'Outi Ohjaaja', 'adviser'],
    ]);
  });

  test('is declined with a word, changed, and answered again by the other side', async () => {
    const { id } = await byAdviser(pair);
    await run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'decline', word: 'Aamuisin en pääse.' });
    const changed = { ...text, dueOn: '2026-03-20' };
    await run(pair.liisa.actor, changeStep, { stepId: id, version: 2, ...changed });
    expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({
      proposedBy: 'customer',
      waitsFor: 'adviser',
      word: '',
      moves: ['withdraw', 'change'],
      onlyMine: false,
    });
    await run(pair.adviser.actor, answerStep, { stepId: id, version: 3, answer: 'agree', word: '' });
    const versions = await run(pair.liisa.actor, readStepVersions, { stepId: id });
    expect(versions.map(({ state, word }) => [state, word])).toEqual([
      ['agreed', ''],
      ['proposed', ''],
      ['declined', 'Aamuisin en pääse.'],
      ['proposed', ''],
    ]);
    expect(versions[1]?.changes).toEqual([{ field: 'dueOn', before: '2026-03-16', after: '2026-03-20' }]);
  });

  test('is agreed to with a word, which both read in its history, and which is nobody else’s when it is done', async () => {
    const { id } = await byAdviser(pair);
    const word = 'Sopii, jos saan aloittaa kymmeneltä.';
    await run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word });
    expect(await run(pair.adviser.actor, readStep, { stepId: id })).toMatchObject({ state: 'agreed', word });
    await run(pair.adviser.actor, finishStep, { stepId: id, version: 2 });
    for (const { actor } of [pair.liisa, pair.adviser]) {
      const versions = await run(actor, readStepVersions, { stepId: id });
      expect(versions.map(({ state, word: said, personName }) => [state, said, personName])).toEqual([
        ['done', '', 'Outi Ohjaaja'],
        ['agreed', word, 'Liisa Laine'],
        ['proposed', '', 'Outi Ohjaaja'],
      ]);
    }
  });

  test('that was agreed and is changed is a proposal again', async () => {
    const { id } = await byCustomer(pair);
    await run(pair.adviser.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    await run(pair.adviser.actor, changeStep, { stepId: id, version: 2, ...text, title: 'Käy leipomossa' });
    expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({
      state: 'proposed',
      waitsFor: 'customer',
    });
  });

  test('changed to what it says already is left as it is', async () => {
    const { id } = await byAdviser(pair);
    expect(await run(pair.adviser.actor, changeStep, { stepId: id, version: 1, ...text })).toEqual({ id, version: 1 });
  });

  test('is taken back by who proposed it', async () => {
    const { id } = await byAdviser(pair);
    await expect(run(pair.liisa.actor, withdrawStep, { stepId: id, version: 1 })).rejects.toMatchObject({
      code: 'notNow',
    });
    await run(pair.adviser.actor, withdrawStep, { stepId: id, version: 1 });
    expect((await run(pair.liisa.actor, readStep, { stepId: id })).state).toBe('withdrawn');
  });

  test('is not agreed to by who proposed it', async () => {
    const { id } = await byAdviser(pair);
    const own = run(pair.adviser.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    await expect(own).rejects.toMatchObject({ code: 'notNow' });
  });

  test('is declined only with a word why', async () => {
    const { id } = await byAdviser(pair);
    const silent = run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'decline', word: '' });
    await expect(silent).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'word' }] });
  });

  test('changed by another since it was read is shown as it is now', async () => {
    const { id } = await byAdviser(pair);
    await run(pair.adviser.actor, changeStep, { stepId: id, version: 1, ...text, title: 'Käy leipomossa' });
    const late = run(pair.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    await expect(late).rejects.toMatchObject({
      code: 'changedMeanwhile',
      current: { title: 'Käy leipomossa', version: 2 },
    });
  });

  test('changed by many at once is changed by one', async () => {
    const { id } = await byAdviser(pair);
    const tries = Array.from({ length: 20 }, (_, number) =>
      run(pair.adviser.actor, changeStep, { stepId: id, version: 1, ...text, title: `Otsikko ${number}` }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await run(pair.adviser.actor, readStepVersions, { stepId: id })).toHaveLength(2);
  });

  test.each(['2026-03-01', '2046-01-01'])('is not proposed for %s', async (dueOn) => {
    await expect(byAdviser(pair, { dueOn })).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'dueOn' }] });
  });

  test.each([
    [{ title: ' ' }, 'title'],
    [{ title: 'x'.repeat(201) }, 'title'],
    [{ why: 'a\u0000b' }, 'why'],
    [{ owner: 'manager' }, 'owner'],
    [{ dueOn: '31.2.2026' }, 'dueOn'],
    [{ challengeId: 'x' }, 'challengeId'],
  ])('with %j is not taken', (wrong, field) => {
    const issues = proposalInput.safeParse({ ...text, challengeId: null, ...wrong }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test("grows from a challenge only with the customer's yes", async () => {
    const yes = await aYes(pair.liisa.customerId);
    const no = await aYes(pair.liisa.customerId, { answer: 'no' });
    const { id } = await byAdviser(pair, { challengeId: yes });
    expect((await run(pair.liisa.actor, readStep, { stepId: id })).challenge).toEqual({
      id: yes,
      title: 'Lauantain jono',
      businessName: 'Pullapuoti',
      isYesTakenBack: false,
    });
    for (const challengeId of [no, newId()])
      await expect(byAdviser(pair, { challengeId })).rejects.toMatchObject({ fields: [{ field: 'challengeId' }] });
    const start = await run(pair.adviser.actor, startStep, { customerId: pair.liisa.customerId });
    expect(start.challenges.map((challenge) => challenge.id)).toEqual([yes]);
  });
});

describe('others', () => {
  test('find no plan and no step', async () => {
    const { id } = await byAdviser(pair);
    const { customerId } = pair.liisa;
    const strangers = [
      await world.aCustomer(),
      await world.aCustomer({ city: 'espoo' }),
      await world.anAdviser(),
      await world.anAdviser({ city: 'espoo' }),
      await world.aStaffActor('manager'),
    ];
    for (const { actor } of strangers) {
      const tries = [
        () => run(actor, readPlan, { customerId }),
        () => run(actor, readCustomer, { customerId }),
        () => run(actor, startStep, { customerId }),
        () => run(actor, proposeStep, { customerId, challengeId: null, ...text }),
        () => run(actor, setGoal, { customerId, goal: 'Toisen', version: 0 }),
        () => run(actor, readGoalVersions, { customerId }),
        () => run(actor, readStep, { stepId: id }),
        () => run(actor, readStepVersions, { stepId: id }),
        () => run(actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' }),
        () => run(actor, changeStep, { stepId: id, version: 1, ...text, title: 'x' }),
        () => run(actor, finishStep, { stepId: id, version: 1 }),
        () => run(actor, withdrawStep, { stepId: id, version: 1 }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
    }
  });

  test('find nothing under an id that is no id', async () => {
    for (const wrong of ['', 'x', newId()]) {
      await expect(run(pair.adviser.actor, readStep, { stepId: wrong })).rejects.toMatchObject({ code: 'notFound' });
      await expect(run(pair.adviser.actor, readPlan, { customerId: wrong })).rejects.toMatchObject({
        code: 'notFound',
      });
    }
  });
});
