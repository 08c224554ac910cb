import pg from 'pg';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { access } from './access/access.ts';
import { newId } from './ids.ts';
import { readLookers, sealUseLog, verifyUseLog } from './use-log.ts';
import type { Work } from './work.ts';

const world = await testWorld();
const { database, run } = world;
const seal = (cityId: string) => database.inCity(cityId, (tx) => sealUseLog(tx, cityId));
const verify = (cityId: string) => database.inCity(cityId, (tx) => verifyUseLog(tx, cityId));
const asOwner = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: world.migratorUrl });
  await client.connect();
  await client.query("begin; select set_config('app.city', 'turku', true);");
  await client.query(statement);
  await client.query('commit');
  await client.end();
};

const lookAt = (customerId: string) => (work: Work) =>
  access.customer(work, customerId, { section: 'plan', action: 'read', why: 'plan page' });

test('tells the customer who looked, in which role and why, and not that they looked themselves', async () => {
  const customer = await world.aCustomer();
  const adviser = await world.anAdviser({ name: 'Maija Virtanen', caseload: [customer] });
  await run(adviser.actor, lookAt(customer.customerId), undefined);
  await run(customer.actor, lookAt(customer.customerId), undefined);
  const looks = await run(customer.actor, (work) => readLookers(work), undefined);
  expect(looks).toMatchObject([
    { personName: 'Maija Virtanen', role: 'adviser', section: 'plan', why: 'plan page', isMe: false },
  ]);
});

test('a refusal is written down although its transaction is gone, and looks like "not there"', async () => {
  const customer = await world.aCustomer();
  const stranger = await world.anAdviser({ name: 'Ulla Utelias' });
  const codeOf = (customerId: string) =>
    run(stranger.actor, lookAt(customerId), undefined).catch((error) => error.code);
  // One after the other: the log is read in their order.
  expect([await codeOf(customer.customerId), await codeOf(newId())]).toEqual(['notFound', 'notFound']);
  const rows = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['isAllowed', 'customerId'])
      .where('cityId', '=', 'turku')
      .where('personName', '=', 'Ulla Utelias')
      .orderBy('at')
      .execute(),
  );
  expect(rows).toEqual([
    { isAllowed: false, customerId: customer.customerId },
    { isAllowed: false, customerId: null },
  ]);
});

test('the app may add to the log and not change or take away', async () => {
  const change = database.inCity('turku', (tx) =>
    tx.updateTable('useLog').set({ why: 'x' }).where('cityId', '=', 'turku').execute(),
  );
  await expect(change).rejects.toThrow(/permission denied/);
  const remove = database.inCity('turku', (tx) => tx.deleteFrom('useLogSeal').where('cityId', '=', 'turku').execute());
  await expect(remove).rejects.toThrow(/permission denied/);
});

test('the chain is whole after sealing in parts, and names a row that was altered', async () => {
  const customer = await world.aCustomer();
  const adviser = await world.anAdviser({ caseload: [customer] });
  await seal('turku');
  for (let count = 0; count < 5; count += 1) await run(adviser.actor, lookAt(customer.customerId), undefined);
  expect(await seal('turku')).toBe(5);
  expect(await seal('turku')).toBe(0);
  const { rows, fault } = await verify('turku');
  expect(fault).toBeNull();
  await asOwner(
    `update use_log set why = 'another reason' where id = (select log_id from use_log_seal where seq = ${rows - 2})`,
  );
  expect((await verify('turku')).fault).toMatchObject({ seq: rows - 2, what: 'changed' });
  await asOwner(`delete from use_log where id = (select log_id from use_log_seal where seq = ${rows - 2})`);
  expect((await verify('turku')).fault).toMatchObject({ seq: rows - 2, what: 'missing' });
});
