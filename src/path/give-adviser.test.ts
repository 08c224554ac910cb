import { beforeEach, expect, test } from 'vitest';
import { becomeCustomer } from '../kernel/become-customer.ts';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { assignCustomer } from './assign-customer.ts';
import { handOver } from './caseload/hand-over.ts';
import { pathEvents } from './events.ts';
import { pathFixtures } from './fixtures.ts';
import { giveAdviser } from './give-adviser.ts';
import { listUnassigned } from './list-unassigned.ts';
import { readPlan } from './read-plan.ts';

const world = await testWorld();
const { run, database } = world;
const { mailsTo, movesOf, usesOf } = pathFixtures(world);

const manager = await world.aStaffActor('manager');
const names = async (who = manager) =>
  (await run(who.actor, listUnassigned, { page: 1 })).customers.map(({ name }) => name);
const give = (who: { actor: typeof manager.actor }, customerId: string, adviserId: string | null = null) =>
  run(who.actor, giveAdviser, { customerId, adviserId });

beforeEach(async () => {
  await database.inCity('turku', (tx) => tx.updateTable('customer').set({ deletedAt: world.clock() }).execute());
  world.jobs.takeEvents();
});

test('somebody who joins the city by themselves waits in the list, and whoever can give an adviser is told', async () => {
  const { personId } = await world.aCustomer({ city: 'espoo' });
  const now = world.clock();
  const join = { cityId: 'turku', name: 'Uusi Tulija', email: null, language: 'sv', fromOn: '2026-03-02' } as const;
  await database.inCity('turku', (tx) => becomeCustomer(tx, { ...join, personId, now }));
  const coordinator = await world.aStaffActor('coordinator');
  for (const who of [manager, coordinator, await world.anAdviser()]) {
    expect((await run(who.actor, listUnassigned, { page: 1 })).customers).toMatchObject([
      { name: 'Uusi Tulija', language: 'sv', area: '', since: now },
    ]);
    expect((await movesOf(who)).map(({ kind, path, values }) => [kind, path, values])).toEqual([
      ['withoutAdviser', '/without-adviser', { count: 1 }],
    ]);
  }
});

test('a manager gives an adviser: both are told, the customer with the name, and the list is empty', async () => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine' });
  const outi = await world.anAdviser({ name: 'Outi Ohjaaja' });
  expect(await give(manager, liisa.customerId, outi.personId)).toEqual({
    customerId: liisa.customerId,
    adviserId: outi.personId,
  });
  await world.deliver(pathEvents);
  expect((await mailsTo(liisa.personId)).map(({ subject }) => subject)).toEqual(['Omavalmentajasi on Outi Ohjaaja']);
  const [toAdviser] = await mailsTo(outi.personId);
  expect(toAdviser?.subject).toBe('Sait uuden asiakkaan');
  expect(toAdviser?.body).not.toMatch(/Liisa|Laine/);
  expect(await names()).toEqual([]);
  expect((await run(outi.actor, readPlan, { customerId: liisa.customerId })).customer.name).toBe('Liisa Laine');
});

test('nobody becomes their own adviser, also not by way of another', async () => {
  const outi = await world.anAdviser({ name: 'Outi Ohjaaja' });
  const outiAsCustomer = await world.aCustomer({ name: 'Outi Ohjaaja', personId: outi.personId });
  const { customerId } = outiAsCustomer;
  await expect(give(outi, customerId)).rejects.toMatchObject({ code: 'badInput' });
  await expect(give(manager, customerId, outi.personId)).rejects.toMatchObject({ code: 'badInput' });
  const other = await world.anAdviser({ name: 'Kai Kollega' });
  await give(manager, customerId, other.personId);
  const asked = { customerIds: [customerId], toId: outi.personId, fromOn: '', untilOn: '' };
  expect(await run(other.actor, handOver, { ...asked, way: 'forGood' })).toEqual({ given: 0, left: 1 });
  const inCaseload = { cityId: 'turku', customerId, adviserId: outi.personId, fromOn: '2026-03-02' };
  await expect(database.inCity('turku', (tx) => assignCustomer(tx, inCaseload))).rejects.toMatchObject({
    code: 'notNow',
  });
  // However it came about: it opens nothing.
  await world.putInCaseload(outi, outiAsCustomer);
  await expect(run(outi.actor, readPlan, { customerId })).rejects.toMatchObject({ code: 'notFound' });
});

