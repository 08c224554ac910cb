import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { setConsent } from './consent.ts';
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
