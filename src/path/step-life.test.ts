import { beforeAll, describe, expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { beginStep } from './begin-step.ts';
import { changeStep } from './change-step.ts';
import { pathEvents } from './events.ts';
import { finishStep } from './finish-step.ts';
import { pathFixtures, text } from './fixtures.ts';
import { dropStep, endStep } from './leave-step.ts';
import { proposeIdea } from './propose-idea.ts';
import { readPlan } from './read-plan.ts';
import { readStep, readStepVersions } from './read-step.ts';
import { stepTextInput } from './step-input.ts';
import { takeUpStep } from './take-up-step.ts';

const world = await testWorld();
const { run } = world;
const { aPair, byAdviser, byCustomer, anIdea, anAgreed, mailsTo, movesOf } = pathFixtures(world);

const full = stepTextInput.parse({ ...text, place: 'Aurakatu 8', link: 'https://leipomo.example/', stage: 'workshop' });

let pair: Awaited<ReturnType<typeof aPair>>;
beforeAll(async () => {
  pair = await aPair();
});

const titlesOf = async (who: 'liisa' | 'adviser') => {
  const customerId = who === 'liisa' ? null : pair.liisa.customerId;
  return (await run(pair[who].actor, readPlan, { customerId })).steps.map(({ title }) => title);
};

describe('an idea', () => {
  test('costs a title, is seen by the adviser, and becomes a proposal when the customer proposes it', async () => {
    const { id } = await anIdea(pair);
    expect(await run(pair.adviser.actor, readStep, { stepId: id })).toMatchObject({
      ...{ state: 'idea', dueOn: null, moves: [], waitsFor: null },
    });
    const nameless = { stepId: id, version: 1, ...full, dueOn: null };
    await expect(run(pair.liisa.actor, proposeIdea, nameless)).rejects.toMatchObject({ fields: [{ field: 'dueOn' }] });
    await run(pair.liisa.actor, proposeIdea, { stepId: id, version: 1, ...full });
    expect(await run(pair.adviser.actor, readStep, { stepId: id })).toMatchObject({
      ...{ ...full, state: 'proposed', proposedBy: 'customer', waitsFor: 'adviser' },
    });
  });

  test('is changed by the customer without asking anybody, and dropped without a word', async () => {
    const { id } = await anIdea(pair);
    await run(pair.liisa.actor, changeStep, { stepId: id, version: 1, ...full, dueOn: null });
    expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({ state: 'idea', place: 'Aurakatu 8' });
    for (const move of [changeStep, proposeIdea])
      await expect(run(pair.adviser.actor, move, { stepId: id, version: 2, ...full })).rejects.toMatchObject({
        code: 'notNow',
      });
    world.jobs.takeEvents();
    await run(pair.liisa.actor, dropStep, { stepId: id, version: 2, word: '' });
    expect(world.jobs.takeEvents()).toEqual([]);
  });

  test('that is only mine is found by nobody else, and what it said before is not told when it is proposed', async () => {
    const title = 'Salainen idea';
    const { id } = await anIdea(pair, { title, onlyMine: true });
    const { adviser, liisa } = pair;
    expect(await titlesOf('liisa')).toContain(title);
    expect(await titlesOf('adviser')).not.toContain(title);
    const looks = [
      () => run(adviser.actor, readStep, { stepId: id }),
      () => run(adviser.actor, readStepVersions, { stepId: id }),
    ];
    for (const look of looks) await expect(look()).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(adviser.actor, endStep, { stepId: id, version: 1, word: 'Ei.' })).rejects.toMatchObject({
      code: 'notFound',
    });
    await run(liisa.actor, dropStep, { stepId: id, version: 1, word: 'Salainen syy' });
    expect(await titlesOf('adviser')).not.toContain(title);
    expect(JSON.stringify(await movesOf(adviser))).not.toContain(title);
    await run(liisa.actor, takeUpStep, { stepId: id, version: 2 });
    await run(liisa.actor, proposeIdea, { stepId: id, version: 3, ...full });
    const seen = await run(adviser.actor, readStepVersions, { stepId: id });
    expect(seen.map(({ version, changes }) => [version, changes])).toEqual([[4, []]]);
    expect(await run(liisa.actor, readStepVersions, { stepId: id })).toHaveLength(4);
  });

  test('once shown stays shown', async () => {
    const { id } = await anIdea(pair, { title: 'Avoin', onlyMine: true });
    const change = (version: number, onlyMine: boolean, title = 'Avoin') =>
      run(pair.liisa.actor, changeStep, { stepId: id, version, ...full, dueOn: null, title, onlyMine });
    await change(1, false);
    expect((await run(pair.adviser.actor, readStep, { stepId: id })).title).toBe('Avoin');
    await change(2, true, 'Yhä avoin');
    expect((await run(pair.adviser.actor, readStep, { stepId: id })).title).toBe('Yhä avoin');
  });
});

