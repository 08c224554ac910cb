import { beforeAll, expect, test } from 'vitest';
import type { Made } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { answerNote } from './answer-note.ts';
import { cancelAppointment } from './cancel.ts';
import { appointmentFixtures, type Pair } from './fixtures.ts';
import { loadAppointment } from './load-appointment.ts';
import { notesOf } from './notes.ts';
import { publishNote } from './publish-note.ts';
import { readAgreed } from './read-agreed.ts';
import { sayOutcome } from './say-outcome.ts';
import { writeNote } from './write-note.ts';

const world = await testWorld();
const { run, clock } = world;
const { aPair, bookedBy } = appointmentFixtures(world);

const before = '2026-03-02T07:00:00Z';
const after = '2026-03-03T07:30:00Z';

type Met = Pair & { id: string };

/** A customer and their adviser who have met. */
const aMeeting = async (): Promise<Met> => {
  clock.set(before);
  const pair = await aPair();
  const id = await bookedBy(pair.liisa);
  clock.set(after);
  await run(pair.adviser.actor, sayOutcome, { appointmentId: id, version: 1, outcome: 'held' });
  return { ...pair, id };
};

const notes = (who: Made, id: string) =>
  run(
    who.actor,
    async (work) => notesOf(work, await loadAppointment(work, id, { action: 'read', why: 'appointment' })),
    undefined,
  );
const writes = (who: Made, appointmentId: string, version: number, text: string, agreed = '') =>
  run(who.actor, writeNote, { appointmentId, version, text, agreed });
const publishes = (who: Made, appointmentId: string, version: number) =>
  run(who.actor, publishNote, { appointmentId, version });
const answers = (who: Made, appointmentId: string, version: number, answer = '') =>
  run(who.actor, answerNote, { appointmentId, version, answer });

beforeAll(() => clock.set(before));

test('a draft is its writer’s alone until it is published', async () => {
  const { liisa, adviser, id } = await aMeeting();
  const colleague = await world.anAdviser({ caseload: [liisa] });
  expect((await notes(adviser, id)).draft).toMatchObject({ version: 0, text: '', isPublished: false });
  expect(await writes(adviser, id, 0, 'Puhuimme leipomosta.')).toEqual({ version: 1 });
  for (const other of [liisa, colleague]) {
    expect(await notes(other, id)).toEqual({ versions: [], draft: null, mayWrite: false });
    await expect(writes(other, id, 1, 'x')).rejects.toMatchObject({ code: 'notFound' });
    await expect(publishes(other, id, 1)).rejects.toMatchObject({ code: 'notFound' });
  }
  await publishes(adviser, id, 1);
  for (const other of [liisa, colleague])
    expect((await notes(other, id)).versions).toMatchObject([
      { version: 1, text: 'Puhuimme leipomosta.', authorName: 'Outi Ohjaaja' },
    ]);
});

test('what is written after publishing is a draft again; every published version is kept with its answer', async () => {
  const { liisa, adviser, id } = await aMeeting();
  await writes(adviser, id, 0, 'Ensin');
  await publishes(adviser, id, 1);
  await answers(liisa, id, 1, 'Näin se oli.');
  await writes(adviser, id, 1, 'Sitten', 'Soita leipomoon');
  expect((await notes(liisa, id)).versions).toMatchObject([{ version: 1, answer: 'Näin se oli.' }]);
  expect((await notes(adviser, id)).draft).toMatchObject({ version: 2, isPublished: false });
  await publishes(adviser, id, 2);
  expect((await notes(liisa, id)).versions).toMatchObject([
    { version: 2, text: 'Sitten', agreed: 'Soita leipomoon', answer: '', answeredAt: null },
    { version: 1, text: 'Ensin', answer: 'Näin se oli.', answeredAt: clock() },
  ]);
  expect((await notes(adviser, id)).draft?.isPublished).toBe(true);
});

test('two who write at once: the slower learns what the faster wrote; one version is published once', async () => {
  const { adviser, id } = await aMeeting();
  await writes(adviser, id, 0, 'Yksi');
  await expect(writes(adviser, id, 0, 'Kaksi')).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { text: 'Yksi' },
  });
  const both = await Promise.allSettled([writes(adviser, id, 1, 'A'), writes(adviser, id, 1, 'B')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(publishes(adviser, id, 1)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  await publishes(adviser, id, 2);
  await expect(publishes(adviser, id, 2)).rejects.toMatchObject({
    code: 'changedMeanwhile',
    current: { isPublished: true },
  });
});

test('the customer answers the latest version, once', async () => {
  const { liisa, adviser, id } = await aMeeting();
  await expect(answers(liisa, id, 1)).rejects.toMatchObject({ code: 'notNow' });
  await writes(adviser, id, 0, 'Ensin');
  await publishes(adviser, id, 1);
  await expect(answers(liisa, id, 2)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  await expect(answers(adviser, id, 1)).rejects.toMatchObject({ code: 'notFound' });
  await answers(liisa, id, 1);
  await expect(answers(liisa, id, 1, 'Vielä')).rejects.toMatchObject({ code: 'notNow' });
});

test('nothing is written of what has not begun or was cancelled, and nothing empty is published', async () => {
  clock.set(before);
  const { liisa, adviser } = await aPair();
  const id = await bookedBy(liisa);
  await expect(writes(adviser, id, 0, 'x')).rejects.toMatchObject({ code: 'notNow' });
  await run(liisa.actor, cancelAppointment, { appointmentId: id, version: 1, word: '' });
  clock.set(after);
  await expect(writes(adviser, id, 0, 'x')).rejects.toMatchObject({ code: 'notNow' });
  const met = await aMeeting();
  await writes(met.adviser, met.id, 0, '');
  await expect(publishes(met.adviser, met.id, 1)).rejects.toMatchObject({ fields: [{ field: 'text' }] });
});

test('what was agreed can become a step for either; an unpublished word of it cannot', async () => {
  const { liisa, adviser, id } = await aMeeting();
  await writes(adviser, id, 0, 'Puhuttiin', 'Soita leipomoon');
  expect((await run(adviser.actor, readAgreed, id)).agreed).toBe('');
  await publishes(adviser, id, 1);
  for (const who of [liisa, adviser])
    expect(await run(who.actor, readAgreed, id)).toMatchObject({
      agreed: 'Soita leipomoon',
      customerId: liisa.customerId,
    });
});

test('notes of others are not there', async () => {
  const { adviser, id } = await aMeeting();
  await writes(adviser, id, 0, 'x');
  for (const stranger of [await world.aCustomer(), await world.anAdviser(), await world.anAdviser({ city: 'espoo' })]) {
    await expect(notes(stranger, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(writes(stranger, id, 1, 'y')).rejects.toMatchObject({ code: 'notFound' });
    await expect(publishes(stranger, id, 1)).rejects.toMatchObject({ code: 'notFound' });
    await expect(answers(stranger, id, 1)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(stranger.actor, readAgreed, id)).rejects.toMatchObject({ code: 'notFound' });
  }
});
