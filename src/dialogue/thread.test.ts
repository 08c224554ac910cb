import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { MadeContact, MadeCustomer } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { dialogueEvents } from './events.ts';
import { markRead } from './mark-read.ts';
import { dialogueMoves } from './moves.ts';
import { openThread } from './open-thread.ts';
import { readThread } from './read-thread.ts';
import { readThreads } from './read-threads.ts';
import { messageInput, writeMessage } from './write-message.ts';

const world = await testWorld();
const { run, database, clock } = world;

type Pair = { liisa: MadeCustomer; baker: MadeContact; challengeId: string; threadId: string };

const aChallenge = async (businessId: string, title = 'Lauantain jono'): Promise<string> => {
  const id = newId();
  await database.inCity('turku', (tx) =>
    sql`insert into challenge (city_id, id, business_id, title, problem, language, place, hours, until_on, state, created_at)
        values ('turku', ${id}, ${businessId}, ${title}, 'Jono on pitkä.', 'fi', 'Turku', 'any', '2026-12-31', 'published', ${clock()})`.execute(
      tx,
    ),
  );
  return id;
};

const answerYes = (customerId: string, challengeId: string, name = 'Liisa Laine') =>
  database.inCity('turku', (tx) =>
    sql`insert into answer (city_id, id, challenge_id, customer_id, answer, card, score, answered_at)
        values ('turku', ${newId()}, ${challengeId}, ${customerId}, 'yes',
          ${JSON.stringify({ name, nameShown: 'fullName', intro: '', skillIds: [] })}, 0.5, ${clock()})`.execute(tx),
  );

const setAnswer = (challengeId: string, answer: 'yes' | 'no') =>
  database.inCity('turku', (tx) =>
    sql`update answer set answer = ${answer} where city_id = 'turku' and challenge_id = ${challengeId}`.execute(tx),
  );

const aPair = async ({ name = 'Liisa Laine' } = {}): Promise<Pair> => {
  const liisa = await world.aCustomer({ name: 'Liisa Laine' });
  const baker = await world.aBusinessContact({ name: 'Pekka Pulla', businessName: 'Pullapuoti' });
  const challengeId = await aChallenge(baker.businessId);
  await answerYes(liisa.customerId, challengeId, name);
  const pair = { challengeId, customerId: liisa.customerId, businessId: baker.businessId };
  const threadId = await run(liisa.actor, openThread, pair);
  return { liisa, baker, challengeId, threadId };
};

const view = (who: MadeCustomer | MadeContact, threadId: string) =>
  run(who.actor, readThread, { threadId, before: null });
const write = (who: MadeCustomer | MadeContact, threadId: string, text: string, more = {}) =>
  run(who.actor, writeMessage, { threadId, text, readUpTo: null, ...more });
const mails = () =>
  database.inCity('turku', (tx) => tx.selectFrom('mail').select(['personId', 'subject', 'body', 'language']).execute());

let pair: Pair;
beforeAll(async () => {
  pair = await aPair();
});

test('a yes given twice has one thread', async () => {
  const { liisa, baker, challengeId, threadId } = pair;
  const again = { challengeId, customerId: liisa.customerId, businessId: baker.businessId };
  expect(await run(liisa.actor, openThread, again)).toBe(threadId);
});

test('both sides read the same messages, oldest first', async () => {
  const { liisa, baker, threadId } = await aPair();
  await write(baker, threadId, 'Pääsisitkö lauantaina?');
  clock.set('2026-03-02T08:00:00Z');
  await write(liisa, threadId, 'Pääsen.');
  const mine = await view(liisa, threadId);
  expect(mine.messages.map(({ text, isMine, author }) => ({ text, isMine, author }))).toEqual([
    { text: 'Pääsisitkö lauantaina?', isMine: false, author: 'Pekka Pulla' },
    { text: 'Pääsen.', isMine: true, author: 'Liisa Laine' },
  ]);
  expect((await view(baker, threadId)).messages.map(({ isMine }) => isMine)).toEqual([true, false]);
});

test('the business sees the name the customer chose', async () => {
  const { baker, threadId } = await aPair({ name: 'Liisa' });
  const seen = await view(baker, threadId);
  const { threads } = await run(baker.actor, readThreads, { page: 1 });
  expect([seen.with, threads[0]?.with]).toEqual(['Liisa', 'Liisa']);
});

test('neither side is ever shown an address', async () => {
  const { liisa, baker, threadId } = await aPair();
  await write(liisa, threadId, 'Hei');
  await write(baker, threadId, 'Hei hei');
  for (const who of [liisa, baker]) {
    const shown = JSON.stringify([await view(who, threadId), await run(who.actor, readThreads, { page: 1 })]);
    expect(shown).not.toContain('example.invalid');
  }
});

