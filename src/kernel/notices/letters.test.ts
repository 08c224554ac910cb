import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { readAccount, saveAccount } from '../account.ts';
import { exportLetters, listLetters, sayPosted } from './letters.ts';
import { readOwnNotices } from './read-notices.ts';

const world = await testWorld();
const { run } = world;
const coordinator = await world.aStaffActor('coordinator');
const adviser = await world.anAdviser();

const aCustomerWithoutMail = async (name: string) => {
  const customer = await world.aCustomer({ name });
  const { version } = await run(customer.actor, readAccount, undefined);
  await run(customer.actor, saveAccount, { email: null, wantsNotices: true, version });
  await run(customer.actor, async (work) => work.emit('told', {}), undefined);
  await world.deliver({
    told: ({ notify }) => notify({ personId: customer.personId, kind: 'stepAgreed', values: {}, path: '/plan' }),
  });
  return customer;
};
const logged = (customerId: string) =>
  world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['section', 'action'])
      .where('customerId', '=', customerId)
      .where('section', '=', 'letters')
      .execute(),
  );

test('what cannot go otherwise is listed, printed and said to be posted, and its reader sees each', async () => {
  const aino = await aCustomerWithoutMail('Aino Paperi');
  const { letters } = await run(coordinator.actor, listLetters, { page: 1 });
  expect(letters).toMatchObject([{ name: 'Aino Paperi', subject: 'Askeleesta sovittiin' }]);
  expect(await run(coordinator.actor, exportLetters, undefined)).toHaveLength(1);
  const letterIds = letters.map(({ id }) => id);
  expect(await run(coordinator.actor, sayPosted, { letterIds })).toEqual({ posted: 1 });
  expect((await run(coordinator.actor, listLetters, { page: 1 })).letters).toEqual([]);
  await expect(run(coordinator.actor, sayPosted, { letterIds })).rejects.toMatchObject({ code: 'notNow' });
  expect((await run(aino.actor, readOwnNotices, {})).notices).toMatchObject([{ channel: 'letter', state: 'posted' }]);
  expect((await logged(aino.customerId)).map(({ action }) => action).sort()).toEqual(['export', 'list', 'write']);
});

test('nobody else sees them, and a coordinator not those of a secret identity', async () => {
  await expect(run(adviser.actor, listLetters, { page: 1 })).rejects.toMatchObject({ code: 'notFound' });
  const secret = await aCustomerWithoutMail('Salla Salainen');
  const found = await run(coordinator.actor, listLetters, { page: 1 });
  expect(found.letters).toHaveLength(1);
  await world.database.inCity('turku', (tx) =>
    tx
      .insertInto('protection')
      .values({
        ...{
          cityId: 'turku',
          id: crypto.randomUUID(),
          customerId: secret.customerId,
          kind: 'secretIdentity',
          ground: 'DVV',
        },
        ...{ untilOn: null, setAt: world.clock(), setBy: adviser.personId, setName: 'A', endedAt: null },
      })
      .execute(),
  );
  expect((await run(coordinator.actor, listLetters, { page: 1 })).letters).toEqual([]);
  const letterIds = found.letters.map(({ id }) => id);
  await expect(run(coordinator.actor, sayPosted, { letterIds })).rejects.toMatchObject({ code: 'notFound' });
});
