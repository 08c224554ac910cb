import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { testWorld } from '../../testing/database.ts';
import { answerStep } from '../answer-step.ts';
import { beginStep } from '../begin-step.ts';
import { changeStep } from '../change-step.ts';
import { pathEvents } from '../events.ts';
import { text } from '../fixtures.ts';
import { readShown } from '../sections/show-section.ts';
import { setGoal } from '../set-goal.ts';
import { signingFixtures, type Trio } from './fixtures.ts';
import { readJointPlan } from './read-front.ts';
import { signPlan } from './sign-plan.ts';

const world = await testWorld();
const { run, database, deliver, jobs } = world;
const { aTrio, write, show, becomes, front, sign, anAgreedStep, aWholePlan, usesOf, mailsTo, movesOf } =
  signingFixtures(world);

const stands = async (trio: Trio, who: Trio['liisa'] | Trio['adviser'] = trio.liisa) =>
  Object.fromEntries((await front(trio, who)).parties.map(({ party, state }) => [party, state]));

describe('an employment plan', () => {
  test('says what it lacks, and cannot be signed until it is said', async () => {
    const trio = await aTrio();
    const before = await front(trio, trio.liisa);
    expect(before.missing).toEqual(['goal', 'steps', 'serviceNeed', 'services', 'jobSearch']);
    expect(before.canSign).toBe(false);
    await expect(sign(trio, trio.liisa)).rejects.toMatchObject({ code: 'notNow' });
    const whole = await aWholePlan();
    expect(await front(whole, whole.liisa)).toMatchObject({ missing: [], canSign: true, validity: { state: 'waits' } });
  });

  test('tells the customer, and nobody else, what is written and only to be shown', async () => {
    const trio = await aTrio();
    const { id } = await write(trio, trio.liisa, 'jobSearch', 'Haen leipomoista.');
    expect(await front(trio, trio.liisa)).toMatchObject({ unshown: [{ id, key: 'jobSearch' }], canSign: false });
    expect(await run(trio.liisa.actor, readShown, { sectionId: id })).toMatchObject({ isNeeded: true });
    const seen = await front(trio, trio.adviser);
    expect(seen.unshown).toEqual([]);
    expect(seen.missing).toContain('jobSearch');
    await show(trio, id, 'employment');
    expect(await front(trio, trio.liisa)).toMatchObject({ unshown: [] });
    expect((await front(trio, trio.liisa)).missing).not.toContain('jobSearch');
    expect(await run(trio.liisa.actor, readShown, { sectionId: id })).toMatchObject({ isNeeded: false });
  });

  test('is in force when both have signed it as it is, by one version and one sum', async () => {
    const trio = await aWholePlan();
    expect(await sign(trio, trio.liisa)).toEqual({ party: 'customer', version: 1 });
    expect(await stands(trio)).toEqual({ customer: 'stands', employment: 'none' });
    expect(await sign(trio, trio.adviser)).toEqual({ party: 'employment', version: 1 });
    const { validity, version } = await front(trio, trio.liisa);
    expect({ validity, version }).toEqual({
      validity: { state: 'inForce', fromOn: '2026-03-02', untilOn: null },
      version: 1,
    });
    const rows = await database.inCity('turku', (tx) =>
      tx
        .selectFrom('planSignature')
        .select(['sha256', 'role', 'personName'])
        .where('customerId', '=', trio.liisa.customerId)
        .execute(),
    );
    expect(rows[0]?.sha256).toEqual(rows[1]?.sha256);
    expect(rows.map(({ role }) => role).sort()).toEqual(['adviser', 'customer']);
  });

  test('after a change only the changed part is unsigned, and the page says what it was and is', async () => {
    const trio = await aWholePlan();
    await sign(trio, trio.liisa);
    await sign(trio, trio.adviser);
    await run(trio.adviser.actor, setGoal, { customerId: trio.liisa.customerId, goal: 'Kokiksi.', version: 1 });
    const { parties, validity } = await front(trio, trio.liisa);
    expect(validity.state).toBe('waits');
    expect(parties.map(({ party, state, changes }) => [party, state, changes])).toEqual([
      ['customer', 'changed', [{ part: 'goal', what: 'changed', before: 'Leipuriksi.', after: 'Kokiksi.' }]],
      // Who wrote it agrees to it.
      ['employment', 'stands', []],
    ]);
    expect(await sign(trio, trio.liisa)).toEqual({ party: 'customer', version: 2 });
    expect((await front(trio, trio.liisa)).validity.state).toBe('inForce');
  });

  test('a step both have agreed to since needs no new signature; one that is open again does', async () => {
    const trio = await aWholePlan();
    await sign(trio, trio.liisa);
    await sign(trio, trio.adviser);
    await anAgreedStep(trio, 'Käy leipomossa');
    expect(await stands(trio)).toEqual({ customer: 'stands', employment: 'stands' });
    await run(trio.adviser.actor, changeStep, {
      stepId: trio.step.id,
      version: trio.step.version,
      ...text,
      title: 'Soita kahvilaan',
    });
    const { parties } = await front(trio, trio.liisa);
    expect(parties[0]?.changes).toMatchObject([
      { part: 'step', what: 'gone', before: { title: 'Soita leipomoon' }, after: null },
    ]);
  });

  test('a step begun and done needs no new signature; where and by whom it is done is signed too', async () => {
    const trio = await aWholePlan();
    await sign(trio, trio.liisa);
    await sign(trio, trio.adviser);
    const stepId = trio.step.id;
    const begun = await run(trio.liisa.actor, beginStep, { stepId, version: trio.step.version });
    expect(await stands(trio)).toEqual({ customer: 'stands', employment: 'stands' });
    const moved = { ...text, owner: 'named', ownerName: 'siskoni', place: 'Aurakatu 8', stage: 'workshop' } as const;
    const changed = await run(trio.adviser.actor, changeStep, { stepId, version: begun.version, ...moved });
    await run(trio.liisa.actor, answerStep, { stepId, version: changed.version, answer: 'agree', word: '' });
    const { steps } = await run(trio.liisa.actor, readJointPlan, { customerId: null });
    expect(steps).toMatchObject([moved]);
  });

  test('nobody signs what they have not read', async () => {
    const trio = await aWholePlan();
    const { sha256 } = await front(trio, trio.liisa);
    await run(trio.adviser.actor, setGoal, { customerId: trio.liisa.customerId, goal: 'Kokiksi.', version: 1 });
    const late = run(trio.liisa.actor, signPlan, { customerId: null, sha256, forKela: null });
    await expect(late).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });

  test('a signature stays once: signing again what stands is not asked for', async () => {
    const trio = await aWholePlan();
    await sign(trio, trio.liisa);
    await expect(sign(trio, trio.liisa)).rejects.toMatchObject({ code: 'notNow' });
  });

  test('is nothing to a social worker, nor to another’s adviser', async () => {
    const trio = await aWholePlan();
    await expect(front(trio, trio.worker)).rejects.toMatchObject({ code: 'notFound' });
    await expect(sign(trio, trio.worker)).rejects.toMatchObject({ code: 'notFound' });
    const other = await world.anAdviser();
    await expect(front(trio, other)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(other.actor, readJointPlan, { customerId: newId() })).rejects.toMatchObject({ code: 'notFound' });
  });
});

