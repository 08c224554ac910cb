import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDocx, aPdf } from '../kernel/files/fixtures.ts';
import { bytesOf } from '../kernel/files/read-files.ts';
import { newId } from '../kernel/ids.ts';
import type { Made, MadeCustomer } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { closeThread, reopenThread } from './close-thread.ts';
import { attachFile, forgetDrafts, removeDraftFile, saveDraft } from './drafts.ts';
import { dialogueEvents } from './events.ts';
import { markRead } from './mark-read.ts';
import { dialogueMoves } from './moves.ts';
import { openThreadOfMine, openThreadWithCustomer } from './open-thread-with.ts';
import { readMessageFile } from './read-message-file.ts';
import { readThread } from './read-thread.ts';
import { readThreads } from './read-threads.ts';
import { writeMessage } from './write-message.ts';

const world = await testWorld();
const { run, database, clock, services } = world;
const nothing = { stepId: null, challengeId: null };

type People = { liisa: MadeCustomer; adviser: Made; social: Made; threadId: string };

const aTalk = async (more: { with?: 'adviser' | 'socialWorker'; text?: string } = {}): Promise<People> => {
  const adviser = await world.anAdviser({ name: 'Aarne Ohjaaja' });
  const liisa = await world.aCustomer({ name: 'Liisa Laine', adviser });
  const social = await world.aSocialWorker({ name: 'Salla Sosiaali', caseload: [liisa] });
  const { with: role = 'adviser', text = 'Voinko aloittaa myöhemmin?' } = more;
  const { id: threadId } = await run(liisa.actor, openThreadOfMine, {
    ...{ with: role, subject: 'Kurssin aika', text, ...nothing },
  });
  return { liisa, adviser, social, threadId };
};

const view = (who: Made, threadId: string) => run(who.actor, readThread, { threadId, before: null });
const write = (who: Made, threadId: string, text: string, more = {}) =>
  run(who.actor, writeMessage, { threadId, text, readUpTo: null, ...more });
const list = async (who: Made, q = '') => (await run(who.actor, readThreads, { page: 1, q })).threads;
const moves = (who: Made) =>
  run(who.actor, async (work) => (await dialogueMoves[who.actor.role]?.(work)) ?? [], undefined);

test('a customer writes to their adviser, who answers', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  clock.set('2026-03-02T08:00:00Z');
  await write(adviser, threadId, 'Se käy.');
  const mine = await view(liisa, threadId);
  expect(mine).toMatchObject({
    subject: 'Kurssin aika',
    with: 'Aarne Ohjaaja',
    role: 'adviser',
    mySide: 'customer',
    unread: 1,
  });
  expect(mine.messages.map(({ text, author, isMine }) => [text, author, isMine])).toEqual([
    ['Voinko aloittaa myöhemmin?', 'Liisa Laine', true],
    ['Se käy.', 'Aarne Ohjaaja', false],
  ]);
  expect(await view(adviser, threadId)).toMatchObject({ with: 'Liisa Laine', mySide: 'professional' });
});

