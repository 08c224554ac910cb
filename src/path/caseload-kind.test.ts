import { expect, test } from 'vitest';
import { access } from '../kernel/access/access.ts';
import { adviserOf } from '../kernel/advisers.ts';
import { newId } from '../kernel/ids.ts';
import { testWorld } from '../testing/database.ts';
import { assignCustomer } from './assign-customer.ts';
import { readCaseload, readCaseloadInput } from './caseload/read-caseload.ts';
import { pathEvents } from './events.ts';
import { pathFixtures } from './fixtures.ts';
import { listUnassigned } from './list-unassigned.ts';

const world = await testWorld();
const { database, run, deliver } = world;
const { byCustomer, mailsTo } = pathFixtures(world);

const listed = readCaseloadInput.parse({});
const today = '2026-03-02';

test('whom a social worker looks after has no adviser yet, and waits for one', async () => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine' });
  await world.aSocialWorker({ caseload: [liisa] });
  const adviser = await world.anAdviser();
  const { customers } = await run(adviser.actor, listUnassigned, { page: 1 });
  expect(customers.map(({ customerId }) => customerId)).toContain(liisa.customerId);
  expect(await run(liisa.actor, (work) => adviserOf(work, liisa.customerId), undefined)).toBeUndefined();
});

test('who is both has two caseloads: as an adviser only those they advise', async () => {
  const advised = await world.aCustomer({ name: 'Aino Aalto' });
  const looked = await world.aCustomer({ name: 'Pekka Puro' });
  const adviser = await world.anAdviser({ caseload: [advised] });
  const worker = await world.aSocialWorker({ personId: adviser.personId, caseload: [looked] });
  const { customers } = await run(adviser.actor, readCaseload, listed);
  expect(customers.map(({ name }) => name)).toEqual(['Aino Aalto']);
  const asked = { section: 'plan', action: 'read', why: 'plan' } as const;
  const open = (who: typeof adviser, customerId: string) =>
    run(who.actor, (work) => access.customer(work, customerId, asked), undefined);
  await expect(open(adviser, advised.customerId)).resolves.toMatchObject({ id: advised.customerId });
  await expect(open(adviser, looked.customerId)).rejects.toMatchObject({ code: 'notFound' });
  await expect(open(worker, advised.customerId)).rejects.toMatchObject({ code: 'notFound' });
});

test('a new social worker takes the place of the one before, and leaves the adviser', async () => {
  const liisa = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [liisa] });
  const [first, second] = [await world.aSocialWorker({ caseload: [liisa] }), await world.aSocialWorker()];
  const given = { cityId: 'turku', customerId: liisa.customerId, fromOn: today, kind: 'socialWorker' } as const;
  const rows = await database.inCity('turku', async (tx) => {
    await assignCustomer(tx, { ...given, adviserId: second.personId });
    await assignCustomer(tx, { ...given, adviserId: second.personId });
    return tx
      .selectFrom('caseload')
      .select(['adviserId', 'kind', 'toOn'])
      .where('customerId', '=', liisa.customerId)
      .orderBy('kind')
      .orderBy('toOn')
      .execute();
  });
  expect(rows).toEqual([
    { adviserId: adviser.personId, kind: 'adviser', toOn: null },
    { adviserId: first.personId, kind: 'socialWorker', toOn: today },
    { adviserId: second.personId, kind: 'socialWorker', toOn: null },
  ]);
});

test('what a customer proposes is told to their adviser and not to their social worker', async () => {
  const liisa = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [liisa] });
  const worker = await world.aSocialWorker({ caseload: [liisa] });
  await byCustomer({ liisa, adviser });
  await deliver(pathEvents);
  expect(await mailsTo(adviser.personId)).toHaveLength(1);
  expect(await mailsTo(worker.personId)).toHaveLength(0);
});

test('nobody is taken in who is not there', async () => {
  const worker = await world.aSocialWorker();
  const given = { cityId: 'turku', customerId: newId(), fromOn: today, kind: 'socialWorker' } as const;
  await expect(
    database.inCity('turku', (tx) => assignCustomer(tx, { ...given, adviserId: worker.personId })),
  ).rejects.toMatchObject({ code: 'notFound' });
});
