import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { readCaseload, readCaseloadInput } from '../caseload/read-caseload.ts';
import { pathEvents } from '../events.ts';
import { signingFixtures } from '../signing/fixtures.ts';
import { readSocialCustomer } from '../social/read-social-customer.ts';
import { changeKind } from './change-kind.ts';
import { readKindRules, setKindContents } from './city-rules.ts';
import { framesOf } from './frames.ts';
import { readKindHistory } from './kind-history.ts';
import { nameSocialWorker } from './name-social-worker.ts';
import { startKind } from './start-kind.ts';
import { planKinds } from './tables.ts';

const world = await testWorld();
const { run, database, clock, deliver } = world;
const { aTrio, aWholePlan, becomes, front, mailsTo, usesOf } = signingFixtures(world);

test('every kind of plan has the law, parties, contents and source of its day, in three languages', async () => {
  const rows = await database.inCity('turku', (tx) => tx.selectFrom('planKind').selectAll().execute());
  expect([...new Set(rows.map(({ id }) => id))].sort()).toEqual([...planKinds].sort());
  for (const row of rows) {
    expect(row.parties[0]).toBe('customer');
    expect(row.contents).toEqual(expect.arrayContaining(['goal', 'steps']));
    expect(row.crosses.every((key) => row.contents.includes(key))).toBe(true);
    expect(Object.values(row.basis).every((text) => text.length > 40)).toBe(true);
    expect(row.confidence === 'seen' || row.unchecked !== '').toBe(true);
  }
});

test('a plan is an employment plan until somebody says otherwise, with why; every kind it was is kept', async () => {
  const trio = await aTrio();
  expect((await front(trio, trio.liisa)).frame).toMatchObject({ kind: 'employment', version: 0, law: '380/2023' });
  await becomes(trio, 'integration');
  await becomes(trio, 'multisectoral', 1);
  await deliver(pathEvents);
  expect((await front(trio, trio.liisa)).frame).toMatchObject({
    ...{ kind: 'multisectoral', version: 2, law: '381/2023' },
    ...{ changedBy: 'Outi Ohjaaja', why: 'Tarvitaan monen apua.' },
  });
  const history = await run(trio.liisa.actor, readKindHistory, { customerId: null });
  expect(history.map(({ kind, personName, why }) => [kind, personName, why])).toEqual([
    ['multisectoral', 'Outi Ohjaaja', 'Tarvitaan monen apua.'],
    ['integration', 'Outi Ohjaaja', 'Tarvitaan monen apua.'],
  ]);
  expect(await mailsTo(trio.liisa.personId)).toHaveLength(2);
});