test('a thread of others is not there, in any role or city', async () => {
  const strangers = [
    await world.aCustomer(),
    await world.aCustomer({ city: 'espoo' }),
    await world.aBusinessContact(),
    await world.anAdviser({ caseload: [pair.liisa] }),
  ];
  const { threadId } = pair;
  for (const { actor } of strangers) {
    const tries = [
      () => run(actor, readThread, { threadId, before: null }),
      () => run(actor, writeMessage, { threadId, text: 'Hei', readUpTo: null }),
      () => run(actor, markRead, { threadId, upTo: null }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
  }
});

test('an id that is no id is not there', async () => {
  for (const threadId of ['', 'x', "'; drop table message", newId()])
    await expect(view(pair.liisa, threadId)).rejects.toMatchObject({ code: 'notFound' });
});

test('when the yes is taken back the business is told that it is closed, and the customer still reads it', async () => {
  const { liisa, baker, challengeId, threadId } = await aPair();
  await write(baker, threadId, 'Tervetuloa.');
  await setAnswer(challengeId, 'no');
  const told = { code: 'withdrawn', status: 410, values: { challenge: 'Lauantain jono' } };
  await expect(view(baker, threadId)).rejects.toMatchObject(told);
  await expect(write(baker, threadId, 'Hei?')).rejects.toMatchObject(told);
  await expect(run(baker.actor, markRead, { threadId, upTo: null })).rejects.toMatchObject(told);
  const rival = await world.aBusinessContact();
  await expect(view(rival, threadId)).rejects.toMatchObject({ code: 'notFound' });
  expect((await run(baker.actor, readThreads, { page: 1 })).threads).toMatchObject([
    { id: threadId, with: '', standing: 'withdrawn', latest: null, unread: 0, challengeTitle: 'Lauantain jono' },
  ]);
  expect((await run(liisa.actor, readThreads, { page: 1 })).threads).toMatchObject([
    { standing: 'withdrawn', unread: 0, latest: { text: 'Tervetuloa.' } },
  ]);
  expect(await view(liisa, threadId)).toMatchObject({
    standing: 'withdrawn',
    unread: 0,
    messages: [{ text: 'Tervetuloa.' }],
  });
  await expect(write(liisa, threadId, 'Hei?')).rejects.toMatchObject({ code: 'notNow' });
  await setAnswer(challengeId, 'yes');
  expect((await view(baker, threadId)).messages).toHaveLength(1);
});

test('listing a thread whose yes was taken back shows nothing of the customer, so nothing is logged', async () => {
  const { liisa, baker, challengeId, threadId } = await aPair();
  await write(liisa, threadId, 'Hei');
  await setAnswer(challengeId, 'no');
  const uses = () =>
    database.inCity('turku', (tx) =>
      tx.selectFrom('useLog').select('id').where('customerId', '=', liisa.customerId).execute(),
    );
  const before = (await uses()).length;
  expect((await run(baker.actor, readThreads, { page: 1 })).threads).toMatchObject([{ with: '', unread: 0 }]);
  expect(await uses()).toHaveLength(before);
});

test.each([
  [{ state: 'paused' }, 'paused'],
  [{ state: 'closed' }, 'closed'],
  [{ untilOn: '2026-03-01' }, 'ended'],
] as const)(
  'a challenge with %j is said on both sides of its threads, and both still write',
  async (change, standing) => {
    const { liisa, baker, challengeId, threadId } = await aPair();
    await database.inCity('turku', (tx) =>
      tx.updateTable('challenge').set(change).where('id', '=', challengeId).execute(),
    );
    for (const who of [liisa, baker]) {
      expect((await view(who, threadId)).standing).toBe(standing);
      expect((await run(who.actor, readThreads, { page: 1 })).threads).toMatchObject([{ standing }]);
      await write(who, threadId, 'Hei');
    }
  },
);

test('opening a thread marks nothing; marking and answering do, up to what was seen', async () => {
  const { liisa, baker, threadId } = await aPair();
  await write(baker, threadId, 'Yksi');
  const seen = await view(liisa, threadId);
  expect(seen.unread).toBe(1);
  expect((await view(liisa, threadId)).unread).toBe(1);
  clock.set('2026-03-02T09:00:00Z');
  await write(baker, threadId, 'Kaksi');
  await run(liisa.actor, markRead, { threadId, upTo: seen.newestId });
  const later = await view(liisa, threadId);
  expect(later.unread).toBe(1);
  await write(liisa, threadId, 'Kiitos', { readUpTo: later.newestId });
  expect((await view(liisa, threadId)).unread).toBe(0);
  expect((await view(baker, threadId)).unread).toBe(1);
});

test('the latest thread comes first, with the beginning of its latest message', async () => {
  const { liisa, threadId } = await aPair();
  const second = await world.aBusinessContact({ businessName: 'Kahvila' });
  const challengeId = await aChallenge(second.businessId, 'Aamun kiire');
  await answerYes(liisa.customerId, challengeId);
  const pairIds = { challengeId, customerId: liisa.customerId, businessId: second.businessId };
  const other = await run(liisa.actor, openThread, pairIds);
  clock.set('2026-03-02T10:00:00Z');
  await write(liisa, threadId, 'x'.repeat(200));
  const { threads, hasMore } = await run(liisa.actor, readThreads, { page: 1 });
  expect(threads.map(({ id }) => id)).toEqual([threadId, other]);
  expect(threads[0]?.latest).toEqual({ text: 'x'.repeat(140), isOurs: true });
  expect([threads[1]?.latest, hasMore]).toEqual([null, false]);
});

test('a long thread is read 50 messages at a time', async () => {
  const { liisa, threadId } = await aPair();
  for (let count = 1; count <= 60; count += 1) {
    clock.set(new Date(Date.UTC(2026, 2, 3, 8, count)));
    await write(liisa, threadId, String(count));
  }
  const latest = await view(liisa, threadId);
  expect([latest.messages.length, latest.messages[0]?.text]).toEqual([50, '11']);
  const before = await run(liisa.actor, readThread, { threadId, before: latest.earlier });
  expect([before.messages.map(({ text }) => text), before.earlier]).toEqual([
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    null,
  ]);
});

test("the business's looks are in the use log, the customer's own are not", async () => {
  const { liisa, baker, threadId } = await aPair();
  await view(liisa, threadId);
  await view(baker, threadId);
  await run(baker.actor, readThreads, { page: 1 });
  const uses = await database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select(['role', 'section', 'action'])
      .where('customerId', '=', liisa.customerId)
      .orderBy('at')
      .execute(),
  );
  expect(uses).toEqual([
    { role: 'businessContact', section: 'messages', action: 'read' },
    { role: 'businessContact', section: 'messages', action: 'list' },
  ]);
});

test("the other side is told in their language, without the text and without a customer's name", async () => {
  const { liisa, baker, threadId } = await aPair();
  world.jobs.takeEvents();
  await write(liisa, threadId, 'Salainen asia');
  await world.deliver(dialogueEvents);
  const [mail] = (await mails()).filter(({ personId }) => personId === baker.personId);
  expect(mail?.subject).toBe('Uusi viesti: Lauantain jono');
  expect(mail?.body).toContain(`/threads/${threadId}`);
  expect(mail?.body).not.toMatch(/Salainen|Liisa|@/);
  await write(baker, threadId, 'Toinen salaisuus');
  await world.deliver(dialogueEvents);
  const toLiisa = (await mails()).filter(({ personId }) => personId === liisa.personId);
  expect(toLiisa.map(({ subject }) => subject)).toEqual(['Pullapuoti kirjoitti sinulle']);
});

test('unread messages are a move for both roles, until read', async () => {
  const { liisa, baker, threadId } = await aPair();
  await write(baker, threadId, 'Hei');
  await write(baker, threadId, 'Vielä yksi');
  await write(liisa, threadId, 'Hei');
  const moves = (who: MadeCustomer | MadeContact) =>
    run(who.actor, async (work) => (await dialogueMoves[who.actor.role]?.(work)) ?? [], undefined);
  expect(await moves(liisa)).toMatchObject([
    { kind: 'messageFromBusiness', path: `/threads/${threadId}`, values: { count: 2 } },
    { kind: 'messageToBusiness', isWaiting: true, values: { count: 1 } },
  ]);
  expect(await moves(baker)).toMatchObject([
    { kind: 'messageFromCustomer', values: { count: 1 } },
    { kind: 'messageToCustomer', isWaiting: true, values: { count: 2 } },
  ]);
  await run(liisa.actor, markRead, { threadId, upTo: null });
  expect(await moves(liisa)).toMatchObject([{ kind: 'messageToBusiness', isWaiting: true }]);
  expect(await moves(baker)).toMatchObject([{ kind: 'messageFromCustomer' }]);
});

test('a message says something, or brings a file', async () => {
  const { liisa, threadId } = await aPair();
  await expect(write(liisa, threadId, '')).rejects.toMatchObject({
    code: 'badInput',
    fields: [{ field: 'text', message: 'form.required' }],
  });
  expect(messageInput.parse({ text: ' \n ' }).text).toBe('');
});

test.each([
  ['x'.repeat(4001), 'form.tooLong'],
  ['a\u0000b', 'form.check'],
])('a message that cannot be taken says why (%#)', (text, message) => {
  expect(messageInput.safeParse({ text }).error?.issues.map((issue) => issue.message)).toContain(message);
});

test('a message is kept as written, in one Unicode form', async () => {
  const { liisa, threadId } = await aPair();
  const text = messageInput.parse({ text: "A\u0308iti <b>'; drop--</b> {count} 👩‍👧\n\nuusi rivi" }).text;
  await write(liisa, threadId, text);
  expect((await view(liisa, threadId)).messages[0]?.text).toBe("Äiti <b>'; drop--</b> {count} 👩‍👧\n\nuusi rivi");
});
