import { expect, test } from 'vitest';
import { readDoneForMe } from '../../kernel/acting/acted-for.ts';
import { actingEvents } from '../../kernel/acting/events.ts';
import { testWorld } from '../../testing/database.ts';
import { dialogueEvents } from '../events.ts';
import { addOpening, openingInput } from './add-opening.ts';
import { appointmentFixtures, tuesdayNine } from './fixtures.ts';
import {
  bookForCustomer,
  bookForCustomerBody,
  changeForCustomer,
  changeForCustomerInput,
  readForCustomer,
  readFreeForCustomer,
} from './for-customer.ts';
import { readAppointment, readMyAppointments } from './read-appointments.ts';

const world = await testWorld();
const { run, jobs } = world;
const { aPair, bookedBy, proposedBy, mailsTo } = appointmentFixtures(world);

const acted = { way: 'phone', reason: 'Puhelin ei avaa sivua' } as const;
const wish = (more: Record<string, unknown> = {}) =>
  bookForCustomerBody.parse({
    startsAt: tuesdayNine,
    way: 'inPerson',
    actedWay: 'phone',
    reason: acted.reason,
    ...more,
  });
const change = (appointmentId: string, more: Record<string, unknown>) =>
  changeForCustomerInput.parse({ appointmentId, version: 1, ...acted, ...more });
type Pair = Awaited<ReturnType<typeof aPair>>;
const doneFor = async ({ liisa }: Pair) =>
  (await run(liisa.actor, readDoneForMe, undefined)).map(({ what, path }) => `${what} ${path}`);
const stateOf = async ({ liisa }: Pair, id: string) => (await run(liisa.actor, readAppointment, id)).state;

test('a time taken by telephone is the customer’s, told to them and not to who took it', async () => {
  const pair = await aPair();
  const { liisa, adviser } = pair;
  const { customerId } = liisa;
  const { times } = await run(adviser.actor, readFreeForCustomer, { customerId });
  expect(times[0]?.startsAt).toEqual(new Date(tuesdayNine));
  jobs.takeEvents();
  const { id } = await run(adviser.actor, bookForCustomer, { customerId, ...wish() });
  const { coming } = await run(liisa.actor, readMyAppointments, undefined);
  expect(coming).toMatchObject([{ id, state: 'booked', way: 'inPerson', professionalId: adviser.personId }]);
  expect(await doneFor(pair)).toEqual([`appointmentBooked /appointments/${id}`]);
  await world.deliver({ ...dialogueEvents, ...actingEvents });
  expect(await mailsTo(adviser.personId)).toEqual([]);
  expect((await mailsTo(liisa.personId)).map(({ subject }) => subject)).toEqual(['Puolestasi tehtiin jotakin']);
});

test('a time somebody else has is taken for nobody, and nothing is written down', async () => {
  const pair = await aPair();
  const { customerId } = pair.liisa;
  await bookedBy(pair.liisa);
  const again = run(pair.adviser.actor, bookForCustomer, { customerId, ...wish() });
  await expect(again).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'startsAt' }] });
  expect(await doneFor(pair)).toEqual([]);
});

test('accepts, moves and cancels for the customer by the customer’s own rules', async () => {
  const pair = await aPair();
  const { adviser, liisa } = pair;
  const proposed = await proposedBy(adviser, liisa);
  await run(adviser.actor, changeForCustomer, change(proposed, { change: 'accept' }));
  expect(await stateOf(pair, proposed)).toBe('booked');
  const { one, times } = await run(adviser.actor, readForCustomer, proposed);
  expect(one.moves).toContain('move');
  const next = times[1]?.startsAt;
  const moved = change(proposed, { change: 'move', startsAt: next?.toISOString(), version: 2 });
  await run(adviser.actor, changeForCustomer, moved);
  // A customer's move is booked; a professional's would wait for the customer's word.
  expect(await run(liisa.actor, readAppointment, proposed)).toMatchObject({ state: 'booked', startsAt: next });
  await run(adviser.actor, changeForCustomer, change(proposed, { change: 'cancel', version: 3 }));
  expect(await run(liisa.actor, readAppointment, proposed)).toMatchObject({
    state: 'cancelled',
    cancelledBy: 'customer',
  });
  expect(await doneFor(pair)).toEqual([
    `appointmentCancelled /appointments/${proposed}`,
    `appointmentMoved /appointments/${proposed}`,
    `appointmentAccepted /appointments/${proposed}`,
  ]);
  const late = change(proposed, { change: 'cancel', version: 4 });
  await expect(run(adviser.actor, changeForCustomer, late)).rejects.toMatchObject({ code: 'notNow' });
});

test('not another’s customer, and not what the customer has with the other authority', async () => {
  const pair = await aPair();
  const other = await aPair();
  const { customerId } = pair.liisa;
  const notFound = { code: 'notFound' };
  await expect(run(other.adviser.actor, readFreeForCustomer, { customerId })).rejects.toMatchObject(notFound);
  await expect(run(other.adviser.actor, bookForCustomer, { customerId, ...wish() })).rejects.toMatchObject(notFound);
  const worker = await world.aSocialWorker({ caseload: [pair.liisa] });
  const hours = { weekday: 2, fromTime: '12:00', toTime: '13:00', slotMinutes: 30, ways: ['inPerson'] };
  await run(worker.actor, addOpening, openingInput.parse({ ...hours, address: 'Perhekeskus' }));
  const hers = await bookedBy(pair.liisa, { professionalId: worker.personId, startsAt: '2026-03-03T10:00:00.000Z' });
  await expect(run(pair.adviser.actor, readForCustomer, hers)).rejects.toMatchObject(notFound);
  const cancelled = run(pair.adviser.actor, changeForCustomer, change(hers, { change: 'cancel', word: 'Ei sovi' }));
  await expect(cancelled).rejects.toMatchObject(notFound);
  expect(await doneFor(pair)).toEqual([]);
});