test.each(['adviser', 'socialWorker'] as const)('what is written with the %s is nobody else’s', async (role) => {
  const talk = await aTalk({ with: role });
  const { liisa, threadId } = talk;
  const others = [
    role === 'adviser' ? talk.social : talk.adviser,
    await world.anAdviser(),
    await world.aSocialWorker(),
    await world.aBusinessContact(),
    await world.aStaffActor('manager'),
    await world.anAdviser({ city: 'espoo' }),
  ];
  for (const { actor } of others)
    for (const attempt of [
      () => run(actor, readThread, { threadId, before: null }),
      () => run(actor, writeMessage, { threadId, text: 'Hei', readUpTo: null }),
      () => run(actor, saveDraft, { threadId, text: 'Hei' }),
      () => run(actor, attachFile, { threadId, name: 'a.pdf', pieces: [aPdf()] }),
      () => run(actor, closeThread, { threadId }),
      () => run(actor, markRead, { threadId, upTo: null }),
      () => run(actor, readMessageFile, { threadId, fileId: newId() }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
  for (const other of others.slice(0, 4)) expect(await list(other)).toEqual([]);
  expect(await list(liisa)).toHaveLength(1);
});

test('who looks after the customer next reads on, and who did before no more', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  const next = await world.anAdviser({ name: 'Niina Uusi' });
  await database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('adviserId', '=', adviser.personId).execute(),
  );
  await world.putInCaseload(next, liisa);
  expect(await view(next, threadId)).toMatchObject({ unread: 1 });
  expect(await view(liisa, threadId)).toMatchObject({ with: 'Niina Uusi' });
  await expect(view(adviser, threadId)).rejects.toMatchObject({ code: 'notFound' });
  expect(await list(adviser)).toEqual([]);
});

test('without an adviser there is nobody to write to', async () => {
  const liisa = await world.aCustomer();
  const input = { with: 'adviser' as const, subject: 'Hei', text: 'Hei', ...nothing };
  await expect(run(liisa.actor, openThreadOfMine, input)).rejects.toMatchObject({ code: 'notNow' });
});

test('a thread is about a step or a yes of that customer, and a step they keep to themselves is told to nobody', async () => {
  const { liisa, adviser } = await aTalk();
  const other = await world.aCustomer({ adviser });
  const aStep = async (customerId: string, onlyMine: boolean) => {
    const id = newId();
    await database.inCity('turku', (tx) =>
      sql`insert into step (city_id, id, customer_id, title, owner, state, proposed_by, only_mine, created_at, changed_at)
        values ('turku', ${id}, ${customerId}, 'Käy pajalla', 'customer', 'idea', 'customer', ${onlyMine}, now(), now())`.execute(
        tx,
      ),
    );
    return id;
  };
  const begin = (stepId: string) =>
    run(adviser.actor, openThreadWithCustomer, {
      ...{ customerId: liisa.customerId, subject: 'Pajasta', text: 'Hei', stepId, challengeId: null },
    });
  const { id } = await begin(await aStep(liisa.customerId, false));
  expect(await view(liisa, id)).toMatchObject({ step: { title: 'Käy pajalla' } });
  for (const stepId of [await aStep(liisa.customerId, true), await aStep(other.customerId, false), newId()])
    await expect(begin(stepId)).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'about' }] });
});

test('unread is counted for each reader; a move is everybody’s until one has answered', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  const second = await world.anAdviser({ caseload: [liisa] });
  expect([(await view(adviser, threadId)).unread, (await view(second, threadId)).unread]).toEqual([1, 1]);
  expect(await moves(adviser)).toMatchObject([{ kind: 'messageFromYourCustomer', values: { name: 'Liisa Laine' } }]);
  await run(adviser.actor, markRead, { threadId, upTo: null });
  clock.set('2026-03-02T08:30:00Z');
  await write(liisa, threadId, 'Vielä yksi asia.');
  await run(second.actor, markRead, { threadId, upTo: null });
  expect([(await view(adviser, threadId)).unread, (await view(second, threadId)).unread]).toEqual([1, 0]);
  expect(await moves(adviser)).toMatchObject([
    { kind: 'messageFromYourCustomer', thing: `messages:${threadId}:customer` },
  ]);
  clock.set('2026-03-02T08:35:00Z');
  await write(second, threadId, 'Hoidan sen.');
  expect(await moves(adviser)).toEqual([]);
});

test('who waits for an answer sees it, until it comes or the thread is closed', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  expect(await moves(liisa)).toMatchObject([
    { kind: 'messageUnanswered', isWaiting: true, values: { with: 'Aarne Ohjaaja' } },
  ]);
  clock.set('2026-03-02T08:40:00Z');
  await write(adviser, threadId, 'Se käy.');
  const fromAarne = [{ kind: 'messageFromProfessional', values: { with: 'Aarne Ohjaaja' } }];
  expect(await moves(liisa)).toMatchObject(fromAarne);
  // It was written by who wrote it, also when somebody else looks after her.
  await database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('customerId', '=', liisa.customerId).execute(),
  );
  await world.putInCaseload(await world.anAdviser({ name: 'Uuno Uusi' }), liisa);
  expect(await moves(liisa)).toMatchObject(fromAarne);
});

