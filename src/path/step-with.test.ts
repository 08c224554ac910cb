import { beforeEach, describe, expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { answerForCustomer } from './answer-for-customer.ts';
import { answerStep } from './answer-step.ts';
import { beginStep } from './begin-step.ts';
import { changeStep } from './change-step.ts';
import { pathEvents } from './events.ts';
import { text } from './fixtures.ts';
import { endStep } from './leave-step.ts';
import { proposeIdea } from './propose-idea.ts';
import { proposeStep } from './propose-step.ts';
import { readPlan } from './read-plan.ts';
import { readStep, readStepVersions } from './read-step.ts';
import { readSteps } from './read-steps.ts';
import { showStep } from './show-step.ts';
import { signingFixtures, type Trio } from './signing/fixtures.ts';
import { readJointPlan } from './signing/read-front.ts';
import { readSocialCustomer } from './social/read-social-customer.ts';
import { stepTextInput } from './step-input.ts';
import { takeUpStep } from './take-up-step.ts';

const world = await testWorld();
const { run } = world;
const { aTrio, anIdea, anAgreedStep, becomes, sign, usesOf, mailsTo, movesOf } = signingFixtures(world);

const full = stepTextInput.parse(text);

let trio: Trio;
beforeEach(async () => {
  trio = await aTrio();
});

const byWorker = (title = 'Käy velkaneuvonnassa') =>
  run(trio.worker.actor, proposeStep, { ...text, customerId: trio.liisa.customerId, title });

const agreedWithWorker = async (title?: string) => {
  const { id, version } = await byWorker(title);
  return run(trio.liisa.actor, answerStep, { stepId: id, version, answer: 'agree', word: '' });
};

const sees = async (who: 'adviser' | 'worker', stepId: string) =>
  run(trio[who].actor, readStep, { stepId }).then(
    () => true,
    ({ code }) => code,
  );

describe('a step with the social worker', () => {
  test('is proposed, answered and gone on with by the two, and told to them', async () => {
    world.jobs.takeEvents();
    const { id } = await byWorker();
    await world.deliver(pathEvents);
    const [asked] = await mailsTo(trio.liisa.personId);
    expect(asked?.subject).toBe('Ehdotus suunnitelmaasi');
    // Whose customer somebody is in social work is not for a mail.
    expect(asked?.body).not.toMatch(/sosiaali|omavalmentaja/i);
    expect(await movesOf(trio.liisa)).toMatchObject([{ kind: 'socialStepToAnswer' }]);
    await run(trio.liisa.actor, answerStep, { stepId: id, version: 1, answer: 'agree', word: '' });
    await world.deliver(pathEvents);
    expect((await mailsTo(trio.worker.personId)).map(({ subject }) => subject)).toContain('Askeleesta sovittiin');
    expect(await mailsTo(trio.adviser.personId)).toEqual([]);
    const begun = await run(trio.worker.actor, beginStep, { stepId: id, version: 2 });
    const ended = { stepId: id, version: begun.version, word: 'Ei järjestetä.' };
    await run(trio.worker.actor, endStep, ended);
    expect(await movesOf(trio.liisa)).toMatchObject([{ kind: 'socialStepEnded' }]);
  });

  test('is not there for the adviser: not by its address, not in the plan, not in what waits', async () => {
    const own = await run(trio.liisa.actor, proposeStep, { ...text, customerId: null, withRole: 'socialWorker' });
    const { id } = await byWorker();
    expect(await sees('adviser', id)).toBe('notFound');
    expect(await sees('worker', own.id)).toBe(true);
    const { customerId } = trio.liisa;
    expect((await run(trio.adviser.actor, readPlan, { customerId })).steps).toEqual([]);
    expect((await run(trio.adviser.actor, readSteps, { customerId })).steps).toEqual([]);
    expect(await movesOf(trio.adviser)).toEqual([]);
    const counted = await world.database.inCity('turku', (tx) =>
      tx
        .selectFrom('caseloadFact')
        .select(['waitsForUs', 'waitsForCustomer'])
        .where('customerId', '=', customerId)
        .where('kind', '=', 'adviser')
        .execute(),
    );
    expect(counted).toEqual([{ waitsForUs: 0, waitsForCustomer: 0 }]);
    expect(await movesOf(trio.worker)).toMatchObject([
      { kind: 'customerProposed', path: `/steps/${own.id}` },
      { kind: 'stepWaitsForCustomer', path: `/steps/${id}`, isWaiting: true },
    ]);
    const answer = { stepId: own.id, version: 1, answer: 'agree', word: '' } as const;
    await expect(run(trio.adviser.actor, answerStep, answer)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('one with the adviser is not there for the social worker', async () => {
    const { id } = await anAgreedStep(trio);
    expect(await sees('worker', id)).toBe('notFound');
    const idea = await anIdea(trio);
    expect(await sees('worker', idea.id)).toBe('notFound');
    expect((await run(trio.worker.actor, readSocialCustomer, { customerId: trio.liisa.customerId })).steps).toEqual([]);
  });

  test('is not proposed by a customer who has no social worker, nor from a challenge', async () => {
    const alone = await world.aCustomer();
    await expect(
      run(alone.actor, proposeStep, { ...text, customerId: null, withRole: 'socialWorker' }),
    ).rejects.toMatchObject({ fields: [{ field: 'withRole' }] });
  });

  test('an idea is proposed to whom the customer chooses, and taken up again it stays with them', async () => {
    const idea = await anIdea(trio);
    const choice = { stepId: idea.id, version: 1, ...full, withRole: 'socialWorker' } as const;
    const proposed = await run(trio.liisa.actor, proposeIdea, choice);
    const answer = { stepId: idea.id, version: proposed.version, answer: 'agree', word: '' } as const;
    const agreed = await run(trio.worker.actor, answerStep, answer);
    const ended = await run(trio.worker.actor, endStep, {
      stepId: idea.id,
      version: agreed.version,
      word: 'Ei onnistu.',
    });
    const taken = await run(trio.liisa.actor, takeUpStep, { stepId: idea.id, version: ended.version });
    const again = { stepId: idea.id, version: taken.version, ...full, withRole: 'adviser' } as const;
    await run(trio.liisa.actor, proposeIdea, again);
    expect(await run(trio.liisa.actor, readStep, { stepId: idea.id })).toMatchObject({ withRole: 'socialWorker' });
    expect(await sees('adviser', idea.id)).toBe('notFound');
  });
});

describe('shown to the other', () => {
  test('it is read as it is now, not as it was, and nothing is done with it; each look is told as such', async () => {
    const { id, version } = await agreedWithWorker();
    const changed = { ...text, title: 'Käy pankissa', stepId: id, version };
    const { version: latest } = await run(trio.worker.actor, changeStep, changed);
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: true });
    expect(await run(trio.adviser.actor, readStep, { stepId: id })).toMatchObject({ title: 'Käy pankissa', moves: [] });
    const versions = await run(trio.adviser.actor, readStepVersions, { stepId: id });
    expect(versions.map((one) => one.version)).toEqual([latest]);
    const { customerId } = trio.liisa;
    expect((await run(trio.adviser.actor, readPlan, { customerId })).steps).toMatchObject([{ id }]);
    expect(
      (await usesOf(customerId)).filter(({ section, role }) => section === 'step' && role === 'adviser'),
    ).toMatchObject([{ action: 'read' }, { action: 'read' }, { action: 'read' }]);
    const { actor } = trio.adviser;
    const change = { ...text, stepId: id, version: latest };
    const answer = { stepId: id, version: latest, answer: 'agree', word: '' } as const;
    await expect(run(actor, changeStep, change)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(actor, answerStep, answer)).rejects.toMatchObject({ code: 'notFound' });
    const byPhone = { ...answer, way: 'phone', reason: 'Puhelin ei avaa sivua' } as const;
    await expect(run(actor, answerForCustomer, byPhone)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(actor, showStep, { stepId: id, isShown: true })).rejects.toMatchObject({ code: 'notYourRole' });
  });

  test('until the customer takes it back, or the day has gone', async () => {
    const { id } = await agreedWithWorker();
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: true, untilOn: '2026-03-05' });
    expect(await sees('adviser', id)).toBe(true);
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: false });
    expect(await sees('adviser', id)).toBe('notFound');
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: true, untilOn: '2026-03-05' });
    world.clock.set('2026-03-06T09:00:00Z');
    expect(await sees('adviser', id)).toBe('notFound');
    world.clock.set('2026-03-02T07:00:00Z');
  });

  test('an idea kept to oneself is shown to nobody', async () => {
    const { id } = await anIdea(trio, { onlyMine: true });
    await expect(run(trio.liisa.actor, showStep, { stepId: id, isShown: true })).rejects.toMatchObject({
      code: 'notNow',
    });
  });
});

