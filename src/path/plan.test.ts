import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { Made, MadeCustomer } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { answerStep } from './answer-step.ts';
import { assignCustomer } from './assign-customer.ts';
import { changeStep } from './change-step.ts';
import { pathEvents } from './events.ts';
import { finishStep } from './finish-step.ts';
import { readGoalVersions } from './goals.ts';
import { pathMoves } from './moves.ts';
import { proposalInput, proposeStep } from './propose-step.ts';
import { readCaseload } from './read-caseload.ts';
import { readCustomer } from './read-customer.ts';
import { readPlan } from './read-plan.ts';
import { readStep, readStepVersions, readStepWithHistory } from './read-step.ts';
import { setGoal } from './set-goal.ts';
import { startStep } from './start-step.ts';
import { withdrawStep } from './withdraw-step.ts';

const world = await testWorld();
const { run, database } = world;

const text = { title: 'Soita leipomoon', why: 'Sanoit kyllä', owner: 'customer', dueOn: '2026-03-16' } as const;

type Pair = { liisa: MadeCustomer; adviser: Made };

const aPair = async (): Promise<Pair> => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine', area: 'Varissuo' });
  return { liisa, adviser: await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] }) };
};

const byAdviser = ({ adviser, liisa }: Pair, more: Partial<Parameters<typeof proposeStep>[1]> = {}) =>
  run(adviser.actor, proposeStep, { customerId: liisa.customerId, challengeId: null, ...text, ...more });
const byCustomer = ({ liisa }: Pair, more: Partial<Parameters<typeof proposeStep>[1]> = {}) =>
  run(liisa.actor, proposeStep, { customerId: null, challengeId: null, ...text, ...more });

const aYes = async (customerId: string, { title = 'Lauantain jono', answer = 'yes' } = {}): Promise<string> => {
  const businessId = await world.aBusiness({ name: 'Pullapuoti' });
  const challengeId = newId();
  await database.inCity('turku', async (tx) => {
    await sql`insert into challenge (city_id, id, business_id, title, problem, language, place, hours, until_on, state, created_at)
      values ('turku', ${challengeId}, ${businessId}, ${title}, 'Jono.', 'fi', 'Turku', 'any', '2026-12-31', 'published', ${world.clock()})`.execute(
      tx,
    );
    await sql`insert into answer (city_id, id, challenge_id, customer_id, answer, score, answered_at)
      values ('turku', ${newId()}, ${challengeId}, ${customerId}, ${answer}, 0.5, ${world.clock()})`.execute(tx);
  });
  return challengeId;
};

const usesOf = (customerId: string) =>
  database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['role', 'section', 'action', 'isAllowed'])
      .where('customerId', '=', customerId)
      .orderBy('at')
      .execute(),
  );

const mailsTo = async (personId: string) => {
  const mails = await database.inCity('turku', (tx) =>
    tx.selectFrom('mail').select(['subject', 'body']).where('personId', '=', personId).orderBy('createdAt').execute(),
  );
  return mails;
};

const movesOf = (who: Made) =>
  run(who.actor, async (work) => (await pathMoves[who.actor.role]?.(work)) ?? [], undefined);

let pair: Pair;
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

test('a goal is written by either side, each version is kept, and who is late sees what is there', async () => {
  const own = await aPair();
  const { customerId } = own.liisa;
  await run(own.liisa.actor, setGoal, { customerId: null, goal: 'Töihin leipomoon', version: 0 });
  await run(own.adviser.actor, setGoal, { customerId, goal: 'Töihin leipomoon kesällä', version: 1 });
  const late = run(own.liisa.actor, setGoal, { customerId: null, goal: 'Muualle', version: 1 });
  await expect(late).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { text: 'Töihin leipomoon kesällä', version: 2 },
  });
  const first = run(own.liisa.actor, setGoal, { customerId: null, goal: 'Muualle', version: 0 });
  await expect(first).rejects.toMatchObject({ code: 'changedMeanwhile' });
  const versions = await run(own.liisa.actor, readGoalVersions, { customerId: null });
  expect(versions.map(({ goal, personName }) => [goal, personName])).toEqual([
    ['Töihin leipomoon kesällä', 'Outi Ohjaaja'],
    ['Töihin leipomoon', 'Liisa Laine'],
  ]);
  expect((await run(own.liisa.actor, readPlan, { customerId: null })).goal).toMatchObject({
    version: 2,
    personName: 'Outi Ohjaaja',
  });
});

