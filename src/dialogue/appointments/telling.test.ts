import { beforeEach, expect, test } from 'vitest';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { acceptAppointment } from './accept.ts';
import { absenceInput, addAbsence } from './add-absence.ts';
import { answerNote } from './answer-note.ts';
import { cancelAppointment } from './cancel.ts';
import { appointmentEvents } from './events.ts';
import { appointmentFixtures, tuesdayNine } from './fixtures.ts';
import { moveAppointment, moveInput } from './move-appointment.ts';
import { appointmentMovesNow } from './moves.ts';
import { publishNote } from './publish-note.ts';
import { remindOfAppointments } from './reminders.ts';
import { sayOutcome } from './say-outcome.ts';
import { writeNote } from './write-note.ts';

const world = await testWorld();
const { run, database, clock } = world;
const { aPair, bookedBy, proposedBy, mailsTo } = appointmentFixtures(world);

const start = '2026-03-02T07:00:00Z';
beforeEach(() => {
  clock.set(start);
  world.jobs.takeEvents();
});

const told = async (who: Made): Promise<string[]> => {
  await world.deliver(appointmentEvents);
  return (await mailsTo(who.personId)).map(({ subject }) => subject);
};
const movesOf = (who: Made) =>
  run(who.actor, async (work) => (await appointmentMovesNow[who.actor.role as 'customer']?.(work)) ?? [], undefined);
const waiting = async (who: Made) => (await movesOf(who)).map(({ kind, untilOn }) => [kind, untilOn]);
const remind = (at: string) => {
  clock.set(at);
  return database.inCity('turku', (tx) =>
    remindOfAppointments(tx, { cityId: 'turku', now: clock(), today: at.slice(0, 10), jobs: world.jobs }),
  );
};
const reminded = async (appointmentId: string) => {
  const rows = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('appointmentReminder')
      .select('which')
      .where('appointmentId', '=', appointmentId)
      .orderBy('sentAt')
      .execute(),
  );
  return rows.map(({ which }) => which);
};
const moves = (who: Made, appointmentId: string, startsAt: string, version = 1) =>
  run(who.actor, moveAppointment, moveInput.parse({ appointmentId, version, startsAt }));

test('each side hears what the other does, with the time and no name or reason', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa, { message: 'Salainen asia' });
  expect(await told(adviser)).toEqual(['Sinulta varattiin aika: 3.3.2026 klo 9.00']);
  await moves(adviser, id, '2026-03-04T10:00:00Z');
  expect(await told(liisa)).toEqual(['Aikaasi ehdotetaan siirrettäväksi: 4.3.2026 klo 12.00']);
  await run(liisa.actor, acceptAppointment, { appointmentId: id, version: 2, phone: '' });
  expect((await told(adviser)).at(-1)).toBe('Ehdottamasi aika sopii: 4.3.2026 klo 12.00');
  await moves(liisa, id, tuesdayNine, 3);
  expect((await told(adviser)).at(-1)).toBe('Aika siirtyi: 3.3.2026 klo 9.00');
  await run(adviser.actor, cancelAppointment, { appointmentId: id, version: 4, word: 'Salainen syy' });
  expect((await told(liisa)).at(-1)).toBe('Aika peruttiin: 3.3.2026 klo 9.00');
  const [toLiisa, toAdviser] = [await mailsTo(liisa.personId), await mailsTo(adviser.personId)];
  expect(JSON.stringify([toLiisa, toAdviser])).not.toMatch(/Salainen|Linnankatu/);
  expect(JSON.stringify(toAdviser)).not.toContain('Liisa');
});

test('an event of what has changed meanwhile tells nothing', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa);
  await run(adviser.actor, cancelAppointment, { appointmentId: id, version: 1, word: 'Muutin mieltäni' });
  expect(await told(liisa)).toEqual(['Aika peruttiin: 4.3.2026 klo 12.00']);
});

