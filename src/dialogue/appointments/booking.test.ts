import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { acceptAppointment } from './accept.ts';
import { absenceInput, addAbsence } from './add-absence.ts';
import { addOpening, openingInput } from './add-opening.ts';
import { bookInput } from './book.ts';
import { cancelAppointment } from './cancel.ts';
import { appointmentFixtures, type Pair, tuesdayNine, tuesdayTen } from './fixtures.ts';
import { moveAppointment, moveInput } from './move-appointment.ts';
import { readAppointment, readMyAppointments, readMyWeek } from './read-appointments.ts';
import { readFree, readFreeToMove, readFreeToPropose } from './read-free.ts';
import { readHours } from './read-hours.ts';
import { removeAbsence, removeOpening } from './remove-hours.ts';
import { sayOutcome } from './say-outcome.ts';

const world = await testWorld();
const { run, database, clock } = world;
const { aPair, books, bookedBy, proposes, proposedBy, opens } = appointmentFixtures(world);

const seen = (who: Made, id: string) => run(who.actor, readAppointment, id);
const moves = (who: Made, appointmentId: string, startsAt: string | null, more = {}) =>
  run(who.actor, moveAppointment, moveInput.parse({ appointmentId, version: 1, startsAt, ...more }));
const cancels = (who: Made, appointmentId: string, word = '', version = 1) =>
  run(who.actor, cancelAppointment, { appointmentId, version, word });
const away = (who: Made, fromOn: string, untilOn = fromOn, more = {}) =>
  run(who.actor, addAbsence, absenceInput.parse({ fromOn, untilOn, ...more }));
const freeOf = async (who: MadeCustomer) =>
  (await run(who.actor, readFree, { professionalId: null })).times.map(({ startsAt }) => startsAt.toISOString());
const start = () => clock.set('2026-03-02T07:00:00Z');

beforeAll(start);

test('a customer takes a time of their adviser, with what is to be known of it, and it is not free any more', async () => {
  const { liisa, adviser } = await aPair();
  expect((await freeOf(liisa)).slice(0, 4)).toEqual([
    tuesdayNine,
    '2026-03-03T07:40:00.000Z',
    '2026-03-03T08:20:00.000Z',
    '2026-03-10T07:00:00.000Z',
  ]);
  const id = await bookedBy(liisa, { interpreter: 'ar', message: 'Tulen bussilla.', kind: 'followUp' });
  expect(await seen(adviser, id)).toMatchObject({
    ...{ standing: 'booked', way: 'inPerson', place: 'Linnankatu 1', interpreter: 'ar', message: 'Tulen bussilla.' },
    ...{ customerName: 'Liisa Laine', kind: 'followUp', version: 1, moves: ['move', 'cancel'] },
  });
  expect((await freeOf(liisa))[0]).toBe('2026-03-03T07:40:00.000Z');
  const mine = await run(liisa.actor, (work) => readMyAppointments(work), undefined);
  expect(mine).toMatchObject({ coming: [{ id, moves: ['move', 'cancel'] }], past: [] });
  expect(mine.professionals).toEqual([{ personId: adviser.personId, name: 'Outi Ohjaaja', role: 'adviser' }]);
});

test('without a time named, the first that is free is taken', async () => {
  const { liisa } = await aPair();
  expect(await books(liisa, { startsAt: null })).toMatchObject({ outcome: 'got', startsAt: new Date(tuesdayNine) });
  expect(await books(liisa, { startsAt: null })).toMatchObject({ startsAt: new Date('2026-03-03T07:40:00Z') });
});

test('who comes second hears which times are near', async () => {
  const { liisa, adviser } = await aPair();
  const other = await world.aCustomer({ adviser });
  await bookedBy(liisa);
  const answer = await books(other);
  expect(answer).toMatchObject({
    outcome: 'taken',
    nearest: [{ startsAt: new Date('2026-03-03T07:40:00Z') }, {}, {}, {}, {}],
  });
});

