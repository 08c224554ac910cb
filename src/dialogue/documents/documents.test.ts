import { describe, expect, test } from 'vitest';
import { aPdf } from '../../kernel/files/fixtures.ts';
import { bytesOf } from '../../kernel/files/read-files.ts';
import type { Made, MadeCustomer } from '../../testing/builders.ts';
import { testWorld } from '../../testing/database.ts';
import { dialogueEvents } from '../events.ts';
import { dialogueMoves } from '../moves.ts';
import { askForDocument } from './ask-for-document.ts';
import { askAgain, withdrawRequest } from './change-request.ts';
import { deleteDocument } from './delete-document.ts';
import type { ShownChoice } from './document-input.ts';
import { forgetDocuments } from './forget-documents.ts';
import { giveDocument } from './give-document.ts';
import { offerDocument } from './offer-document.ts';
import { openDocument } from './open-document.ts';
import { readCustomersDocuments, readDocument, readMyDocuments } from './read-documents.ts';
import { sayNotHad } from './say-not-had.ts';
import { showDocument } from './show-document.ts';
import type { DocumentGround } from './tables.ts';

const world = await testWorld();
const { run, database, services } = world;

type Trio = { liisa: MadeCustomer; adviser: Made; worker: Made };

const aTrio = async (): Promise<Trio> => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine' });
  return {
    liisa,
    adviser: await world.anAdviser({ name: 'Outi Ohjaaja', caseload: [liisa] }),
    worker: await world.aSocialWorker({ name: 'Sari Sosiaali', caseload: [liisa] }),
  };
};

const wish = {
  title: 'Tutkintotodistus',
  why: 'Koulu kysyy sitä.',
  class: 'certificate',
  untilOn: '2026-03-16',
} as const;
const asks = (who: Made, { liisa }: Trio, ground: DocumentGround = 'plan') =>
  run(who.actor, askForDocument, { customerId: liisa.customerId, ...wish, ground });
const file = () => ({ name: 'todistus.pdf', pieces: [aPdf('Merkonomi')] });
const gives = ({ liisa }: Trio, { id, version }: { id: string; version: number }, shownTo: ShownChoice = 'adviser') =>
  run(liisa.actor, giveDocument, { documentId: id, version, shownTo, ...file() });
const offers = ({ liisa }: Trio, shownTo: ShownChoice) =>
  run(liisa.actor, offerDocument, { title: '', class: 'other', shownTo, ...file() });
const opens = (who: Made, documentId: string) => run(who.actor, openDocument, documentId);
const movesOf = (who: Made) =>
  run(who.actor, async (work) => (await dialogueMoves[who.actor.role]?.(work)) ?? [], undefined);
const kindsOf = async (who: Made) =>
  (await movesOf(who)).map(
    ({ kind, isWaiting, isLate }) => `${kind}${isWaiting ? ' waiting' : ''}${isLate ? ' late' : ''}`,
  );
const mailsTo = ({ personId }: Made) =>
  database.inCity('turku', (tx) =>
    tx.selectFrom('mail').select(['subject', 'body']).where('personId', '=', personId).execute(),
  );

