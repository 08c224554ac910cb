import { expect, test } from 'vitest';
import { readDoneForMe, readMarks } from '../../kernel/acting/acted-for.ts';
import { actingEvents } from '../../kernel/acting/events.ts';
import { aPdf } from '../../kernel/files/fixtures.ts';
import type { Made } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { dialogueEvents } from '../events.ts';
import { askForDocument } from './ask-for-document.ts';
import { giveForCustomer, offerForCustomer, readWhoBrings } from './for-customer.ts';
import { readMyDocuments } from './read-documents.ts';

const world = await testWorld();
const { run, database, jobs } = world;

const desk = { way: 'desk', reason: 'Hän toi paperin' } as const;
const paper = () => ({ name: 'todistus.pdf', pieces: [aPdf('Merkonomi')] });

const aTrio = async () => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine' });
  const adviser = await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] });
  return { liisa, adviser, worker: await world.aSocialWorker({ caseload: [liisa] }) };
};
const asks = (who: Made, customerId: string) =>
  run(who.actor, askForDocument, {
    ...{ customerId, title: 'Tutkintotodistus', why: 'Koulu kysyy sitä.', class: 'certificate' as const },
    ...{ untilOn: '2026-03-16', ground: 'plan' as const },
  });
const mailsTo = ({ personId }: Made) =>
  database.inCity('turku', (tx) => tx.selectFrom('mail').select('subject').where('personId', '=', personId).execute());

test('a paper brought to the desk is given for its customer, who sees by whom, and it is not told to who took it', async () => {
  const { liisa, adviser } = await aTrio();
  const { id: documentId, version } = await asks(adviser, liisa.customerId);
  jobs.takeEvents();
  await run(adviser.actor, giveForCustomer, { documentId, version, shownTo: 'both', ...desk, ...paper() });
  const [given] = await run(liisa.actor, readMyDocuments, undefined);
  expect(given).toMatchObject({ state: 'given', shownTo: ['adviser', 'socialWorker'], file: { name: 'todistus.pdf' } });
  const marks = await run(liisa.actor, readMarks, { path: `/documents/${documentId}` });
  expect(marks).toMatchObject([{ officialName: 'Outi Ohjaaja' }]);
  await world.deliver({ ...dialogueEvents, ...actingEvents });
  expect([await mailsTo(adviser), (await mailsTo(liisa)).length]).toEqual([[], 1]);
});

test('what the other authority asked for, and another’s customer, are out of reach; an unasked paper is taken in', async () => {
  const { liisa, adviser, worker } = await aTrio();
  const stranger = await world.anAdviser();
  const { customerId } = liisa;
  const hers = await asks(worker, customerId);
  const given = { documentId: hers.id, version: hers.version, shownTo: 'both' as const, ...desk, ...paper() };
  await expect(run(adviser.actor, giveForCustomer, given)).rejects.toMatchObject({ code: 'notFound' });
  const offered = { customerId, title: '', class: 'other' as const, shownTo: 'adviser' as const, ...desk, ...paper() };
  await expect(run(stranger.actor, readWhoBrings, { customerId })).rejects.toMatchObject({ code: 'notFound' });
  await expect(run(stranger.actor, offerForCustomer, offered)).rejects.toMatchObject({ code: 'notFound' });
  const { id } = await run(adviser.actor, offerForCustomer, offered);
  expect(await run(liisa.actor, readDoneForMe, undefined)).toMatchObject([
    { what: 'documentOffered', path: `/documents/${id}`, way: 'desk' },
  ]);
});