test('a receipt is shown to its writer where they asked for it, and its reader is told', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  clock.set('2026-03-02T09:00:00Z');
  await write(adviser, threadId, 'Tavallinen viesti.');
  clock.set('2026-03-02T09:01:00Z');
  await write(adviser, threadId, 'Päätös on tehty.', { wantsReceipt: true });
  const receipts = async (who: Made) =>
    (await view(who, threadId)).messages.map(({ wantsReceipt, readAt }) => [
      wantsReceipt,
      readAt?.toISOString() ?? null,
    ]);
  const before = [
    [false, null],
    [false, null],
    [true, null],
  ];
  expect(await receipts(liisa)).toEqual(before);
  expect(await moves(adviser)).toMatchObject([{ kind: 'messageUnseen', isWaiting: true }]);
  clock.set('2026-03-02T09:05:00Z');
  await run(liisa.actor, markRead, { threadId, upTo: null });
  expect(await receipts(adviser)).toEqual([
    [false, null],
    [false, null],
    [true, '2026-03-02T09:05:00.000Z'],
  ]);
});

test('a customer asks for no receipt', async () => {
  const { liisa, threadId } = await aTalk();
  await write(liisa, threadId, 'Hei', { wantsReceipt: true });
  expect((await view(liisa, threadId)).messages.some(({ wantsReceipt }) => wantsReceipt)).toBe(false);
});

test('a draft is its writer’s alone, one for each thread, and gone when it is sent', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  await run(adviser.actor, saveDraft, { threadId, text: 'Kesken' });
  await run(adviser.actor, saveDraft, { threadId, text: 'Kesken vielä' });
  expect((await view(adviser, threadId)).draft).toMatchObject({ text: 'Kesken vielä', files: [] });
  expect((await list(adviser))[0]).toMatchObject({ hasDraft: true });
  expect((await view(liisa, threadId)).draft).toBeNull();
  await write(adviser, threadId, 'Valmis');
  expect((await view(adviser, threadId)).draft).toBeNull();
  await run(adviser.actor, saveDraft, { threadId, text: 'Taas' });
  await run(adviser.actor, saveDraft, { threadId, text: '' });
  expect((await view(adviser, threadId)).draft).toBeNull();
});

test('a save that comes after the message was sent makes no draft of it again', async () => {
  const { liisa, threadId } = await aTalk();
  await write(liisa, threadId, 'Sama teksti');
  await run(liisa.actor, saveDraft, { threadId, text: 'Sama teksti' });
  expect((await view(liisa, threadId)).draft).toBeNull();
});

test('saving a draft looks at nobody, so it is not in the use log', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  const uses = () =>
    database.inCity('turku', (tx) =>
      tx.selectFrom('useLog').select('id').where('customerId', '=', liisa.customerId).execute(),
    );
  const before = (await uses()).length;
  await run(adviser.actor, saveDraft, { threadId, text: 'Kesken' });
  expect(await uses()).toHaveLength(before);
});

test('files go along with the message, and only its readers have them', async () => {
  const { liisa, adviser, social, threadId } = await aTalk();
  const bytes = aPdf('Liisan todistus');
  const { id: fileId } = await run(liisa.actor, attachFile, { threadId, name: 'todistus.pdf', pieces: [bytes] });
  const dropped = await run(liisa.actor, attachFile, { threadId, name: 'b.docx', pieces: [aDocx()] });
  await run(liisa.actor, removeDraftFile, { threadId, fileId: dropped.id });
  await expect(run(adviser.actor, readMessageFile, { threadId, fileId })).rejects.toMatchObject({ code: 'notFound' });
  await write(liisa, threadId, '');
  expect((await view(adviser, threadId)).messages.at(-1)).toMatchObject({
    text: '',
    files: [{ id: fileId, name: 'todistus.pdf', mediaType: 'application/pdf', size: bytes.length }],
  });
  const file = await run(adviser.actor, readMessageFile, { threadId, fileId });
  const parts: Uint8Array[] = [];
  for await (const part of bytesOf({ database, secrets: services.secrets }, file)) parts.push(part);
  expect(Buffer.concat(parts)).toEqual(bytes);
  const other = await aTalk();
  for (const [who, where] of [
    [social, threadId],
    [other.liisa, other.threadId],
    [other.adviser, other.threadId],
  ] as const)
    await expect(run(who.actor, readMessageFile, { threadId: where, fileId })).rejects.toMatchObject({
      code: 'notFound',
    });
  const had = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select('role')
      .where('customerId', '=', liisa.customerId)
      .where('why', '=', 'file of a message')
      .where('isAllowed', '=', true)
      .execute(),
  );
  expect(had.map(({ role }) => role)).toContain('adviser');
});