describe('an agreed step', () => {
  test('is begun, and done with what shows it; every version keeps it', async () => {
    const { id } = await anAgreed(pair, full);
    await run(pair.adviser.actor, beginStep, { stepId: id, version: 2 });
    const evidence = { evidence: 'Sain todistuksen.', evidenceLink: 'https://leipomo.example/todistus' };
    await run(pair.liisa.actor, finishStep, { stepId: id, version: 3, ...evidence });
    expect(await run(pair.adviser.actor, readStep, { stepId: id })).toMatchObject({ state: 'done', ...evidence });
    const versions = await run(pair.adviser.actor, readStepVersions, { stepId: id });
    expect(versions.map(({ state, evidence: shown }) => [state, shown])).toEqual([
      ...[['done', evidence.evidence]],
      ...['doing', 'agreed', 'proposed'].map((state) => [state, '']),
    ]);
    expect(versions[3]).toMatchObject(full);
  });

  test('is dropped by the customer with a word, told to the adviser, and taken up again as an idea', async () => {
    const own = await aPair();
    const { id } = await anAgreed(own);
    const drop = (word: string) => run(own.liisa.actor, dropStep, { stepId: id, version: 2, word });
    await expect(drop('')).rejects.toMatchObject({ fields: [{ field: 'word' }] });
    await expect(run(own.adviser.actor, dropStep, { stepId: id, version: 2, word: 'Ei' })).rejects.toMatchObject({
      code: 'notNow',
    });
    world.jobs.takeEvents();
    await drop('Salainen syy');
    await world.deliver(pathEvents);
    const [mail] = await mailsTo(own.adviser.personId);
    expect(mail?.body).toContain(`/steps/${id}`);
    expect(mail?.body).not.toMatch(/Salainen|Liisa|leipomo/);
    expect(await movesOf(own.adviser)).toMatchObject([{ kind: 'stepDropped', path: `/steps/${id}` }]);
    await run(own.liisa.actor, takeUpStep, { stepId: id, version: 3 });
    expect(await run(own.liisa.actor, readStep, { stepId: id })).toMatchObject({ state: 'idea', word: '' });
    expect(await movesOf(own.adviser)).toEqual([]);
  });

  test('is ended by the adviser with a word, told to the customer, and proposed anew by the adviser', async () => {
    const own = await aPair();
    const { id } = await anAgreed(own);
    const end = (word: string) => run(own.adviser.actor, endStep, { stepId: id, version: 2, word });
    await expect(end('')).rejects.toMatchObject({ fields: [{ field: 'word' }] });
    await expect(run(own.liisa.actor, endStep, { stepId: id, version: 2, word: 'Ei' })).rejects.toMatchObject({
      code: 'notNow',
    });
    world.jobs.takeEvents();
    await end('Kurssia ei tule.');
    await world.deliver(pathEvents);
    expect((await mailsTo(own.liisa.personId)).at(-1)?.subject).toBe('Yksi suunnitelmasi askel päättyi');
    expect(await movesOf(own.liisa)).toMatchObject([{ kind: 'stepEnded' }]);
    await expect(run(own.liisa.actor, changeStep, { stepId: id, version: 3, ...text })).rejects.toMatchObject({
      code: 'notNow',
    });
    await run(own.adviser.actor, changeStep, { stepId: id, version: 3, ...text });
    expect(await run(own.liisa.actor, readStep, { stepId: id })).toMatchObject({ state: 'proposed', word: '' });
  });

  test('whose day has gone by is late in what waits, also under way', async () => {
    const own = await aPair();
    const { id } = await anAgreed(own, { dueOn: '2026-03-09' });
    await run(own.liisa.actor, beginStep, { stepId: id, version: 2 });
    expect(await movesOf(own.liisa)).toMatchObject([{ kind: 'stepDue', untilOn: '2026-03-09' }]);
    const before = world.clock();
    world.clock.set('2026-03-10T08:00:00Z');
    expect(await movesOf(own.liisa)).toMatchObject([{ kind: 'stepOverdue', untilOn: '2026-03-09', isLate: true }]);
    world.clock.set(before.toISOString());
  });
});

describe('who does it', () => {
  test('is named where it is neither of the two', async () => {
    const named = { owner: 'named', ownerName: '' } as const;
    await expect(byAdviser(pair, named)).rejects.toMatchObject({ fields: [{ field: 'ownerName' }] });
    const { id } = await byCustomer(pair, { ...named, ownerName: 'siskoni' });
    await run(pair.adviser.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    expect(await run(pair.liisa.actor, readStep, { stepId: id })).toMatchObject({
      owner: 'named',
      ownerName: 'siskoni',
    });
    const other = await byAdviser(pair, { owner: 'adviser', ownerName: 'siskoni' });
    expect((await run(pair.liisa.actor, readStep, { stepId: other.id })).ownerName).toBe('');
  });
});

test('a step is proposed only with a day', async () => {
  await expect(byAdviser(pair, { dueOn: null })).rejects.toMatchObject({ fields: [{ field: 'dueOn' }] });
});