test('the day before and an hour before, once each', async () => {
  const { liisa } = await aPair();
  clock.set('2026-03-01T07:00:00Z');
  await bookedBy(liisa);
  world.jobs.takeEvents();
  expect(await remind('2026-03-02T06:59:59Z')).toBe(0);
  expect([await remind('2026-03-02T07:00:00Z'), await remind('2026-03-02T07:01:00Z')]).toEqual([1, 0]);
  expect(await told(liisa)).toEqual(['Tapaaminen: 3.3.2026 klo 9.00']);
  expect([await remind('2026-03-03T06:00:00Z'), await remind('2026-03-03T06:01:00Z')]).toEqual([1, 0]);
  expect(await told(liisa)).toEqual(['Tapaaminen: 3.3.2026 klo 9.00', 'Kohta tavataan: 3.3.2026 klo 9.00']);
  expect(await remind('2026-03-03T07:00:00Z')).toBe(0);
});

test('what is agreed within the day before is not reminded of at once, only in the last hour', async () => {
  const { liisa } = await aPair();
  await remind('2026-03-02T08:00:00Z');
  await bookedBy(liisa);
  expect(await remind('2026-03-02T08:01:00Z')).toBe(0);
  expect(await remind('2026-03-03T06:30:00Z')).toBe(1);
});

test('after a long stop only the last one is sent', async () => {
  const { liisa } = await aPair();
  clock.set('2026-03-01T07:00:00Z');
  await bookedBy(liisa);
  world.jobs.takeEvents();
  expect(await remind('2026-03-03T06:40:00Z')).toBe(1);
  expect(await told(liisa)).toEqual(['Kohta tavataan: 3.3.2026 klo 9.00']);
});

test('cancelled and proposed ones are not reminded of, nor one moved between the reminder and its sending; the new time is', async () => {
  const { liisa, adviser } = await aPair();
  clock.set('2026-03-01T07:00:00Z');
  const id = await bookedBy(liisa);
  const gone = await bookedBy(liisa, { startsAt: '2026-03-03T07:40:00Z' });
  await run(liisa.actor, cancelAppointment, { appointmentId: gone, version: 1, word: '' });
  const open = await proposedBy(adviser, liisa, { startsAt: '2026-03-03T10:00:00Z' });
  await world.deliver(appointmentEvents);
  const before = (await mailsTo(liisa.personId)).length;
  await remind('2026-03-02T08:00:00Z');
  expect([await reminded(id), await reminded(gone), await reminded(open)]).toEqual([['first'], [], []]);
  await moves(liisa, id, '2026-03-10T07:00:00Z');
  await world.deliver(appointmentEvents);
  expect((await mailsTo(liisa.personId)).slice(before)).toEqual([]);
  await remind('2026-03-09T08:00:00Z');
  expect(await reminded(id)).toEqual(['first', 'first']);
  expect((await told(liisa)).at(-1)).toBe('Tapaaminen: 10.3.2026 klo 9.00');
});

test('of a time its professional is away from, no reminder comes but that another is needed', async () => {
  const { liisa, adviser } = await aPair();
  clock.set('2026-03-01T07:00:00Z');
  await bookedBy(liisa);
  await run(adviser.actor, addAbsence, absenceInput.parse({ fromOn: '2026-03-03', untilOn: '2026-03-03' }));
  await told(liisa);
  await remind('2026-03-02T08:00:00Z');
  expect((await told(liisa)).slice(1)).toEqual(['Valitse toinen aika: 3.3.2026 klo 9.00']);
});

test('an absence laid over a booked time tells its customer at once, unless the time has been moved meanwhile', async () => {
  const { liisa, adviser } = await aPair();
  await bookedBy(liisa);
  const moved = await bookedBy(liisa, { startsAt: '2026-03-03T07:40:00Z' });
  await world.deliver(appointmentEvents);
  await run(adviser.actor, addAbsence, absenceInput.parse({ fromOn: '2026-03-03', untilOn: '2026-03-03' }));
  await moves(liisa, moved, '2026-03-10T07:00:00Z', 2);
  expect(await told(liisa)).toEqual(['Valitse toinen aika: 3.3.2026 klo 9.00']);
});

test('each is reminded in their own language', async () => {
  const maria = await world.aCustomer({ language: 'sv' });
  await world.anAdviser({ caseload: [maria] });
  const adviser = await world.anAdviser({ caseload: [maria] });
  await proposedBy(adviser, maria as MadeCustomer, { place: 'Biblioteket' });
  expect(await told(maria)).toEqual(['En tid föreslås dig: 4.3.2026 kl. 12.00']);
});