test('the kind is not changed to what it is, nor unseen after another change', async () => {
  const trio = await aTrio();
  await expect(becomes(trio, 'employment')).rejects.toMatchObject({ code: 'badInput' });
  await becomes(trio, 'activation');
  await expect(becomes(trio, 'integration')).rejects.toMatchObject({ code: 'changedMeanwhile' });
  const both = await Promise.allSettled([becomes(trio, 'integration', 1), becomes(trio, 'multisectoral', 1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('neither customer nor social worker changes the kind, nor names a social worker', async () => {
  const trio = await aTrio();
  await becomes(trio, 'multisectoral');
  const { customerId } = trio.liisa;
  for (const who of [trio.liisa, trio.worker, await world.anAdviser()]) {
    const change = run(who.actor, changeKind, { customerId, kind: 'employment', why: 'x', version: 1 });
    await expect(change).rejects.toMatchObject({ code: 'notFound' });
    const name = run(who.actor, nameSocialWorker, { customerId, socialWorkerId: trio.worker.personId });
    await expect(name).rejects.toMatchObject({ code: 'notFound' });
  }
});

test('a plan begun under an older law goes on by it; one begun today by today’s', async () => {
  const old = await world.aCustomer();
  const started = async (fromOn: string, kind: 'activation' | 'multisectoral') => {
    await database.inCity('turku', (tx) =>
      tx
        .insertInto('planKindChange')
        .values({
          ...{ cityId: 'turku', customerId: old.customerId, kind, fromOn, why: 'x', at: clock(), role: 'adviser' },
          ...{ version: kind === 'activation' ? 1 : 2, personId: old.personId, personName: 'x' },
        })
        .execute(),
    );
    return database.inCity('turku', async (tx) =>
      (await framesOf({ tx, cityId: 'turku', today: '2026-03-02' }, [old.customerId])).get(old.customerId),
    );
  };
  expect(await started('2025-11-30', 'activation')).toMatchObject({
    law: '189/2001',
    unchecked: 'contents, review_months',
  });
  expect(await started('2024-12-31', 'multisectoral')).toMatchObject({ law: '1369/2014', begunOn: '2024-12-31' });
});

test('a city asks for more from a day on, and every plan of that kind lacks it from then', async () => {
  const trio = await aWholePlan();
  const administrator = await world.aStaffActor('administrator');
  const wish = { kind: 'employment', contents: ['strengths', 'goal'], source: 'Lautakunta § 12' } as const;
  const decide = (fromOn: string, contents: readonly ('strengths' | 'goal')[] = wish.contents) =>
    run(administrator.actor, setKindContents, { ...wish, fromOn, contents: [...contents] });
  await expect(decide('2026-03-01')).rejects.toMatchObject({ code: 'badInput' });
  await decide('2026-03-05');
  expect((await front(trio, trio.liisa)).missing).toEqual([]);
  clock.set('2026-03-05T10:00:00Z');
  expect((await front(trio, trio.liisa)).missing).toEqual(['strengths']);
  const [rule] = await run(administrator.actor, readKindRules, undefined);
  expect(rule?.city).toEqual([{ fromOn: '2026-03-05', contents: ['goal', 'strengths'], source: 'Lautakunta § 12' }]);
  await decide('2026-03-05', []);
  expect((await front(trio, trio.liisa)).missing).toEqual([]);
  clock.set('2026-03-02T07:00:00Z');
  const manager = await world.aStaffActor('manager');
  await expect(run(manager.actor, readKindRules, undefined)).rejects.toMatchObject({ code: 'notFound' });
});

test('who chooses a kind reads why there is one, and by which law of that day', async () => {
  const { adviser, liisa } = await aTrio();
  const activationOn = async (now: string) => {
    clock.set(now);
    const { kinds } = await run(adviser.actor, startKind, { customerId: liisa.customerId });
    return kinds.find(({ kind }) => kind === 'activation');
  };
  expect(await activationOn('2025-12-31T07:00:00Z')).toMatchObject({
    ...{ law: '189/2001', basis: { fi: expect.stringContaining('500 päivän') } },
  });
  expect(await activationOn('2026-03-02T07:00:00Z')).toMatchObject({
    basis: { fi: expect.stringContaining('toimeentulotukea') },
  });
});

test('an adviser names the social worker of a joint plan: both are told, and the one before has the customer no more', async () => {
  const trio = await aTrio();
  const { customerId } = trio.liisa;
  const second = await world.aSocialWorker({ name: 'Toini Toinen' });
  const name = (socialWorkerId: string) => run(trio.adviser.actor, nameSocialWorker, { customerId, socialWorkerId });
  await expect(name(second.personId)).rejects.toMatchObject({ code: 'notNow' });
  await becomes(trio, 'multisectoral');
  await expect(name(trio.adviser.personId)).rejects.toMatchObject({ code: 'badInput' });
  await name(second.personId);
  await deliver(pathEvents);
  expect((await mailsTo(trio.liisa.personId)).map(({ subject }) => subject)).toContain(
    'Sosiaalityöntekijäsi on Toini Toinen',
  );
  expect(await mailsTo(second.personId)).toHaveLength(1);
  const listOf = async (who: typeof second) =>
    (await run(who.actor, readCaseload, readCaseloadInput.parse({}))).customers;
  expect(await listOf(trio.worker)).toEqual([]);
  expect(await listOf(second)).toMatchObject([
    { name: 'Liisa Laine', jointPlan: { kind: 'multisectoral', waitsForMe: false } },
  ]);
});

test('a social worker’s list and page show nothing of a plan their authority is no party to, and each look is logged', async () => {
  const trio = await aWholePlan();
  const { customerId } = trio.liisa;
  const { customers } = await run(trio.worker.actor, readCaseload, readCaseloadInput.parse({ name: 'lai' }));
  expect(customers).toMatchObject([{ customerId, jointPlan: null, latestYes: null, note: null }]);
  const page = await run(trio.worker.actor, readSocialCustomer, { customerId });
  expect(page).toMatchObject({ front: null, sections: [] });
  const uses = (await usesOf(customerId)).filter(({ role }) => role === 'socialWorker');
  expect(uses.map(({ section, action }) => `${section}.${action}`)).toEqual(['caseload.list', 'planSection.list']);
});
