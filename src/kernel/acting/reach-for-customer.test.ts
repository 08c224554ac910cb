import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { saveAccount } from '../account.ts';
import { readOwnReach } from '../notices/own-reach.ts';
import { disputeActed, readDoneByMe, readDoneForCustomer, readDoneForMe } from './acted-for.ts';
import { chooseReachForCustomer, readReachForCustomer } from './reach-for-customer.ts';

const world = await testWorld();
const { run } = world;

const quietly = {
  choices: [{ about: 'appointments' as const, byMail: false, bySms: true, pace: 'atOnce' as const }],
  ...{ quietFrom: 19, quietUntil: 9, quietMail: true, way: 'phone' as const, reason: 'Hän soitti' },
};

test('how a customer is reached is changed for them; what does not work is given, what works is theirs alone to change', async () => {
  const liisa = await world.aCustomer();
  await run(liisa.actor, saveAccount, { email: null, wantsNotices: null, version: 1 });
  const adviser = await world.anAdviser({ caseload: [liisa] });
  const { customerId } = liisa;
  const before = await run(adviser.actor, readReachForCustomer, { customerId });
  expect(before).toMatchObject({ hasMail: false, canGiveMail: true, version: 1 });
  const email = 'liisa@example.invalid';
  await run(adviser.actor, chooseReachForCustomer, { customerId, version: 1, email, ...quietly });
  const own = await run(liisa.actor, readOwnReach, undefined);
  expect(own).toMatchObject({ email, quiet: { from: 19, until: 9, alsoMail: true, isOwn: true } });
  expect(own.choices.find(({ about }) => about === 'appointments')).toMatchObject({ byMail: false, bySms: true });
  // The adviser's own ways are as they were.
  expect((await run(adviser.actor, readOwnReach, undefined)).quiet.isOwn).toBe(false);
  const seen = await run(adviser.actor, readReachForCustomer, { customerId });
  expect(seen).toMatchObject({ hasMail: true, canGiveMail: false });
  expect(JSON.stringify(seen)).not.toContain(email);
  const elsewhere = { customerId, version: 2, email: 'muu@example.invalid', ...quietly };
  await expect(run(adviser.actor, chooseReachForCustomer, elsewhere)).rejects.toMatchObject({
    code: 'badInput',
    fields: [{ field: 'email' }],
  });
  const stranger = await world.anAdviser();
  await expect(run(stranger.actor, readReachForCustomer, { customerId })).rejects.toMatchObject({ code: 'notFound' });
});

test('an adviser sees what they have done for customers they look after, what is disputed first', async () => {
  const [liisa, aino] = [await world.aCustomer({ name: 'Liisa' }), await world.aCustomer({ name: 'Aino' })];
  const adviser = await world.anAdviser({ caseload: [liisa, aino] });
  for (const { customerId } of [aino, liisa])
    await run(adviser.actor, chooseReachForCustomer, { customerId, version: 1, email: null, ...quietly });
  const [acted] = await run(aino.actor, readDoneForMe, undefined);
  await run(aino.actor, disputeActed, { actedForId: acted?.id ?? '', version: 1, word: 'En sanonut näin' });
  const namesOf = async () =>
    (await run(adviser.actor, readDoneByMe, undefined)).map(({ customerName, state }) => `${customerName} ${state}`);
  expect(await namesOf()).toEqual(['Aino disputed', 'Liisa told']);
  const { done } = await run(adviser.actor, readDoneForCustomer, { customerId: aino.customerId });
  expect(done).toMatchObject([{ id: acted?.id, moves: ['answer'] }]);
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', aino.customerId).execute(),
  );
  expect(await namesOf()).toEqual(['Liisa told']);
  const gone = run(adviser.actor, readDoneForCustomer, { customerId: aino.customerId });
  await expect(gone).rejects.toMatchObject({ code: 'notFound' });
});
