import { beforeAll, expect, test } from 'vitest';
import type { Guest } from '../../kernel/actor.ts';
import { testWorld } from '../../testing/database.ts';
import { absenceInput, addAbsence } from './add-absence.ts';
import { cancelAppointment } from './cancel.ts';
import { endFeed, openFeed, readFeed, readOneForCalendar, renewFeed } from './feed.ts';
import { appointmentFixtures } from './fixtures.ts';
import { removeAbsence } from './remove-hours.ts';

const world = await testWorld();
const { run, runAsGuest, database, clock } = world;
const { aPair, bookedBy } = appointmentFixtures(world);

beforeAll(() => clock.set('2026-03-02T07:00:00Z'));

const guest = (cityId = 'turku'): Guest => ({
  ...{ personId: null, name: '', role: 'guest', cityId, language: 'fi', requestId: 'test' },
});
const open = (secret: string, cityId?: string) => runAsGuest(guest(cityId), openFeed, secret);
const renewed = async (who: { actor: Parameters<typeof run>[0] }) =>
  (await run(who.actor, (work) => renewFeed(work), undefined)).secret;

test('a feed has the times of its person, as customer and as professional, and nobody else’s', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  const other = await world.aCustomer({ adviser });
  await bookedBy(other, { startsAt: '2026-03-03T08:20:00Z' });
  const mine = await open(await renewed(liisa));
  expect(mine).toMatchObject({ language: 'fi', events: [{ id, place: 'Linnankatu 1', version: 1 }] });
  expect(Object.keys(mine.events[0] ?? {}).sort()).toEqual([
    'changedAt',
    'endsAt',
    'id',
    'isOff',
    'place',
    'startsAt',
    'state',
    'version',
    'way',
  ]);
  expect((await open(await renewed(adviser))).events).toHaveLength(2);
});

test('what is cancelled is told to the calendar, and what is long over is left out', async () => {
  const { liisa } = await aPair();
  const secret = await renewed(liisa);
  const id = await bookedBy(liisa);
  await run(liisa.actor, cancelAppointment, { appointmentId: id, version: 1, word: '' });
  expect((await open(secret)).events).toMatchObject([{ id, state: 'cancelled', version: 2 }]);
  clock.set('2026-06-10T07:00:00Z');
  expect((await open(secret)).events).toEqual([]);
  clock.set('2026-03-02T07:00:00Z');
});

test('a time its professional is away from is told as uncertain from then on, until the absence is taken away', async () => {
  const { liisa, adviser } = await aPair();
  const secret = await renewed(liisa);
  const id = await bookedBy(liisa);
  const told = async () => [...(await open(secret)).events, ...(await run(liisa.actor, readOneForCalendar, id))];
  const away = () =>
    run(adviser.actor, addAbsence, absenceInput.parse({ fromOn: '2026-03-03', untilOn: '2026-03-03' }));
  clock.set('2026-03-02T08:00:00Z');
  const first = await away();
  const second = await away();
  const changedAt = new Date('2026-03-02T08:00:00Z');
  const off = { id, state: 'booked', isOff: true, version: 2, changedAt };
  expect(await told()).toMatchObject([off, off]);
  await run(adviser.actor, removeAbsence, first.id);
  expect(await told()).toMatchObject([off, off]);
  await run(adviser.actor, removeAbsence, second.id);
  expect(await told()).toMatchObject([
    { isOff: false, version: 3 },
    { isOff: false, version: 3 },
  ]);
  clock.set('2026-03-02T07:00:00Z');
});

test('renewing ends the address before, ending ends it; each unknown one looks the same', async () => {
  const { liisa } = await aPair();
  const first = await renewed(liisa);
  expect((await run(liisa.actor, (work) => readFeed(work), undefined))?.secret).toBe(first);
  const second = await renewed(liisa);
  expect(second).not.toBe(first);
  await expect(open(first)).rejects.toMatchObject({ code: 'notFound' });
  await open(second);
  await expect(open(second, 'espoo')).rejects.toMatchObject({ code: 'notFound' });
  await run(liisa.actor, (work) => endFeed(work), undefined);
  await run(liisa.actor, (work) => endFeed(work), undefined);
  expect(await run(liisa.actor, (work) => readFeed(work), undefined)).toBeNull();
  for (const secret of [second, '', 'x', `turku.${'a'.repeat(43)}`])
    await expect(open(secret)).rejects.toMatchObject({ code: 'notFound' });
});

test('the database keeps no secret, and who reads by the address stands in the use log', async () => {
  const { liisa } = await aPair();
  const secret = await renewed(liisa);
  await open(secret);
  const rows = await database.inCity('turku', async (tx) => ({
    feeds: await tx.selectFrom('calendarFeed').selectAll().execute(),
    uses: await tx
      .selectFrom('useLog')
      .select(['role', 'section', 'why'])
      .where('customerId', '=', liisa.customerId)
      .where('role', '=', 'guest')
      .execute(),
  }));
  expect(JSON.stringify(rows.feeds)).not.toContain(secret.slice(secret.indexOf('.') + 1));
  expect(rows.uses).toEqual([{ role: 'guest', section: 'calendar', why: 'calendar that follows' }]);
});

test('one appointment for a calendar is its two sides’ only', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  for (const who of [liisa, adviser]) expect(await run(who.actor, readOneForCalendar, id)).toMatchObject([{ id }]);
  const stranger = await world.aCustomer();
  await expect(run(stranger.actor, readOneForCalendar, id)).rejects.toMatchObject({ code: 'notFound' });
  const manager = await world.aStaffActor('manager');
  await expect(run(manager.actor, (work) => renewFeed(work), undefined)).rejects.toMatchObject({ code: 'notFound' });
});