test('B6: of 200 people after ten times exactly ten get one, each another, and 190 hear what is near', async () => {
  const adviser = await world.anAdviser();
  await opens(adviser, { toTime: '11:30', slotMinutes: 10, fromOn: '2026-03-03', untilOn: '2026-03-03' });
  await opens(adviser, { toTime: '10:00', slotMinutes: 10, weekday: 3, untilOn: '2026-03-04' });
  const people: MadeCustomer[] = [];
  while (people.length < 200)
    people.push(...(await Promise.all(Array.from({ length: 20 }, () => world.aCustomer({ adviser })))));
  const first = people[0] as MadeCustomer;
  const ten = (await freeOf(first)).slice(0, 10);
  expect(ten).toHaveLength(10);
  const answers = await Promise.all(people.map((one, at) => books(one, { startsAt: ten[Math.floor(at / 20)] })));
  const got = answers.flatMap((answer) => (answer.outcome === 'got' ? [answer.startsAt.toISOString()] : []));
  expect([...got].sort()).toEqual(ten);
  expect(answers.filter(({ outcome }) => outcome === 'taken')).toHaveLength(190);
}, 60_000);

test('the database itself gives one time to one: two that meet are refused, whoever writes them', async () => {
  const { liisa, adviser } = await aPair();
  const other = await world.aCustomer({ adviser });
  const rival = await world.anAdviser();
  const write = (customerId: string, professionalId: string, from: string, until: string, state = 'booked') =>
    database.inCity('turku', (tx) =>
      sql`insert into appointment (city_id, id, customer_id, professional_id, role, kind, state, starts_at, ends_at, way, created_at, changed_at)
        values ('turku', ${newId()}, ${customerId}, ${professionalId}, 'adviser', 'other', ${state}, ${from}, ${until}, 'phone', now(), now())`.execute(
        tx,
      ),
    );
  await write(liisa.customerId, adviser.personId, '2026-05-04T09:00Z', '2026-05-04T09:30Z');
  await expect(write(other.customerId, adviser.personId, '2026-05-04T09:29Z', '2026-05-04T09:40Z')).rejects.toThrow(
    'one_customer_at_a_time',
  );
  await expect(
    write(liisa.customerId, rival.personId, '2026-05-04T09:00Z', '2026-05-04T09:30Z', 'proposed'),
  ).rejects.toThrow('one_place_at_a_time');
  await write(other.customerId, adviser.personId, '2026-05-04T09:30Z', '2026-05-04T10:00Z');
  await write(other.customerId, rival.personId, '2026-05-04T09:00Z', '2026-05-04T09:30Z');
});

test('one is not in two places: a time that meets another of one’s own is not taken', async () => {
  const { liisa, adviser } = await aPair();
  const second = await world.anAdviser({ caseload: [liisa] });
  await opens(second);
  const id = await bookedBy(liisa, { professionalId: adviser.personId });
  expect(await books(liisa, { professionalId: second.personId })).toEqual({
    ...{ outcome: 'clash', appointmentId: id, startsAt: new Date(tuesdayNine) },
  });
  const shown = await run(liisa.actor, readFree, { professionalId: second.personId });
  expect(shown.times[0]?.startsAt.toISOString()).toBe('2026-03-03T07:40:00.000Z');
});

test('a time too near, too far, in the past or of no rule is taken for taken', async () => {
  const { liisa } = await aPair();
  for (const startsAt of ['2026-03-02T06:00:00Z', tuesdayTen, '2026-05-05T06:00:00Z', '2025-03-04T07:00:00Z'])
    expect((await books(liisa, { startsAt })).outcome).toBe('taken');
  clock.set('2026-03-02T19:00:00Z');
  expect((await books(liisa, { startsAt: tuesdayNine })).outcome).toBe('got');
  start();
});

test('by phone a number is needed; a way the time does not have is not taken', async () => {
  const { liisa } = await aPair();
  await expect(books(liisa, { way: 'phone' })).rejects.toMatchObject({ fields: [{ field: 'phone' }] });
  await expect(books(liisa, { way: 'video' })).rejects.toMatchObject({
    fields: [{ field: 'way', message: 'appointments.way.notThen' }],
  });
  const id = await bookedBy(liisa, { way: 'phone', phone: '040 123 4567' });
  expect(await seen(liisa, id)).toMatchObject({ way: 'phone', place: '040 123 4567' });
  expect(bookInput.safeParse({ phone: 'soita mulle' }).success).toBe(false);
});

