import { expect, test } from 'vitest';
import { setConsent } from '../../kernel/consent.ts';
import type { Work } from '../../kernel/work.ts';
import { testWorld } from '../../testing/database.ts';
import { aChallenge, apartSkills, keep } from '../fixtures.ts';
import { forgetChanges } from './changes.ts';
import type { CityIndex } from './city-index.ts';
import { findBest } from './find-best.ts';
import { keyOfHeld, keyOfNeed } from './keys.ts';
import { createMatchingIndex } from './matching-index.ts';
import { stands } from './segment.ts';

const world = await testWorld();
const [skillId = 0, other = 0] = await apartSkills(world, 2);
const today = '2026-03-02';
const place = (tx: Work['tx'], now = world.clock()) => ({ tx, cityId: 'turku', today, now });
const fail = (error: unknown) => {
  throw error;
};

const holders = (index: CityIndex | null, wanted = skillId): string[] => {
  if (!index) throw new Error('not built');
  const groups = [{ wanted: [{ key: keyOfHeld(wanted, null), points: 10 }], heldFrom: 6, isMust: false }];
  return findBest(index.people, { groups, accepts: () => true, limit: 1000 }).map(({ id }) => id);
};

const standing = ({ people }: CityIndex): number =>
  Array.from({ length: people.count }, (_, document) => document).filter((one) => stands(people, one)).length;

/** As another process of the app would have it. */
const aProcess = async () => {
  const index = createMatchingIndex(world.database, fail);
  await index.whenBuilt({ cityId: 'turku', today, now: world.clock() });
  return () => world.database.inCity('turku', (tx) => index.of(place(tx)));
};

test('every process follows: a skill kept, a consent given and withdrawn, a skill hidden, each at the next question', async () => {
  const early = await world.aCustomer({ consents: ['matching'] });
  await keep(world, early, { [skillId]: [] });
  const [here, there] = [await aProcess(), await aProcess()];
  const late = await world.aCustomer();
  await keep(world, late, { [skillId]: [] });
  for (const look of [here, there]) expect(holders(await look())).toEqual([early.customerId]);
  await world.run(late.actor, setConsent, { what: 'matching', isGiven: true, untilOn: null });
  for (const look of [here, there])
    expect(holders(await look()).sort()).toEqual([early.customerId, late.customerId].sort());
  await world.run(early.actor, setConsent, { what: 'matching', isGiven: false, untilOn: null });
  for (const look of [here, there]) expect(holders(await look())).toEqual([late.customerId]);
  const hide = (hiddenAt: Date | null) =>
    world.database.inCity('turku', (tx) =>
      tx.updateTable('knowHow').set({ hiddenAt }).where('customerId', '=', late.customerId).execute(),
    );
  await hide(world.clock());
  for (const look of [here, there]) expect(holders(await look())).toEqual([]);
  await hide(null);
  for (const look of [here, there]) expect(holders(await look())).toEqual([late.customerId]);
});

test('a change that is committed after a later one has been read is not missed', async () => {
  const slow = await world.aCustomer({ consents: ['matching'] });
  const quick = await world.aCustomer({ consents: ['matching'] });
  if (world.isEmbedded) return; // One session: nothing runs beside.
  const look = await aProcess();
  const row = { cityId: 'turku', skillId: other, state: 'kept' as const, origin: 'added' as const, because: '[]' };
  const add = (tx: Work['tx'], { customerId }: { customerId: string }) =>
    tx
      .insertInto('knowHow')
      .values({ ...row, id: customerId, customerId, storyId: null, score: null, decidedAt: world.clock() })
      .execute();
  await world.database.inCity('turku', async (tx) => {
    await add(tx, slow);
    await world.database.inCity('turku', (beside) => add(beside, quick));
    expect(holders(await look(), other)).toEqual([quick.customerId]);
  });
  expect(holders(await look(), other).sort()).toEqual([slow.customerId, quick.customerId].sort());
});

test('what changes while the index is built is followed afterwards, and nobody is in it twice', async () => {
  const look = await aProcess();
  const someone = await world.aCustomer({ consents: ['matching'] });
  const index = createMatchingIndex(world.database, fail);
  const building = index.whenBuilt({ cityId: 'turku', today, now: world.clock() });
  await keep(world, someone, { [other]: [] });
  await building;
  const built = await world.database.inCity('turku', (tx) => index.of(place(tx)));
  expect(holders(built, other)).toContain(someone.customerId);
  expect(standing(built as CityIndex)).toBe(standing((await look()) as CityIndex));
});

test('an index that slept until its changes were forgotten begins anew', async () => {
  const index = createMatchingIndex(world.database, fail);
  const look = () => world.database.inCity('turku', (tx) => index.of(place(tx)));
  await index.whenBuilt({ cityId: 'turku', today, now: world.clock() });
  expect(await look()).not.toBeNull();
  const someone = await world.aCustomer({ consents: ['matching'] });
  await keep(world, someone, { [skillId]: [] });
  world.clock.set('2026-03-03T07:00:00Z');
  await world.database.inCity('turku', (tx) => forgetChanges(tx, 'turku', new Date('2100-01-01')));
  expect(await look()).toBeNull();
  await index.whenBuilt({ cityId: 'turku', today, now: world.clock() });
  expect(holders(await look())).toContain(someone.customerId);
});

test('a challenge that is closed is gone from every process at the next question', async () => {
  const contact = await world.aBusinessContact();
  const looks = [await aProcess(), await aProcess()];
  const challengeId = await aChallenge(world, contact, { needs: [{ skillId: other }] });
  const found = async (look: () => Promise<CityIndex | null>) => {
    const index = await look();
    if (!index) throw new Error('not built');
    const groups = [{ wanted: [{ key: keyOfNeed(other, null), points: 100 }], heldFrom: 0, isMust: false }];
    const query = { groups, accepts: () => true, full: 100, limit: 100 };
    return findBest(index.challenges, query).map(({ id }) => id);
  };
  for (const look of looks) expect(await found(look)).toContain(challengeId);
  await world.database.inCity('turku', (tx) =>
    tx.updateTable('challenge').set({ state: 'closed' }).where('id', '=', challengeId).execute(),
  );
  for (const look of looks) expect(await found(look)).not.toContain(challengeId);
});

test('when it is built anew the old one serves on, up to date, until the new one stands', async () => {
  const look = await aProcess();
  const before = (await look()) as CityIndex;
  const someone = await world.aCustomer({ consents: ['matching'] });
  await keep(world, someone, { [skillId]: [] });
  // As worn as a year of changes would leave it.
  before.people.goneCount = 1_000_000;
  const meanwhile = await look();
  expect(meanwhile).toBe(before);
  expect(holders(meanwhile)).toContain(someone.customerId);
  await expect.poll(async () => (await look()) !== before, { timeout: 10_000, interval: 20 }).toBe(true);
  expect(holders(await look())).toContain(someone.customerId);
});
