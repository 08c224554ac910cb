import { mkdtempSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { addLiveRoutes, mostStreams } from '../kernel/http/live-routes.ts';
import { answerProblems } from '../kernel/http/problems.ts';
import { createHttp } from '../kernel/http/server.ts';
import { newId } from '../kernel/ids.ts';
import { tellChange } from '../kernel/live/change.ts';
import { createLive } from '../kernel/live/live.ts';
import { createSay } from '../kernel/say.ts';
import { endSession } from '../kernel/session.ts';
import { createRun } from '../kernel/work.ts';
import { catalogues } from '../messages/index.ts';
import type { Made } from '../testing/builders.ts';
import { testWorld } from '../testing/database.ts';
import { movesLive } from '../web/live.ts';
import { dialogueEvents } from './events.ts';
import { dialogueLive } from './live.ts';
import { openThreadOfMine } from './open-thread-with.ts';
import { writeMessage } from './write-message.ts';

const world = await testWorld();
const { clock, services, jobs } = world;
const say = createSay(catalogues);
const onError = (error: unknown) => console.error(error);

/** A process of the service: what it hears, its database, and its web. */
const aProcess = async () => {
  const live = createLive(world.url, { onError });
  const database = openDatabase(world.url, { max: world.isEmbedded ? 1 : 3, heard: live.heard });
  await live.listen();
  const config = readConfig({ TUTTU_DATA: mkdtempSync(join(tmpdir(), 'tuttu-data-')) });
  const run = createRun({
    ...{ database, clock, services, jobs },
    timeZone: () => 'Europe/Helsinki',
    isHandled: () => true,
  });
  const http = await createHttp({ config, database, clock, say, secret: 'x'.repeat(32) });
  answerProblems(http, say);
  addLiveRoutes(http, [...dialogueLive, ...movesLive], { config, database, clock, live, run });
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  afterAll(async () => {
    await live.close();
    await http.close();
    await database.close();
  });
  return { live, database, run, url };
};

const here = await aProcess();
// The embedded database has one process.
const there = world.isEmbedded ? here : await aProcess();

type Stream = { status: number; headers: Headers; text(): string; isOver(): boolean; stop(): void };

const openStream = async (url: string, who: Made | null): Promise<Stream> => {
  const stopping = new AbortController();
  const headers: Record<string, string> = who ? { authorization: `Bearer ${await world.aToken(who)}` } : {};
  const response = await fetch(url, { headers, signal: stopping.signal });
  let text = '';
  let isOver = false;
  const read = async () => {
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) return;
      text += decoder.decode(part.value, { stream: true });
    }
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return {
    status: response.status,
    headers: response.headers,
    text: () => text,
    isOver: () => isOver,
    stop: () => stopping.abort(),
  };
};

const changes = (stream: Stream) => stream.text().split('event: changed').length - 1;

/** Until both processes have heard all that was told before: they hear it in the order of the commits. */
const allHeard = async () => {
  const last = { cityId: 'turku', topic: 'thread', id: newId() } as const;
  const heard = [here, there].map(
    ({ live }) =>
      new Promise<void>((resolve) => {
        const stop = live.follow(last, (isCheck) => {
          if (isCheck) return;
          stop();
          resolve();
        });
      }),
  );
  await here.database.inCity('turku', (tx) => tellChange(tx, last));
  await Promise.all(heard);
};

const aTalk = async () => {
  const adviser = await world.anAdviser();
  const liisa = await world.aCustomer({ name: 'Liisa Laine', adviser });
  const input = { with: 'adviser' as const, subject: 'Kurssi', text: 'Hei', stepId: null, challengeId: null };
  const { id: threadId } = await here.run(liisa.actor, openThreadOfMine, input);
  await allHeard();
  return { adviser, liisa, threadId, at: `/threads/${threadId}/live` };
};
const write = (who: Made, threadId: string, text: string) =>
  here.run(who.actor, writeMessage, { threadId, text, readUpTo: null });

test('an open page hears of a message in whatever process it was written, and is told an id only', async () => {
  const { liisa, adviser, threadId, at } = await aTalk();
  const streams = [await openStream(here.url + at, liisa), await openStream(there.url + at, adviser)];
  for (const stream of streams) {
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('x-content-type-options')).toBe('nosniff');
  }
  await write(adviser, threadId, 'Salainen asia');
  for (const stream of streams) {
    await expect.poll(() => changes(stream), { timeout: 2000 }).toBe(1);
    expect(stream.text()).toContain(`data: {"id":"${threadId}"}`);
    expect(stream.text()).not.toMatch(/Salainen|Liisa|Kurssi/);
    stream.stop();
  }
});

test('what is rolled back is told to nobody', async () => {
  const { threadId } = await aTalk();
  const heard: string[] = [];
  const followed = { cityId: 'turku', topic: 'thread', id: threadId } as const;
  const stops = [here, there].map(({ live }, which) =>
    live.follow(followed, (isCheck) => isCheck || heard.push(String(which))),
  );
  await here.database
    .inCity('turku', async (tx) => {
      await tellChange(tx, followed);
      throw new Error('no');
    })
    .catch(() => {});
  await here.database.inCity('turku', (tx) => tellChange(tx, followed));
  await expect.poll(() => heard.toSorted(), { timeout: 2000 }).toEqual(['0', '1']);
  for (const stop of stops) stop();
});