test('a first interview is offered until it has been held, and again in another job search', async () => {
  const { liisa, adviser } = await aPair();
  const offered = async () => [
    (await run(liisa.actor, readFree, { professionalId: null })).kinds.includes('firstInterview'),
    (await run(adviser.actor, readFreeToPropose, liisa.customerId)).kinds.includes('firstInterview'),
  ];
  expect(await offered()).toEqual([true, true]);
  const { personId: byId } = adviser;
  const { cityId, customerId } = { cityId: 'turku', customerId: liisa.customerId };
  await database.inCity('turku', (tx) =>
    tx
      .insertInto('talk')
      .values({
        ...{ cityId, id: newId(), customerId, kind: 'firstInterview', heldOn: '2026-02-20', how: 'phone', howWhy: '' },
        ...{ byId, byName: 'Outi', at: clock() },
      })
      .execute(),
  );
  expect(await offered()).toEqual([false, false]);
  await database.inCity('turku', async (tx) => {
    const { id: modelId } = await tx.selectFrom('processModel').select('id').limit(1).executeTakeFirstOrThrow();
    const written = { writtenBy: byId, writtenName: 'Outi', writtenAt: clock() };
    const search = { cityId, id: newId(), customerId, modelId, begunOn: '2026-03-01', endedOn: null, ...written };
    await tx.insertInto('jobSearch').values(search).execute();
  });
  expect(await offered()).toEqual([true, true]);
});

test('with one professional one has as many times ahead as the city says', async () => {
  const { liisa } = await aPair({ toTime: '15:00' });
  for (const count of [1, 2, 3])
    expect([count, (await books(liisa, { startsAt: null })).outcome]).toEqual([count, 'got']);
  await expect(books(liisa, { startsAt: null })).rejects.toMatchObject({ fields: [{ field: 'startsAt' }] });
});

test('who has nobody, or names somebody else’s adviser, gets no times', async () => {
  const alone = await world.aCustomer();
  await expect(books(alone)).rejects.toMatchObject({ code: 'notNow' });
  const { liisa } = await aPair();
  const stranger = await world.anAdviser();
  await opens(stranger);
  await expect(books(liisa, { professionalId: stranger.personId })).rejects.toMatchObject({ code: 'badInput' });
});

test('a professional proposes any time of theirs; the customer takes it, and until then nobody else does', async () => {
  const { liisa, adviser } = await aPair();
  const other = await world.aCustomer({ adviser });
  const id = await proposedBy(adviser, liisa, { startsAt: tuesdayNine, message: 'Käykö tämä?' });
  expect((await books(other)).outcome).toBe('taken');
  expect(await seen(liisa, id)).toMatchObject({
    standing: 'proposed',
    moves: ['accept', 'move', 'cancel'],
    place: 'Linnankatu 1',
  });
  expect(await seen(adviser, id)).toMatchObject({ moves: ['move', 'cancel'] });
  await run(liisa.actor, acceptAppointment, { appointmentId: id, version: 1, phone: '' });
  expect(await seen(liisa, id)).toMatchObject({ standing: 'booked', version: 2, bookedAt: clock() });
});

test('a professional’s own time is refused when it meets another, an absence or the customer’s own', async () => {
  const { liisa, adviser } = await aPair();
  await bookedBy(liisa);
  const other = await world.aCustomer({ adviser });
  expect((await proposes(adviser, other, { startsAt: '2026-03-03T07:29:00Z' })).outcome).toBe('taken');
  await away(adviser, '2026-03-05');
  expect((await proposes(adviser, liisa, { startsAt: '2026-03-05T10:00:00Z' })).outcome).toBe('taken');
  const second = await world.anAdviser({ caseload: [liisa] });
  expect((await proposes(second, liisa, { startsAt: tuesdayNine, place: 'Kirjasto' })).outcome).toBe('clash');
  await expect(proposes(adviser, liisa, { startsAt: '2026-03-01T10:00:00Z' })).rejects.toMatchObject({
    code: 'badInput',
  });
});

test('where one meets has to be said, by the hours or with the proposal', async () => {
  const { liisa } = await aPair();
  const second = await world.anAdviser({ caseload: [liisa] });
  await expect(proposes(second, liisa)).rejects.toMatchObject({ fields: [{ field: 'place' }] });
  await expect(proposes(second, liisa, { way: 'video', place: 'http://x.example' })).rejects.toMatchObject({
    code: 'badInput',
  });
  await proposedBy(second, liisa, { way: 'video', place: 'https://video.example/huone' });
});

