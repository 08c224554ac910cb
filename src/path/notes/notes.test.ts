import { expect, test } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { readCaseload, readCaseloadInput } from '../caseload/read-caseload.ts';
import { pathEvents } from '../events.ts';
import { pathFixtures } from '../fixtures.ts';
import { readNote, readNotes, readShownNotes } from './read-notes.ts';
import { changeNote, removeNote, writeNote } from './write-note.ts';

const world = await testWorld();
const { run, deliver } = world;
const { aPair, usesOf, mailsTo } = pathFixtures(world);

const aNote = async ({ isShown = false } = {}) => {
  const { liisa, adviser } = await aPair();
  const { customerId } = liisa;
  const { id } = await run(adviser.actor, writeNote, { customerId, text: 'Soita iltapäivällä', isShown });
  return { liisa, adviser, customerId, noteId: id };
};

test('a note is the adviser’s to read, on the customer’s page and in the list; the customer reads it when it is shown, and is told', async () => {
  const { liisa, adviser, customerId, noteId } = await aNote();
  expect(await run(liisa.actor, readShownNotes, undefined)).toEqual([]);
  await deliver(pathEvents);
  expect(await mailsTo(liisa.personId)).toEqual([]);
  expect((await run(adviser.actor, readNotes, { customerId })).notes).toMatchObject([{ text: 'Soita iltapäivällä' }]);
  const list = await run(adviser.actor, readCaseload, readCaseloadInput.parse({ sort: 'note' }));
  expect(list.customers).toMatchObject([{ note: { text: 'Soita iltapäivällä', isShown: false } }]);
  await run(adviser.actor, changeNote, { noteId, version: 1, text: 'Soita iltapäivällä', isShown: true });
  expect(await run(liisa.actor, readShownNotes, undefined)).toMatchObject([
    { text: 'Soita iltapäivällä', authorName: 'Outi Ohjaaja' },
  ]);
  await deliver(pathEvents);
  const mails = await mailsTo(liisa.personId);
  expect(mails).toHaveLength(1);
  expect(JSON.stringify(mails)).not.toContain('iltapäivällä');
  await run(adviser.actor, changeNote, { noteId, version: 2, text: 'Soita illalla', isShown: true });
  await deliver(pathEvents);
  expect(await mailsTo(liisa.personId)).toHaveLength(1);
});

test('every version is kept, and goes with the note', async () => {
  const { adviser, customerId, noteId } = await aNote({ isShown: true });
  await run(adviser.actor, changeNote, { noteId, version: 1, text: 'Soita aamulla', isShown: false });
  expect((await run(adviser.actor, readNote, { noteId })).versions).toMatchObject([
    { version: 2, text: 'Soita aamulla', isShown: false, personName: 'Outi Ohjaaja' },
    { version: 1, text: 'Soita iltapäivällä', isShown: true },
  ]);
  await expect(
    run(adviser.actor, changeNote, { noteId, version: 1, text: 'Myöhässä', isShown: false }),
  ).rejects.toMatchObject({ code: 'changedMeanwhile', current: { text: 'Soita aamulla' } });
  await expect(run(adviser.actor, removeNote, { noteId, version: 1 })).rejects.toMatchObject({
    code: 'changedMeanwhile',
  });
  await run(adviser.actor, removeNote, { noteId, version: 2 });
  expect((await run(adviser.actor, readNotes, { customerId })).notes).toEqual([]);
  const left = await world.database.inCity('turku', (tx) =>
    tx.selectFrom('customerNoteVersion').select('version').where('noteId', '=', noteId).execute(),
  );
  expect(left).toEqual([]);
  expect(
    (await usesOf(customerId)).filter(({ section }) => section === 'customerNote').map(({ action }) => action),
  ).toEqual(['write', 'write', 'read', 'delete', 'read']);
});

test('nobody else finds one: another adviser, a social worker, a customer', async () => {
  const { liisa, customerId, noteId } = await aNote({ isShown: true });
  const strangers = [
    await world.anAdviser(),
    await world.aSocialWorker({ caseload: [liisa] }),
    await world.aStaffActor('manager'),
    liisa,
  ];
  for (const { actor } of strangers) {
    await expect(run(actor, readNote, { noteId })).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(actor, changeNote, { noteId, version: 1, text: 'x', isShown: false })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(run(actor, removeNote, { noteId, version: 1 })).rejects.toMatchObject({ code: 'notFound' });
  }
  for (const { actor } of strangers.slice(0, 3))
    await expect(run(actor, writeNote, { customerId, text: 'x', isShown: false })).rejects.toMatchObject({
      code: 'notFound',
    });
});
