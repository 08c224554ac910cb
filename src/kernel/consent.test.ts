import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { consents, hasConsent, readConsents, setConsent } from './consent.ts';
import type { Work } from './work.ts';

const world = await testWorld();
const { run } = world;

const counted = async (work: Work, customerId: string): Promise<boolean> => {
  const agrees = consents(work.cityId, sql.ref('c.id'), 'matching', work.today);
  const rows = await work.tx
    .selectFrom('customer as c')
    .select('c.id')
    .where('c.cityId', '=', work.cityId)
    .where('c.id', '=', customerId)
    .where(agrees)
    .execute();
  return rows.length === 1;
};

test('what is given holds at once, and what is withdrawn is gone at once, in every query', async () => {
  const { actor, customerId } = await world.aCustomer();
  const holds = () =>
    run(
      actor,
      async (work) => [await hasConsent(work, customerId, 'matching'), await counted(work, customerId)],
      undefined,
    );
  expect(await holds()).toEqual([false, false]);
  await run(actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  expect(await holds()).toEqual([true, true]);
  await run(actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  expect(await holds()).toEqual([false, false]);
});

test('holds to the end of its last day and not a day longer', async () => {
  const { actor, customerId } = await world.aCustomer();
  await run(actor, setConsent, { what: 'matching', isGiven: true, untilOn: '2026-03-04' });
  world.clock.set('2026-03-04T21:59:00Z');
  expect(await run(actor, (work) => counted(work, customerId), undefined)).toBe(true);
  world.clock.set('2026-03-04T22:01:00Z');
  expect(await run(actor, (work) => counted(work, customerId), undefined)).toBe(false);
  world.clock.set('2026-03-02T07:00:00Z');
});

test('giving it anew replaces the earlier one and keeps it in the history', async () => {
  const { actor, customerId } = await world.aCustomer();
  await run(actor, setConsent, { what: 'adviserKnowHow', isGiven: true, untilOn: '2026-05-01' });
  await run(actor, setConsent, { what: 'adviserKnowHow', isGiven: true, untilOn: null });
  const state = await run(actor, readConsents, undefined);
  expect(state.find(({ what }) => what === 'adviserKnowHow')).toMatchObject({ untilOn: null, givenAt: world.clock() });
  const rows = await world.database.inCity('turku', (tx) =>
    tx
      .selectFrom('consent')
      .select('withdrawnAt')
      .where('cityId', '=', 'turku')
      .where('customerId', '=', customerId)
      .execute(),
  );
  expect(rows.map((row) => row.withdrawnAt === null).sort()).toEqual([false, true]);
});

test('refuses a last day that has passed', async () => {
  const { actor } = await world.aCustomer();
  await expect(
    run(actor, setConsent, { what: 'matching', isGiven: true, untilOn: '2026-03-01' }),
  ).rejects.toMatchObject({ code: 'badInput' });
});