test('a proposal by phone without a number asks the customer for one', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa, { way: 'phone' });
  const take = (phone: string) => run(liisa.actor, acceptAppointment, { appointmentId: id, version: 1, phone });
  await expect(take('')).rejects.toMatchObject({ fields: [{ field: 'phone' }] });
  await take('+358 40 1234567');
  expect(await seen(adviser, id)).toMatchObject({ place: '+358 40 1234567', standing: 'booked' });
});

test('the customer’s move is booked, to a free time only; the professional’s waits for the customer’s word', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  expect((await run(liisa.actor, readFreeToMove, id))[0]?.startsAt.toISOString()).toBe(tuesdayNine);
  expect((await moves(liisa, id, '2026-03-03T07:15:00Z')).outcome).toBe('taken');
  expect(await moves(liisa, id, '2026-03-03T08:20:00Z')).toMatchObject({ outcome: 'got', version: 2 });
  expect((await freeOf(liisa))[0]).toBe(tuesdayNine);
  const later = await moves(adviser, id, '2026-03-06T11:00:00Z', { version: 2, minutes: 60 });
  expect(later).toMatchObject({ outcome: 'got', endsAt: new Date('2026-03-06T12:00:00Z') });
  expect(await seen(liisa, id)).toMatchObject({
    standing: 'proposed',
    bookedAt: null,
    moves: ['accept', 'move', 'cancel'],
  });
});

test('a move by a quarter of an hour does not meet itself', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa);
  expect((await moves(adviser, id, '2026-03-04T10:15:00Z')).outcome).toBe('got');
});

test('who is late to change it learns how it stands', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  await moves(liisa, id, '2026-03-03T08:20:00Z');
  await expect(cancels(adviser, id, 'Olen kipeä')).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { version: 2 },
  });
});

test('a customer cancels with no word early on, and with one when little time is left; a professional always says why', async () => {
  const { liisa, adviser } = await aPair();
  const early = await bookedBy(liisa);
  await cancels(liisa, early);
  expect(await seen(adviser, early)).toMatchObject({
    standing: 'cancelled',
    cancelledBy: 'customer',
    word: '',
    moves: [],
  });
  expect((await freeOf(liisa))[0]).toBe(tuesdayNine);
  const late = await bookedBy(liisa);
  await expect(cancels(adviser, late)).rejects.toMatchObject({ fields: [{ field: 'word' }] });
  clock.set('2026-03-02T07:00:01Z');
  await expect(cancels(liisa, late)).rejects.toMatchObject({ fields: [{ field: 'word' }] });
  await cancels(liisa, late, 'Lapsi sairastui.');
  expect(await seen(adviser, late)).toMatchObject({ word: 'Lapsi sairastui.' });
  start();
});

test('a proposal is turned down without a word, however late', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa, { startsAt: '2026-03-02T08:00:00Z' });
  await cancels(liisa, id);
  expect((await seen(adviser, id)).standing).toBe('cancelled');
});

test('once it has begun it is neither moved nor left; the professional says whether they met, and it is told to the law’s rhythm', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  const outcome = (who: Made, said: 'held' | 'missed', version: number) =>
    run(who.actor, sayOutcome, { appointmentId: id, version, outcome: said });
  await expect(outcome(adviser, 'held', 1)).rejects.toMatchObject({ code: 'notNow' });
  clock.set('2026-03-03T07:10:00Z');
  await expect(cancels(liisa, id, 'En pääse')).rejects.toMatchObject({ code: 'notNow' });
  await expect(outcome(liisa, 'held', 1)).rejects.toMatchObject({ code: 'notNow' });
  expect((await seen(adviser, id)).standing).toBe('past');
  await outcome(adviser, 'missed', 1);
  world.jobs.takeEvents();
  await outcome(adviser, 'held', 2);
  expect(world.jobs.topics()).toContain('appointmentHeld');
  start();
});

test('a proposal nobody answered lapses by itself', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa);
  clock.set('2026-03-04T10:00:00Z');
  expect(await seen(liisa, id)).toMatchObject({ standing: 'lapsed', moves: [] });
  start();
});