describe('what is asked for', () => {
  test('is given, opens to whom its customer shows it, and each opening is told to them by name', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const asked = await asks(adviser, trio);
    expect(await kindsOf(liisa)).toEqual(['documentAsked']);
    expect(await kindsOf(adviser)).toEqual(['documentWaits waiting']);
    await gives(trio, asked);
    expect(await kindsOf(liisa)).toEqual([]);
    expect(await kindsOf(adviser)).toEqual(['documentGiven']);
    const opened = await opens(adviser, asked.id);
    const parts = [];
    for await (const part of bytesOf({ database, secrets: services.secrets }, opened)) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(aPdf('Merkonomi'));
    expect(opened).toMatchObject({ name: 'todistus.pdf', mediaType: 'application/pdf' });
    expect(await kindsOf(adviser)).toEqual([]);
    await expect(opens(worker, asked.id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(worker.actor, readDocument, asked.id)).rejects.toMatchObject({ code: 'notFound' });
    const { openings } = await run(liisa.actor, readDocument, asked.id);
    expect(openings.map(({ personName, role }) => [personName, role])).toEqual([['Outi Ohjaaja', 'adviser']]);
    const looks = await database.inCity('turku', (tx) =>
      tx
        .selectFrom('useLog')
        .select(['personName', 'isAllowed'])
        .where('section', '=', 'documentFile')
        .where('customerId', '=', liisa.customerId)
        .orderBy('at')
        .execute(),
    );
    expect(looks).toEqual([
      { personName: 'Outi Ohjaaja', isAllowed: true },
      { personName: 'Sari Sosiaali', isAllowed: false },
    ]);
  });

  test('names who asked among those who may open it, and nobody gives what is not asked any more', async () => {
    const trio = await aTrio();
    const asked = await asks(trio.adviser, trio);
    await expect(gives(trio, asked, 'socialWorker')).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'shownTo' }],
    });
    const { version } = await run(trio.adviser.actor, withdrawRequest, { documentId: asked.id, version: 1 });
    await expect(gives(trio, { id: asked.id, version })).rejects.toMatchObject({ code: 'notNow' });
    await expect(gives(trio, asked)).rejects.toMatchObject({ code: 'changedMeanwhile' });
  });

  test('is said not to be had, with a word, and asked for again', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const { id } = await asks(adviser, trio);
    const said = await run(liisa.actor, sayNotHad, { documentId: id, version: 1, word: 'Jäi muutossa.' });
    expect((await run(adviser.actor, readDocument, id)).document).toMatchObject({
      state: 'notHad',
      word: 'Jäi muutossa.',
    });
    expect(await kindsOf(adviser)).toEqual(['documentNotHad']);
    expect(await kindsOf(liisa)).toEqual(['documentNotHadMine waiting']);
    const again = await run(adviser.actor, askAgain, { documentId: id, version: said.version });
    expect((await run(liisa.actor, readDocument, id)).document).toMatchObject({ state: 'asked', word: '' });
    await gives(trio, again);
  });

  test('is late when its day has passed', async () => {
    const trio = await aTrio();
    await asks(trio.adviser, trio);
    world.clock.set('2026-03-17T10:00:00Z');
    expect(await kindsOf(trio.liisa)).toEqual(['documentAsked late']);
    world.clock.set('2026-03-02T07:00:00Z');
  });

  test('is each authority’s own: what the social worker asked for is not the adviser’s to see, withdraw or hear of', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const { id } = await asks(worker, trio, 'jointPlan');
    await expect(run(adviser.actor, readDocument, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(adviser.actor, withdrawRequest, { documentId: id, version: 1 })).rejects.toMatchObject({
      code: 'notFound',
    });
    const list = (who: Made) => run(who.actor, readCustomersDocuments, liisa.customerId);
    expect((await list(adviser)).documents).toEqual([]);
    expect((await list(worker)).documents.map((one) => one.id)).toEqual([id]);
    expect(await kindsOf(adviser)).toEqual([]);
  });

  test('is nobody else’s: another adviser, another customer, another city', async () => {
    const trio = await aTrio();
    const { id } = await asks(trio.adviser, trio);
    await gives(trio, { id, version: 1 }, 'both');
    const others = [
      await world.anAdviser({ name: 'Muu' }),
      await world.aCustomer(),
      await world.anAdviser({ city: 'espoo' }),
    ];
    for (const other of others) {
      await expect(run(other.actor, readDocument, id)).rejects.toMatchObject({ code: 'notFound' });
      await expect(opens(other, id)).rejects.toMatchObject({ code: 'notFound' });
    }
    const stranger = await world.anAdviser({ name: 'Muu' });
    await expect(asks(stranger, trio)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('is not asked for of a day that has been, and who has restricted their data is asked for nothing', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const late = { customerId: liisa.customerId, ...wish, ground: 'plan', untilOn: '2026-03-01' } as const;
    await expect(run(adviser.actor, askForDocument, late)).rejects.toMatchObject({ code: 'badInput' });
    await database.inCity('turku', (tx) =>
      tx
        .insertInto('restriction')
        .values({
          cityId: 'turku',
          id: liisa.personId,
          customerId: liisa.customerId,
          madeAt: world.clock(),
          endedAt: null,
        })
        .execute(),
    );
    await expect(asks(adviser, trio)).rejects.toMatchObject({ code: 'restricted' });
  });
});