describe('in a joint plan', () => {
  const titles = async (who: 'adviser' | 'worker') => {
    const plan = await run(trio[who].actor, readJointPlan, { customerId: trio.liisa.customerId });
    return plan.steps.map(({ title }) => title);
  };

  test('stand the adviser’s steps by law, and the social worker’s when the customer shows them', async () => {
    await becomes(trio, 'multisectoral');
    await anAgreedStep(trio, 'Soita leipomoon');
    const { id } = await agreedWithWorker('Käy velkaneuvonnassa');
    expect(await titles('worker')).toEqual(['Soita leipomoon']);
    expect(await titles('adviser')).toEqual(['Soita leipomoon']);
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: true });
    expect((await titles('adviser')).toSorted()).toEqual(['Käy velkaneuvonnassa', 'Soita leipomoon']);
  });

  test('one that was signed and is not shown any more is gone from it, and nothing of it is told', async () => {
    const { aWholePlan } = signingFixtures(world);
    trio = await aWholePlan();
    const { id } = await agreedWithWorker('Salainen askel');
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: true });
    await sign(trio, trio.adviser);
    await run(trio.liisa.actor, showStep, { stepId: id, isShown: false });
    const plan = await run(trio.adviser.actor, readJointPlan, { customerId: trio.liisa.customerId });
    const party = plan.front.parties.find((one) => one.party === 'employment');
    expect(party?.changes).toMatchObject([{ part: 'step', what: 'gone', before: null, after: null }]);
    expect(JSON.stringify(plan)).not.toMatch(/Salainen/);
  });
});
