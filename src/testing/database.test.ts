import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readConsents, setConsent } from '../kernel/consent.ts';
import { testWorld } from './database.ts';

const world = await testWorld();

test("a use case runs in the city of its actor, on a database of the file's own", async () => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine', consents: ['adviserKnowHow'] });
  await world.run(liisa.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  const found = await world.run(liisa.actor, (work) => readConsents(work), undefined);
  expect(found.filter(({ givenAt }) => givenAt !== null)).toHaveLength(2);
  expect(world.jobs.topics()).toEqual(['consentChanged']);
});

test('the builders make everybody the roles need', async () => {
  const customer = await world.aCustomer({ city: 'espoo' });
  const adviser = await world.anAdviser({ city: 'espoo', caseload: [customer] });
  const contact = await world.aBusinessContact({ city: 'espoo' });
  const count = await world.database.inCity('espoo', (tx) =>
    sql<{ n: number }>`select count(*) n from caseload`.execute(tx),
  );
  expect(count.rows[0]?.n).toBe(1);
  expect(adviser.actor.role).toBe('adviser');
  expect(contact.actor.businessId).toBe(contact.businessId);
});

test('the connection holds no power: it reads as tuttu_app', async () => {
  const { rows } = await world.database.acrossCities((tx) =>
    sql<{ who: string }>`select current_user as who`.execute(tx),
  );
  expect(rows[0]?.who).toBe('tuttu_app');
});