test('what waits for whom: a proposal for the customer, and said to the other side as waiting', async () => {
  const { liisa, adviser } = await aPair();
  const id = await proposedBy(adviser, liisa);
  expect(await waiting(liisa)).toEqual([['appointmentProposed', '2026-03-04']]);
  expect(await waiting(adviser)).toEqual([['appointmentWaits', '2026-03-04']]);
  await run(liisa.actor, acceptAppointment, { appointmentId: id, version: 1, phone: '' });
  const coming = { startsAt: new Date('2026-03-04T10:00:00Z'), endsAt: new Date('2026-03-04T10:45:00Z') };
  const told = { untilOn: '2026-03-04', isNews: true, coming };
  for (const now of [start, '2026-03-04T06:00:00Z']) {
    clock.set(now);
    expect(await movesOf(liisa)).toMatchObject([
      { ...told, kind: 'appointmentComing', values: { with: 'Outi Ohjaaja', way: 'inPerson' } },
    ]);
    expect(await movesOf(adviser)).toMatchObject([
      { ...told, kind: 'appointmentComingMine', values: { name: 'Liisa Laine', way: 'inPerson' } },
    ]);
  }
  clock.set('2026-03-04T11:00:00Z');
  expect([await waiting(liisa), await waiting(adviser)]).toEqual([[], [['appointmentOver', null]]]);
});

test('an agreed time is told in the days before it that the city calls soon, and no earlier', async () => {
  const { liisa } = await aPair();
  await bookedBy(liisa, { startsAt: '2026-03-10T07:00:00.000Z' });
  expect(await waiting(liisa)).toEqual([]);
  clock.set('2026-03-03T07:00:00Z');
  expect(await waiting(liisa)).toEqual([['appointmentComing', '2026-03-10']]);
});

test('an absence over a given time waits for both; a draft for its writer, a published note for the customer', async () => {
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  clock.set('2026-03-02T09:00:00Z');
  await run(adviser.actor, addAbsence, absenceInput.parse({ fromOn: '2026-03-03', untilOn: '2026-03-03' }));
  const since = new Date('2026-03-02T09:00:00Z');
  for (const who of [liisa, adviser]) expect(await movesOf(who)).toMatchObject([{ since }]);
  expect([await waiting(liisa), await waiting(adviser)]).toEqual([
    [['appointmentAway', '2026-03-03']],
    [['appointmentAwayMine', '2026-03-03']],
  ]);
  clock.set('2026-03-03T08:00:00Z');
  await run(adviser.actor, sayOutcome, { appointmentId: id, version: 2, outcome: 'held' });
  await run(adviser.actor, writeNote, { appointmentId: id, version: 0, text: 'Puhuttiin', agreed: '' });
  expect([await waiting(liisa), await waiting(adviser)]).toEqual([[], [['appointmentDraft', null]]]);
  await run(adviser.actor, publishNote, { appointmentId: id, version: 1 });
  expect([await waiting(liisa), await waiting(adviser)]).toEqual([
    [['appointmentNote', null]],
    [['appointmentNoteWaits', null]],
  ]);
  expect((await told(liisa)).at(-1)).toBe('Tapaamisesta on kirjoitettu');
  await run(liisa.actor, answerNote, { appointmentId: id, version: 1, answer: 'Kiitos' });
  expect([await waiting(liisa), await waiting(adviser)]).toEqual([[], []]);
  expect((await told(adviser)).at(-1)).toBe('Tapaamisen muistioon vastattiin');
});

test('a customer whose adviser has changed is told so; nobody else’s times are anybody’s move', async () => {
  const { liisa, adviser } = await aPair();
  await bookedBy(liisa);
  const stranger = await world.anAdviser();
  expect(await waiting(stranger)).toEqual([]);
  await database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', liisa.customerId).execute(),
  );
  expect([await waiting(liisa), await waiting(adviser)]).toEqual([[['appointmentLeft', '2026-03-03']], []]);
});