describe('what is given', () => {
  test('unasked opens to those it is shown, and not any more when the customer takes that back', async () => {
    const trio = await aTrio();
    const { liisa, adviser, worker } = trio;
    const { id, version } = await offers(trio, 'both');
    const [mine] = await run(liisa.actor, readMyDocuments, undefined);
    expect(mine).toMatchObject({ id, title: 'todistus.pdf', role: null, state: 'given', staysUntilOn: '2027-03-02' });
    await opens(worker, id);
    await run(liisa.actor, showDocument, { documentId: id, version, shownTo: 'adviser' });
    await expect(opens(worker, id)).rejects.toMatchObject({ code: 'notFound' });
    await opens(adviser, id);
    await expect(offers(trio, 'nobody')).rejects.toMatchObject({ code: 'badInput' });
  });

  test('is deleted for good by its customer: the bytes are gone, that there was one stays', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const { id, version } = await offers(trio, 'adviser');
    await run(liisa.actor, deleteDocument, { documentId: id, version });
    const [mine] = await run(liisa.actor, readMyDocuments, undefined);
    expect(mine).toMatchObject({ state: 'deleted', deletedBy: 'customer', file: null, moves: [] });
    await expect(opens(adviser, id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(opens(liisa, id)).rejects.toMatchObject({ code: 'notFound' });
    const files = await database.inCity('turku', (tx) =>
      tx.selectFrom('storedFile').select('id').where('customerId', '=', liisa.customerId).execute(),
    );
    expect(files).toEqual([]);
  });

  test('stays its whole time where a decision rests on it, open to who asked, and says by which law', async () => {
    const trio = await aTrio();
    const { liisa, adviser } = trio;
    const { id } = await asks(adviser, trio, 'decision');
    const { version } = await gives(trio, { id, version: 1 });
    await expect(run(liisa.actor, deleteDocument, { documentId: id, version })).rejects.toMatchObject({
      code: 'notNow',
    });
    await expect(run(liisa.actor, showDocument, { documentId: id, version, shownTo: 'nobody' })).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ values: { law: '434/2003' } }],
    });
    expect((await run(liisa.actor, readDocument, id)).document).toMatchObject({
      ground: { law: '434/2003', keeps: true },
      moves: ['show'],
    });
    await run(liisa.actor, showDocument, { documentId: id, version, shownTo: 'both' });
  });

  test('goes by itself the day after its time is over, by the city’s own term, and stays told of', async () => {
    const trio = await aTrio();
    const { liisa } = trio;
    const { id } = await offers(trio, 'adviser');
    await database.inCity('turku', (tx) =>
      tx
        .insertInto('cityTerm')
        .values({ cityId: 'turku', name: 'keepOtherDays', fromOn: '2026-01-01', value: 10, source: 'Päätös' })
        .execute(),
    );
    const forget = (day: string) =>
      database.inCity('turku', (tx) =>
        forgetDocuments(tx, { cityId: 'turku', now: new Date(`${day}T10:00:00Z`), today: day }),
      );
    const { document } = await run(liisa.actor, readDocument, id);
    expect(document.staysUntilOn).toBe('2026-03-12');
    await forget('2026-03-12');
    expect((await run(liisa.actor, readDocument, id)).document.state).toBe('given');
    expect(await forget('2026-03-13')).toBeGreaterThan(0);
    expect((await run(liisa.actor, readDocument, id)).document).toMatchObject({
      state: 'deleted',
      deletedBy: 'time',
      file: null,
    });
    expect(await forget('2026-03-13')).toBe(0);
  });

  test('is only what its bytes are', async () => {
    const { liisa } = await aTrio();
    const input = {
      title: 'X',
      class: 'other',
      shownTo: 'adviser',
      name: 'x.pdf',
      pieces: [Buffer.from('MZ\x90')],
    } as const;
    await expect(run(liisa.actor, offerDocument, input)).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ field: 'file' }],
    });
  });
});

test('mails say that there is something, and not what or of whom', async () => {
  const trio = await aTrio();
  const { liisa, adviser, worker } = trio;
  const { id } = await asks(adviser, trio);
  await world.deliver(dialogueEvents);
  await gives(trio, { id, version: 1 });
  await world.deliver(dialogueEvents);
  const [asked] = await mailsTo(liisa);
  expect(asked?.subject).toBe('Sinulta pyydetään asiakirjaa');
  expect(asked?.body).toContain(`/documents/${id}`);
  expect(asked?.body).not.toContain('Tutkintotodistus');
  const [given] = await mailsTo(adviser);
  expect(given?.subject).toBe('Asiakas antoi asiakirjan');
  expect(given?.body).not.toMatch(/Liisa Laine|Tutkintotodistus/);
  expect(await mailsTo(worker)).toEqual([]);
});