test('an absence hides free times and marks the given ones, until it is taken away', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  const { id: absenceId, met } = await away(adviser, '2026-03-03', '2026-03-09');
  expect(met).toBe(1);
  expect((await seen(liisa, id)).isAway).toBe(true);
  expect((await freeOf(liisa))[0]).toBe('2026-03-10T07:00:00.000Z');
  const hours = await run(adviser.actor, (work) => readHours(work), undefined);
  expect(hours.absences).toMatchObject([
    { met: 1, from: new Date('2026-03-02T22:00:00Z'), until: new Date('2026-03-09T22:00:00Z') },
  ]);
  await run(adviser.actor, removeAbsence, absenceId);
  expect((await seen(liisa, id)).isAway).toBe(false);
});

test('a proposed time that an absence meets is not taken, but moved', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa);
  await away(adviser, '2026-03-04');
  expect((await seen(liisa, id)).moves).toEqual(['move', 'cancel']);
  const take = run(liisa.actor, acceptAppointment, { appointmentId: id, version: 2, phone: '' });
  await expect(take).rejects.toMatchObject({ code: 'notNow' });
  expect(await moves(liisa, id, tuesdayNine, { version: 2 })).toMatchObject({ outcome: 'got' });
});

test('an absence of hours hides those hours; over the night clocks change it is as long as the wall says', async () => {
  const { liisa, adviser } = await aPair();
  await away(adviser, '2026-03-03', '2026-03-03', { fromTime: '09:00', untilTime: '09:40' });
  expect((await freeOf(liisa))[0]).toBe('2026-03-03T07:40:00.000Z');
  await away(adviser, '2026-10-25');
  const hours = await run(adviser.actor, (work) => readHours(work), undefined);
  const night = hours.absences[1];
  expect(((night?.until.getTime() ?? 0) - (night?.from.getTime() ?? 0)) / 3_600_000).toBe(25);
});

test.each([
  { fromOn: '2026-02-01', untilOn: '2026-03-01' },
  { fromOn: '0001-01-01', untilOn: '2026-03-05' },
  { fromOn: '2026-03-05', untilOn: '9999-12-31' },
])('an absence from %j is none', async (absence) => {
  const adviser = await world.anAdviser();
  await expect(run(adviser.actor, addAbsence, absenceInput.parse(absence))).rejects.toMatchObject({ code: 'badInput' });
});

const faultsIn = (schema: typeof absenceInput | typeof openingInput, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);

test('an absence is a day at least, and its times are in their order', () => {
  expect(faultsIn(absenceInput, { fromOn: '' })).toEqual(['fromOn form.dayMissing']);
  const day = { fromOn: '2026-03-05' };
  expect(faultsIn(absenceInput, day)).toEqual([]);
  expect(faultsIn(absenceInput, { ...day, untilOn: '2026-03-04' })).toEqual(['untilOn appointments.hours.order']);
  const noon = { fromTime: '12:00', untilTime: '12:00' };
  expect(faultsIn(absenceInput, { ...day, ...noon })).toEqual(['untilTime appointments.hours.order']);
  expect(faultsIn(absenceInput, { ...day, untilOn: '2026-03-06', ...noon })).toEqual([]);
});

test('all that is wrong with hours is told at once', () => {
  const hours = { weekday: 2, fromTime: '12:00', toTime: '09:00', slotMinutes: Number.NaN, ways: ['inPerson'] };
  expect(faultsIn(openingInput, { ...hours, address: '' })).toEqual([
    'slotMinutes appointments.minutes',
    'toTime appointments.hours.order',
    'address appointments.place.needed',
  ]);
});

test.each([
  [{ toTime: '09:15' }, 'toTime'],
  [{ address: '' }, 'address'],
  [{ ways: ['video'] }, 'videoLink'],
  [{ fromOn: '2026-04-02', untilOn: '2026-04-01' }, 'untilOn'],
])('hours with %j are none', async (more, field) => {
  const hours = { weekday: 2, fromTime: '09:00', toTime: '11:00', slotMinutes: 30, ways: ['phone', 'inPerson'] };
  const faults = faultsIn(openingInput, { ...hours, address: 'Linnankatu 1', ...more });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([field]);
});