test('nobody else’s stream opens', async () => {
  const { at } = await aTalk();
  const tries: [Made | null, number][] = [
    [null, 401],
    [await world.aCustomer(), 404],
    [await world.anAdviser(), 404],
    [await world.aBusinessContact(), 404],
    [await world.anAdviser({ city: 'espoo' }), 404],
    [await world.aStaffActor('manager'), 403],
  ];
  for (const [who, status] of tries) expect((await openStream(here.url + at, who)).status).toBe(status);
});

test('an adviser who looks after the customer no more loses the stream within two seconds, before anything else is told', async () => {
  const { liisa, adviser, threadId, at } = await aTalk();
  const stream = await openStream(there.url + at, adviser);
  const own = await openStream(there.url + at, liisa);
  await here.database.inCity('turku', (tx) =>
    tx.updateTable('caseload').set({ toOn: '2026-03-02' }).where('adviserId', '=', adviser.personId).execute(),
  );
  await expect.poll(stream.isOver, { timeout: 2000 }).toBe(true);
  expect(stream.text()).toContain('event: closed');
  await write(liisa, threadId, 'Uudelle');
  await expect.poll(() => changes(own), { timeout: 2000 }).toBe(1);
  expect(changes(stream)).toBe(0);
  own.stop();
});

test('who logs out loses the stream within two seconds', async () => {
  const { liisa, at } = await aTalk();
  const stream = await openStream(there.url + at, liisa);
  await here.database.acrossCities(async (tx) => {
    const sessions = await tx.selectFrom('session').select('id').where('personId', '=', liisa.personId).execute();
    for (const { id } of sessions) await endSession(tx, id, clock());
  });
  await expect.poll(stream.isOver, { timeout: 2000 }).toBe(true);
});

test(`one person has ${mostStreams} streams at most, and another after one has ended`, async () => {
  const { liisa, at } = await aTalk();
  const streams = [];
  for (let count = 0; count < mostStreams; count += 1) streams.push(await openStream(here.url + at, liisa));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  expect((await openStream(here.url + at, liisa)).status).toBe(429);
  streams[0]?.stop();
  await expect.poll(async () => (await openStream(here.url + at, liisa)).status, { timeout: 2000 }).toBe(200);
});

test('what waits for me has changed when I am told something', async () => {
  const { liisa, adviser, threadId } = await aTalk();
  const mine = await openStream(`${here.url}/my-moves/live`, liisa);
  const theirs = await openStream(`${here.url}/my-moves/live`, adviser);
  jobs.takeEvents();
  await write(adviser, threadId, 'Hei');
  await world.deliver(dialogueEvents);
  // The embedded database tells it to the connection that wrote it; there the jobs' is the same process's.
  if (!world.isEmbedded) {
    await expect.poll(() => changes(mine), { timeout: 2000 }).toBe(1);
    expect(changes(theirs)).toBe(0);
  }
  mine.stop();
  theirs.stop();
});

test.skipIf(world.isEmbedded)('a connection that is lost is made again, and everybody looks anew', async () => {
  const { liisa, at } = await aTalk();
  const stream = await openStream(here.url + at, liisa);
  const admin = new pg.Client({ connectionString: world.url });
  await admin.connect();
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tuttu live' and datname = current_database()",
  );
  await admin.end();
  await expect.poll(() => changes(stream), { timeout: 4000 }).toBe(1);
  stream.stop();
});

test.skipIf(world.isEmbedded)(
  'while the database is away one connection is asked for at a time, and one is there afterwards',
  async () => {
    const { hostname, port } = new URL(world.url);
    const sockets = new Set<Socket>();
    let isAway = false;
    let tries = 0;
    const between = createServer((socket) => {
      if (isAway) {
        tries += 1;
        return socket.destroy();
      }
      const other = connect(Number(port), hostname);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      for (const [from, to] of [
        [socket, other],
        [other, socket],
      ] as const)
        from
          .on('error', () => {})
          .on('close', () => to.destroy())
          .pipe(to);
    });
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
    const address = between.address();
    const url = new URL(world.url);
    url.port = String(typeof address === 'object' ? address?.port : 0);
    const live = createLive(url.href, { onError });
    await live.listen();
    isAway = true;
    for (const socket of sockets) socket.destroy();
    // The third comes 1.4 seconds after, the fourth 3.0.
    await expect.poll(() => tries, { timeout: 4000 }).toBe(3);
    isAway = false;
    await expect.poll(() => sockets.size, { timeout: 4000 }).toBe(1);
    expect(tries).toBe(3);
    await live.close();
    between.close();
  },
);

test('an open stream looks at nobody again: the use log has one row for it', async () => {
  const { liisa, adviser, threadId, at } = await aTalk();
  const stream = await openStream(here.url + at, adviser);
  await write(liisa, threadId, 'Hei');
  await expect.poll(() => changes(stream), { timeout: 2000 }).toBe(1);
  const uses = await here.database.inCity('turku', (tx) =>
    tx
      .selectFrom('useLog')
      .select('why')
      .where('customerId', '=', liisa.customerId)
      .where('role', '=', 'adviser')
      .execute(),
  );
  expect(uses).toEqual([{ why: 'thread' }]);
  stream.stop();
});