test('five files fit one message', async () => {
  const { liisa, threadId } = await aTalk();
  const attach = () => run(liisa.actor, attachFile, { threadId, name: 'a.pdf', pieces: [aPdf()] });
  for (let count = 0; count < 5; count += 1) await attach();
  await expect(attach()).rejects.toMatchObject({ code: 'badInput', fields: [{ message: 'dialogue.files.most' }] });
});

test('a draft that is emptied and forgotten takes its files along; a sent one leaves them', async () => {
  const { liisa, threadId } = await aTalk();
  const isThere = async (id: string) =>
    (await database.inCity('turku', (tx) => tx.selectFrom('storedFile').select('id').where('id', '=', id).execute()))
      .length;
  const attach = () => run(liisa.actor, attachFile, { threadId, name: 'a.pdf', pieces: [aPdf()] });
  const { id: sent } = await attach();
  await write(liisa, threadId, 'Tässä.');
  const { id: left } = await attach();
  await database.inCity('turku', (tx) => tx.deleteFrom('messageDraft').where('threadId', '=', threadId).execute());
  expect([await isThere(sent), await isThere(left)]).toEqual([1, 0]);
});

test('drafts nobody has sent are forgotten with their files', async () => {
  const { liisa, threadId } = await aTalk();
  const { id } = await run(liisa.actor, attachFile, { threadId, name: 'a.pdf', pieces: [aPdf()] });
  const now = new Date(clock().getTime() + 61 * 24 * 3_600_000);
  await database.inCity('turku', (tx) => forgetDrafts(tx, { cityId: 'turku', now, today: '2026-05-02' }));
  expect((await view(liisa, threadId)).draft).toBeNull();
  expect(
    await database.inCity('turku', (tx) => tx.selectFrom('storedFile').select('id').where('id', '=', id).execute()),
  ).toEqual([]);
});

test('either side closes and opens again; meanwhile both read and nobody writes', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  await run(adviser.actor, closeThread, { threadId });
  await expect(run(liisa.actor, closeThread, { threadId })).rejects.toMatchObject({ code: 'notNow' });
  for (const who of [liisa, adviser]) {
    expect(await view(who, threadId)).toMatchObject({
      isClosed: true,
      closings: [{ closedBy: 'Aarne Ohjaaja', reopenedAt: null }],
    });
    await expect(write(who, threadId, 'Hei')).rejects.toMatchObject({ code: 'notNow' });
    await expect(run(who.actor, saveDraft, { threadId, text: 'Hei' })).rejects.toMatchObject({ code: 'notNow' });
  }
  expect(await moves(liisa)).toEqual([]);
  await run(liisa.actor, reopenThread, { threadId });
  await expect(run(liisa.actor, reopenThread, { threadId })).rejects.toMatchObject({ code: 'notNow' });
  expect(await view(adviser, threadId)).toMatchObject({ isClosed: false, closings: [{ reopenedBy: 'Liisa Laine' }] });
  await write(adviser, threadId, 'Hei taas');
});