/** A multisectoral plan that says all it has to, in each side's words. */
const aJointPlan = async () => {
  const trio = await aWholePlan();
  await becomes(trio, 'multisectoral');
  const { id } = await write(trio, trio.liisa, 'situation', 'Asun yksin ja nukun huonosti.');
  await show(trio, id, 'employment', 'wellbeing');
  await write(trio, trio.worker, 'others', 'Sosiaalityö auttaa asunnon kanssa.');
  await write(trio, trio.worker, 'followUp', 'Tapaamme kerran kuussa.');
  return { ...trio, situationId: id };
};

describe('a multisectoral plan', () => {
  test('is signed by every authority, Kela’s on paper, and is then in force', async () => {
    const trio = await aJointPlan();
    expect((await front(trio, trio.worker)).missing).toEqual([]);
    await sign(trio, trio.worker);
    await sign(trio, trio.liisa);
    await sign(trio, trio.adviser);
    expect(await stands(trio, trio.worker)).toEqual({
      customer: 'stands',
      employment: 'stands',
      wellbeing: 'stands',
      kela: 'none',
    });
    expect((await front(trio, trio.liisa)).validity.state).toBe('waits');
    await expect(sign(trio, trio.worker, 'Kalle Kela')).rejects.toMatchObject({ code: 'badInput' });
    await sign(trio, trio.adviser, 'Kalle Kela');
    const { parties, validity } = await front(trio, trio.liisa);
    expect(validity.state).toBe('inForce');
    expect(parties.at(-1)?.signed).toMatchObject({ onPaperBy: 'Kalle Kela', personName: 'Outi Ohjaaja' });
  });

  test('a consent taken back takes the section out of the plan, and nothing of it is told any more', async () => {
    const trio = await aJointPlan();
    await sign(trio, trio.adviser);
    await show(trio, trio.situationId, 'wellbeing');
    const seen = await run(trio.adviser.actor, readJointPlan, { customerId: trio.liisa.customerId });
    expect(JSON.stringify(seen)).not.toContain('nukun huonosti');
    const own = seen.front.parties.find(({ party }) => party === 'employment');
    expect(own?.changes).toEqual([
      { part: 'section', what: 'gone', id: trio.situationId, about: null, before: null, after: null },
    ]);
    expect(seen.front.missing).toEqual(['situation']);
  });

  test('as an employment plan again it is the social worker’s no more, from the next look on', async () => {
    const trio = await aJointPlan();
    expect((await front(trio, trio.worker)).frame.kind).toBe('multisectoral');
    await becomes(trio, 'employment', 1);
    await expect(front(trio, trio.worker)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('each look and signature of a professional is in the customer’s use log', async () => {
    const trio = await aJointPlan();
    await run(trio.worker.actor, readJointPlan, { customerId: trio.liisa.customerId });
    await sign(trio, trio.worker);
    const crossed = await database.inCity('turku', (tx) =>
      tx
        .selectFrom('useLog')
        .select(['section', 'why'])
        .where('customerId', '=', trio.liisa.customerId)
        .where('role', '=', 'socialWorker')
        .where('section', '=', 'planSection')
        .where('action', '=', 'read')
        .execute(),
    );
    // What the adviser wrote of services and needs by law, of the situation by the customer's consent; not what the social worker wrote.
    expect(crossed.map(({ why }) => why).sort()).toEqual([
      'shown by consent',
      ...Array(2).fill('shown by law in a joint plan'),
    ]);
    const uses = (await usesOf(trio.liisa.customerId)).filter(
      ({ role, section }) => role === 'socialWorker' && section === 'jointPlan',
    );
    expect(uses.map(({ action, isAllowed }) => [action, isAllowed])).toEqual([
      ['read', true],
      ['read', true],
      ['answer', true],
    ]);
  });

  test('who signs asks the others, by mail and in what waits; who has signed sees that it waits', async () => {
    const trio = await aJointPlan();
    await deliver(pathEvents);
    const before = (await mailsTo(trio.adviser.personId)).length;
    await sign(trio, trio.liisa);
    await deliver(pathEvents);
    expect((await mailsTo(trio.adviser.personId)).length).toBe(before + 1);
    expect((await movesOf(trio.adviser)).filter(({ kind }) => kind === 'customerPlanToSign')).toMatchObject([
      { values: { name: 'Liisa Laine' }, path: `/customers/${trio.liisa.customerId}/sign` },
    ]);
    expect(await movesOf(trio.worker)).toMatchObject([
      { kind: 'customerPlanToSign', path: `/social-work/${trio.liisa.customerId}/sign` },
    ]);
    expect((await movesOf(trio.liisa)).filter(({ kind }) => kind.startsWith('plan'))).toMatchObject([
      { kind: 'planWaitsForSignatures', values: { count: 3 }, isWaiting: true },
    ]);
    await sign(trio, trio.adviser);
    expect((await movesOf(trio.adviser)).filter(({ kind }) => kind === 'customerPlanToSign')).toEqual([]);
    expect(jobs.topics()).toContain('planSigned');
  });

  test('of many who sign at once each signs the same version', async () => {
    const trio = await aJointPlan();
    const signed = await Promise.all([sign(trio, trio.liisa), sign(trio, trio.adviser), sign(trio, trio.worker)]);
    expect(signed.map(({ version }) => version)).toEqual([1, 1, 1]);
  });
});

test('the content a social worker signs has none of what they may not see', async () => {
  const trio = await aJointPlan();
  await write(trio, trio.adviser, 'health', 'Vain työllisyyspalveluille.');
  await write(trio, trio.liisa, 'life', 'Vain minulle.');
  const seen = JSON.stringify(await run(trio.worker.actor, readJointPlan, { customerId: trio.liisa.customerId }));
  expect(seen).toContain('Sovimme: services');
  expect(seen).not.toContain('Vain');
  const kept = await database.inCity('turku', (tx) => tx.selectFrom('planSectionVersion').select('text').execute());
  expect(kept.some(({ text: told }) => told === 'Vain minulle.')).toBe(true);
});
