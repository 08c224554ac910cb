import { beforeEach, expect, test } from 'vitest';
import { addOpening, book, bookInput, openingInput, sayOutcome } from '../../dialogue/index.ts';
import { testWorld } from '../../testing/database.ts';
import { pathEvents } from '../events.ts';
import { pathFixtures } from '../fixtures.ts';
import { recordTalk } from './record-talk.ts';
import { setJobSearch } from './set-job-search.ts';

const world = await testWorld();
const { run, clock, database } = world;
const { aPair } = pathFixtures(world);

type Wish = { kind: string; way?: string; phone?: string; begunOn?: string | null; before?: string };

beforeEach(() => clock.set('2026-03-02T07:00:00Z'));

/** An appointment on Tuesday 3.3.2026 that was held; what is then written down of talks. */
const talksAfter = async ({ begunOn = '2026-02-20', before, ...wish }: Wish) => {
  clock.set('2026-03-02T07:00:00Z');
  const { liisa, adviser } = await aPair();
  const { customerId } = liisa;
  if (begunOn !== null) await run(adviser.actor, setJobSearch, { customerId, begunOn, version: 0 });
  const first = { customerId, kind: 'firstInterview', how: 'inPerson', howWhy: '' } as const;
  if (before) await run(adviser.actor, recordTalk, { ...first, heldOn: before });
  const hours = { weekday: 2, fromTime: '09:00', toTime: '11:00', slotMinutes: 30, ways: ['inPerson', 'phone'] };
  await run(adviser.actor, addOpening, openingInput.parse({ ...hours, address: 'Linnankatu 1' }));
  const booked = await run(liisa.actor, book, bookInput.parse({ startsAt: '2026-03-03T07:00:00Z', ...wish }));
  if (booked.outcome !== 'got') throw new Error(booked.outcome);
  world.jobs.takeEvents();
  clock.set('2026-03-03T07:30:00Z');
  await run(adviser.actor, sayOutcome, { appointmentId: booked.id, version: 1, outcome: 'held' });
  await world.deliver(pathEvents);
  return database.inCity('turku', (tx) =>
    tx.selectFrom('talk').select(['kind', 'heldOn', 'how', 'byName']).where('customerId', '=', customerId).execute(),
  );
};

test('a talk the law asks for that was held at an appointment is written down', async () => {
  expect(await talksAfter({ kind: 'followUp', way: 'phone', phone: '040 123 4567' })).toEqual([
    { kind: 'followUp', heldOn: '2026-03-03', how: 'phone', byName: 'Outi Ohjaaja' },
  ]);
  expect(await talksAfter({ kind: 'firstInterview' })).toMatchObject([{ kind: 'firstInterview', how: 'inPerson' }]);
});

test('of another kind, without a job search, or another way than the law wants, nothing is', async () => {
  expect(await talksAfter({ kind: 'other' })).toEqual([]);
  expect(await talksAfter({ kind: 'followUp', begunOn: null })).toEqual([]);
  expect(await talksAfter({ kind: 'firstInterview', way: 'phone', phone: '040 123 4567' })).toEqual([]);
});

test('a second first interview of a job search is not, as by hand', async () => {
  expect(await talksAfter({ kind: 'firstInterview', before: '2026-02-25' })).toMatchObject([{ heldOn: '2026-02-25' }]);
  expect(await talksAfter({ kind: 'followUp', before: '2026-02-25' })).toHaveLength(2);
});

test('what was written down stands in the use log as the adviser’s', async () => {
  await talksAfter({ kind: 'firstInterview' });
  const logged = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['personName', 'role', 'section', 'action'])
      .where('why', '=', 'wrote down a talk')
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  expect(logged).toEqual({ personName: 'Outi Ohjaaja', role: 'adviser', section: 'rhythm', action: 'write' });
});