test.each([
  ['todistus', 1],
  ['todistuksen', 1],
  ['TODISTUS kiitos', 1],
  ['äidin', 1],
  ['Kurssin', 1],
  ['todistus hevonen', 0],
  ["'; drop table message", 0],
  ['todis:*', 1],
  ['!!!', 1],
] as const)('a search for %j finds %d of one’s own threads', async (q, count) => {
  const { liisa, adviser } = await aTalk({ text: 'Kiitos! Tässä ÄIDIN antama todistus.' });
  await aTalk({ text: 'Tässä äidin todistus, kiitos.' });
  for (const who of [liisa, adviser]) expect(await list(who, q)).toHaveLength(count);
});

test('mails tell that there is something to read, and not what', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  world.jobs.takeEvents();
  await write(liisa, threadId, 'Salainen asia');
  await write(adviser, threadId, 'Toinen salaisuus');
  await world.deliver(dialogueEvents);
  const mails = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('mail')
      .select(['personId', 'subject', 'body'])
      .where('personId', 'in', [liisa.personId, adviser.personId])
      .execute(),
  );
  expect(mails.map(({ personId, subject }) => [personId, subject])).toEqual([
    [adviser.personId, 'Asiakkaasi kirjoitti sinulle'],
    [liisa.personId, 'Aarne Ohjaaja kirjoitti sinulle'],
  ]);
  expect(JSON.stringify(mails)).not.toMatch(/[Ss]alai|Kurssin aika/);
  expect(mails.find(({ personId }) => personId === adviser.personId)?.body).not.toContain('Liisa');
});

test('who stands in for the adviser reads, answers and is told, as long as they do', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  const colleague = await world.anAdviser({ name: 'Kaisa Kollega' });
  clock.set('2026-03-10T08:00:00Z');
  const stand = (until: string) =>
    database.inCity('turku', (tx) =>
      tx
        .updateTable('caseload')
        .set({ standInId: colleague.personId, standInFrom: '2026-03-09', standInUntil: until })
        .where('adviserId', '=', adviser.personId)
        .execute(),
    );
  await stand('2026-03-13');
  expect(await list(colleague)).toMatchObject([{ id: threadId, unread: 1 }]);
  expect(await moves(colleague)).toMatchObject([{ kind: 'messageFromYourCustomer' }]);
  world.jobs.takeEvents();
  await write(liisa, threadId, 'Vielä yksi asia.');
  await world.deliver(dialogueEvents);
  const told = await database.inCity('turku', (tx) =>
    tx.selectFrom('notice').select('personId').where('kind', '=', 'messageFromYourCustomer').execute(),
  );
  expect(told.map(({ personId }) => personId)).toEqual(expect.arrayContaining([adviser.personId, colleague.personId]));
  await write(colleague, threadId, 'Vastaan Aarnen puolesta.');
  await stand('2026-03-09');
  await expect(view(colleague, threadId)).rejects.toMatchObject({ code: 'notFound' });
  expect(await list(colleague)).toEqual([]);
});

test('a file goes along with the first message, from either side; one that is not taken keeps the thread from being opened', async () => {
  const { liisa, adviser } = await aTalk();
  const [before, bytes] = [(await list(liisa)).length, aPdf()];
  const opening = { subject: 'Todistus', text: 'Tässä se on.', ...nothing };
  const file = { name: 'todistus.pdf', pieces: [bytes] };
  const mine = await run(liisa.actor, openThreadOfMine, { ...opening, with: 'adviser', file });
  const { customerId } = liisa;
  const theirs = await run(adviser.actor, openThreadWithCustomer, { ...opening, customerId, file });
  for (const { id: threadId } of [mine, theirs])
    for (const who of [liisa, adviser])
      expect((await view(who, threadId)).messages[0]?.files).toMatchObject([{ name: 'todistus.pdf' }]);
  const [attached] = (await view(adviser, mine.id)).messages[0]?.files ?? [];
  await run(adviser.actor, readMessageFile, { threadId: mine.id, fileId: attached?.id ?? '' });
  const wrong = { name: 'todistus.pdf', pieces: [Buffer.from([0x4d, 0x5a, 0x90, 0])] };
  const attempt = run(liisa.actor, openThreadOfMine, { ...opening, with: 'adviser', file: wrong });
  await expect(attempt).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'file' }] });
  expect(await list(liisa)).toHaveLength(before + 2);
});