test('hours are one’s own: nobody takes away another’s', async () => {
  const adviser = await world.anAdviser();
  const { id } = await opens(adviser);
  const { id: absenceId } = await away(adviser, '2026-03-05');
  const others = [await world.anAdviser(), await world.anAdviser({ city: 'espoo' })];
  for (const { actor } of others) {
    await expect(run(actor, removeOpening, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(actor, removeAbsence, absenceId)).rejects.toMatchObject({ code: 'notFound' });
  }
  const customer = await world.aCustomer();
  const manager = await world.aStaffActor('manager');
  await expect(
    run(
      manager.actor,
      addOpening,
      openingInput.parse({ weekday: 1, fromTime: '09:00', toTime: '10:00', slotMinutes: 30, ways: ['phone'] }),
    ),
  ).rejects.toMatchObject({ code: 'notFound' });
  await expect(run(customer.actor, removeOpening, id)).rejects.toMatchObject({ code: 'notFound' });
  await run(adviser.actor, removeOpening, id);
  await expect(run(adviser.actor, removeOpening, id)).rejects.toMatchObject({ code: 'notFound' });
});

test('an appointment of others is not there, in any role or city', async () => {
  const { liisa } = await aPair();
  const id = await bookedBy(liisa);
  const strangers = [
    await world.aCustomer(),
    await world.aCustomer({ city: 'espoo' }),
    await world.anAdviser(),
    await world.anAdviser({ city: 'espoo' }),
  ];
  for (const { actor } of strangers) {
    const tries = [
      () => run(actor, readAppointment, id),
      () => run(actor, readFreeToMove, id),
      () => run(actor, moveAppointment, moveInput.parse({ appointmentId: id, version: 1 })),
      () => run(actor, cancelAppointment, { appointmentId: id, version: 1, word: 'x' }),
      () => run(actor, acceptAppointment, { appointmentId: id, version: 1, phone: '' }),
      () => run(actor, sayOutcome, { appointmentId: id, version: 1, outcome: 'held' }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
  }
  for (const none of ['', 'x', newId()]) await expect(seen(liisa, none)).rejects.toMatchObject({ code: 'notFound' });
  const { actor } = strangers[2] as Made;
  await expect(run(actor, readFreeToPropose, liisa.customerId)).rejects.toMatchObject({ code: 'notFound' });
  await expect(proposes(strangers[2] as Made, liisa)).rejects.toMatchObject({ code: 'notFound' });
});

test('a professional’s week has the times of the caseload with names; of one who has left it only when', async () => {
  const { liisa, adviser } = await aPair();
  await bookedBy(liisa);
  const gone = await world.aCustomer({ adviser, name: 'Pois Lähtenyt' });
  const left = await bookedBy(gone, { startsAt: '2026-03-03T08:20:00Z' });
  await database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', gone.customerId).execute(),
  );
  const week = await run(adviser.actor, readMyWeek, { day: '2026-03-08' });
  expect(week).toMatchObject({ monday: '2026-03-02', appointments: [{ customerName: 'Liisa Laine' }] });
  expect(week.others).toEqual([
    { startsAt: new Date('2026-03-03T08:20:00Z'), endsAt: new Date('2026-03-03T08:50:00Z') },
  ]);
  expect((await run(adviser.actor, readMyWeek, { day: '2026-03-09' })).appointments).toEqual([]);
  await expect(seen(adviser, left)).rejects.toMatchObject({ code: 'notFound' });
  expect((await seen(gone, left)).isLeft).toBe(true);
  const uses = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['section', 'action'])
      .where('customerId', '=', liisa.customerId)
      .where('role', '=', 'adviser')
      .execute(),
  );
  expect(uses).toEqual([{ section: 'appointments', action: 'list' }]);
  for (const day of ['', 'x', '0000-01-01', '9999-12-31'])
    expect((await run(adviser.actor, readMyWeek, { day })).monday).toBe('2026-03-02');
});

test('whoever looks after the customer next finds what was agreed, and what is moved is then theirs', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  await database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', liisa.customerId).execute(),
  );
  await expect(moves(liisa, id, null)).rejects.toMatchObject({ code: 'notNow' });
  const next: Made = await world.anAdviser({ caseload: [liisa] });
  await opens(next, { weekday: 4, address: 'Kauppatori 2' });
  expect(await seen(next, id)).toMatchObject({ isLeft: true });
  await moves(liisa, id, null);
  const pair: Pair = { liisa, adviser: next };
  expect(await seen(pair.adviser, id)).toMatchObject({
    isLeft: false,
    place: 'Kauppatori 2',
    professionalId: next.personId,
  });
  await expect(seen(adviser, id)).rejects.toMatchObject({ code: 'notFound' });
});
