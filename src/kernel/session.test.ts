import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { absoluteLimit, endAllSessions, findSession, idleLimit, startSession } from './session.ts';

const world = await testWorld();
const { database } = world;
const start = new Date('2026-03-02T07:00:00Z');
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);
const find = (token: string, now: Date) => findSession(database, { token, now, requestId: 'r' });

const open = async () => {
  const { actor, personId } = await world.anAdviser();
  const capacity = { cityId: actor.cityId, role: actor.role, businessId: null };
  const token = await database.acrossCities((tx) =>
    startSession(tx, { personId, capacity, kind: 'browser', now: start }),
  );
  return { token, personId, actor };
};

test('finds who is acting, in which role and city', async () => {
  const { token, personId, actor } = await open();
  expect((await find(token, start))?.actor).toMatchObject({
    personId,
    role: 'adviser',
    cityId: 'turku',
    name: actor.name,
  });
  expect(await find(`${token}x`, start)).toBeNull();
});

test('ends after an hour without use, not while it is used', async () => {
  const { token } = await open();
  expect(await find(token, later(idleLimit - 1))).not.toBeNull();
  expect(await find(token, later(2 * idleLimit - 2))).not.toBeNull();
  expect(await find(token, later(3 * idleLimit))).toBeNull();
});

test('ends after twelve hours however busy', async () => {
  const { token } = await open();
  for (let at = 0; at < absoluteLimit; at += idleLimit / 2) expect(await find(token, later(at))).not.toBeNull();
  expect(await find(token, later(absoluteLimit))).toBeNull();
});

test('log-out everywhere ends every session and token of the person, and of nobody else', async () => {
  const one = await open();
  const other = await open();
  const token = await world.aToken(one);
  await database.acrossCities((tx) => endAllSessions(tx, one.personId, start));
  expect([await find(one.token, start), await find(token, start)]).toEqual([null, null]);
  expect(await find(other.token, start)).not.toBeNull();
});

test('a role taken away is gone at the next request; the person stays logged in without it', async () => {
  const { token, personId } = await open();
  await database.inCity('turku', (tx) =>
    tx
      .updateTable('roleAssignment')
      .set({ toOn: '2026-03-02' })
      .where('cityId', '=', 'turku')
      .where('personId', '=', personId)
      .execute(),
  );
  expect(await find(token, start)).toMatchObject({ personId, actor: null });
});

test('keeps no secret that could be used again', async () => {
  const { token } = await open();
  const rows = await database.acrossCities((tx) => tx.selectFrom('session').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(token);
});
