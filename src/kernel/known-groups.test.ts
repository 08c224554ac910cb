import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { setConsent } from './consent.ts';
import { forgetGroups } from './known-groups.ts';
import { registerPerson } from './register-person.ts';

const world = await testWorld();

const groupsOf = (customerId: string) =>
  world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('customer')
      .select(['birthYear', 'gender'])
      .where('cityId', '=', 'turku')
      .where('id', '=', customerId)
      .executeTakeFirstOrThrow(),
  );
const agree = (customer: Awaited<ReturnType<typeof world.aCustomer>>, isGiven: boolean) =>
  world.run(customer.actor, setConsent, { what: 'biasReport', isGiven, untilOn: null });

test('year of birth and sex are known only while their holder agrees to the bias report', async () => {
  const identity = {
    issuer: 'https://test.invalid',
    subject: 'coded',
    name: 'Liisa',
    email: null,
    language: 'fi' as const,
  };
  const personId = await world.database.acrossCities((tx) =>
    registerPerson(tx, world.services.secrets, { ...identity, identityCode: '131052-308T' }),
  );
  const liisa = await world.aCustomer({ personId });
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  expect(await groupsOf(liisa.customerId)).toEqual({ birthYear: null, gender: null });
  await agree(liisa, true);
  expect(await groupsOf(liisa.customerId)).toEqual({ birthYear: 1952, gender: 'female' });
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  expect(await groupsOf(liisa.customerId)).toEqual({ birthYear: 1952, gender: 'female' });
  await agree(liisa, false);
  expect(await groupsOf(liisa.customerId)).toEqual({ birthYear: null, gender: null });
});

test('who has no identity code agrees all the same', async () => {
  const maria = await world.aCustomer();
  await agree(maria, true);
  expect(await groupsOf(maria.customerId)).toEqual({ birthYear: null, gender: null });
});

test('when the last day of the consent is over they are removed by themselves; nobody else is touched', async () => {
  const known = { birthYear: 1952, gender: 'female' as const };
  const aKnown = async (untilOn: string | null) => {
    const { actor, customerId } = await world.aCustomer();
    if (untilOn) await world.run(actor, setConsent, { what: 'biasReport', isGiven: true, untilOn });
    await world.database.inCity('turku', (tx) =>
      tx.updateTable('customer').set(known).where('cityId', '=', 'turku').where('id', '=', customerId).execute(),
    );
    return { actor, customerId };
  };
  const [ending, longer, never] = [await aKnown('2026-03-02'), await aKnown('2026-03-03'), await aKnown(null)];
  const again = await aKnown('2026-03-02');
  await world.run(again.actor, setConsent, { what: 'biasReport', isGiven: true, untilOn: null });
  await world.database.inCity('turku', (tx) => forgetGroups(tx, { cityId: 'turku', today: '2026-03-02' }));
  expect(await groupsOf(ending.customerId)).toEqual(known);
  await world.database.inCity('turku', (tx) => forgetGroups(tx, { cityId: 'turku', today: '2026-03-03' }));
  expect(await groupsOf(ending.customerId)).toEqual({ birthYear: null, gender: null });
  for (const { customerId } of [longer, never, again]) expect(await groupsOf(customerId)).toEqual(known);
});