test('an adviser takes one for themselves, never for another, and writes no mail to themselves', async () => {
  const [liisa, maija] = [await world.aCustomer(), await world.aCustomer()];
  const [outi, other] = [await world.anAdviser(), await world.anAdviser()];
  expect((await run(outi.actor, listUnassigned, { page: 1 })).advisers.map(({ id }) => id)).toEqual([outi.personId]);
  expect((await give(outi, liisa.customerId)).adviserId).toBe(outi.personId);
  await world.deliver(pathEvents);
  expect(await mailsTo(outi.personId)).toEqual([]);
  await expect(give(outi, maija.customerId, other.personId)).rejects.toMatchObject({
    fields: [{ field: 'adviserId' }],
  });
});

test('when nobody is named, it is the adviser with the fewest customers', async () => {
  const busy = await world.anAdviser({ caseload: [await world.aCustomer()] });
  const liisa = await world.aCustomer();
  const { adviserId } = await give(manager, liisa.customerId);
  expect(adviserId).not.toBe(busy.personId);
  const { advisers } = await run(manager.actor, listUnassigned, { page: 1 });
  expect(advisers.find(({ id }) => id === busy.personId)?.customers).toBe(1);
});

test('of two who take the same customer at once, one does', async () => {
  const liisa = await world.aCustomer();
  const two = [await world.anAdviser(), await world.anAdviser()];
  const results = await Promise.allSettled(two.map((one) => give(one, liisa.customerId)));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'notFound' } });
  const rows = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('caseload')
      .select('id')
      .where('customerId', '=', liisa.customerId)
      .where('toOn', 'is', null)
      .execute(),
  );
  expect(rows).toHaveLength(1);
});

test('who has an adviser is not there, as nobody of another city is, nor one who has gone', async () => {
  const outi = await world.anAdviser();
  const taken = await world.aCustomer({ name: 'On Jo', adviser: outi });
  const far = await world.aCustomer({ city: 'espoo' });
  expect(await names()).toEqual([]);
  for (const customerId of [taken.customerId, far.customerId, newId(), 'x'])
    for (const who of [manager, outi]) await expect(give(who, customerId)).rejects.toMatchObject({ code: 'notFound' });
});

test('a customer whose adviser no longer is one waits again, and finds the next', async () => {
  const outi = await world.anAdviser();
  const liisa = await world.aCustomer({ name: 'Liisa Laine', adviser: outi });
  await database.inCity('turku', (tx) =>
    tx.updateTable('roleAssignment').set({ toOn: '2026-03-01' }).where('personId', '=', outi.personId).execute(),
  );
  expect(await names()).toEqual(['Liisa Laine']);
  const next = await world.anAdviser();
  expect((await give(manager, liisa.customerId, next.personId)).adviserId).toBe(next.personId);
  expect(await names()).toEqual([]);
});

test('everyone shown or given an adviser finds it in their use log; other roles see nothing', async () => {
  const liisa = await world.aCustomer();
  await names();
  await give(manager, liisa.customerId);
  expect(await usesOf(liisa.customerId)).toMatchObject([
    { role: 'manager', section: 'assignment', action: 'list', isAllowed: true },
    { role: 'manager', section: 'assignment', action: 'write', isAllowed: true },
  ]);
  const maija = await world.aCustomer();
  for (const role of ['socialWorker', 'facilitator', 'serviceDesigner', 'businessAdviser', 'administrator'] as const) {
    const who = await world.aStaffActor(role);
    await expect(run(who.actor, listUnassigned, { page: 1 })).rejects.toMatchObject({ code: 'notFound' });
    await expect(give(who, maija.customerId)).rejects.toMatchObject({ code: 'notFound' });
    expect(await movesOf(who)).toEqual([]);
  }
});