describe('the caseload', () => {
  test("shows the adviser's own customers by surname, with what waits", async () => {
    const first = await aPair();
    const { adviser } = first;
    const aino = await world.aCustomer({ name: 'Aino Öhman', adviser, consents: ['adviserKnowHow'] });
    await world.aCustomer({ name: 'Bo Åkerlund' });
    await byAdviser(first);
    await byCustomer({ liisa: aino, adviser });
    await aYes(aino.customerId, { title: 'Aamun kiire' });
    const list = await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 1 });
    expect(list).toMatchObject({ found: 2, all: 2, pages: 1 });
    expect(list.customers).toMatchObject([
      { name: 'Liisa Laine', area: 'Varissuo', waitsForCustomer: 1, waitsForMe: 0, keptSkills: null, latestYes: null },
      { name: 'Aino Öhman', waitsForCustomer: 0, waitsForMe: 1, keptSkills: 0, latestYes: { title: 'Aamun kiire' } },
    ]);
    const names = async (asked: Partial<Parameters<typeof readCaseload>[1]>) =>
      (await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 1, ...asked })).customers.map(
        ({ name }) => name,
      );
    expect(await names({ show: 'waitsForMe' })).toEqual(['Aino Öhman']);
    expect(await names({ show: 'waitsForCustomer' })).toEqual(['Liisa Laine']);
    expect(await names({ show: 'saidYes' })).toEqual(['Aino Öhman']);
    expect(await names({ name: 'öh' })).toEqual(['Aino Öhman']);
    expect(await names({ name: 'åkerlund' })).toEqual([]);
  });

  test('is read 25 at a time, and only who was shown is logged', async () => {
    const adviser = await world.anAdviser();
    const customers: MadeCustomer[] = [];
    for (let number = 10; number < 40; number += 1)
      customers.push(await world.aCustomer({ name: `Etu Suku${number}`, adviser }));
    const second = await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 2 });
    expect(second.customers.map(({ name }) => name)).toEqual([
      'Etu Suku35',
      'Etu Suku36',
      'Etu Suku37',
      'Etu Suku38',
      'Etu Suku39',
    ]);
    expect(second).toMatchObject({ page: 2, pages: 2, found: 30 });
    expect((await run(adviser.actor, readCaseload, { show: 'all', name: '', page: 99 })).page).toBe(2);
    expect(await usesOf(customers[0]?.customerId ?? '')).toEqual([]);
    expect((await usesOf(customers[29]?.customerId ?? ''))[0]).toEqual({
      role: 'adviser',
      section: 'caseload',
      action: 'list',
      isAllowed: true,
    });
  });

  test('moves to another adviser at once', async () => {
    const own = await aPair();
    const next = await world.anAdviser();
    const assign = (adviserId: string) =>
      database.inCity('turku', (tx) =>
        assignCustomer(tx, { cityId: 'turku', adviserId, customerId: own.liisa.customerId, fromOn: '2026-03-02' }),
      );
    await assign(next.personId);
    await assign(next.personId);
    const { customerId } = own.liisa;
    await expect(run(own.adviser.actor, readPlan, { customerId })).rejects.toMatchObject({ code: 'notFound' });
    expect((await run(next.actor, readPlan, { customerId })).customer.name).toBe('Liisa Laine');
    const rows = await database.inCity('turku', (tx) =>
      tx.selectFrom('caseload').select('toOn').where('customerId', '=', customerId).execute(),
    );
    expect(rows.filter(({ toOn }) => toOn === null)).toHaveLength(1);
  });
});

describe("the adviser's page of a customer", () => {
  test('shows answers with their steps, and know-how only with consent', async () => {
    const own = await aPair();
    const { customerId } = own.liisa;
    const challengeId = await aYes(customerId);
    const { id } = await byAdviser(own, { challengeId });
    const before = await run(own.adviser.actor, readCustomer, { customerId });
    expect(before).toMatchObject({ knowHow: null, answers: [{ challengeId, answer: 'yes', stepId: id }] });
    expect((await usesOf(customerId)).map(({ section }) => section)).not.toContain('knowHow');
    await world.consent({ cityId: 'turku', customerId, what: 'adviserKnowHow' });
    expect((await run(own.adviser.actor, readCustomer, { customerId })).knowHow).toEqual([]);
    expect((await usesOf(customerId)).map(({ section }) => section)).toContain('knowHow');
  });
});

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
    expect(await kinds()).toEqual(['customerProposed', 'stepDeclined', 'adviserStepDue']);
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
