/**
 * What is left when things end in the middle (B1, B2, B3, B6 of trust.md): the server killed while it writes, PostgreSQL killed under it, and many people
 * after few times. Bounded: writing ends after some minutes, and says how far it came.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoCities } from '../src/demo/cities.ts';
import { addCity } from '../src/kernel/cities.ts';
import { addDays, dayIn, systemClock } from '../src/kernel/clock.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { settleDeployment } from '../src/kernel/deployment.ts';
import { newId } from '../src/kernel/ids.ts';
import { createSecrets } from '../src/kernel/secrets.ts';
import { isWorkingDay } from '../src/kernel/working-days.ts';
import { installVocabulary } from '../src/know-how/import-vocabulary.ts';
import { starterVocabulary } from '../src/know-how/vocabulary/starter.ts';
import { builders, type Made, type MadeCustomer } from '../src/testing/builders.ts';
import { makeCircle } from '../src/testing/circle.ts';
import { cloneDatabase, startCluster } from '../src/testing/cluster.ts';
import { handleAll, readCrashed, writeMessages } from '../src/testing/crash.ts';
import type { Booked, FaultsFigures } from './figures.ts';
import { busyWithOthers } from './machine.ts';
import { settings } from './postgres.ts';
import { end, type Started, serviceOn, startProduct } from './product.ts';

const [rounds = 20, writes = 10_000] = process.argv.slice(2).map(Number);
/** All writing of B1 ends after so long, whatever is left of it. */
const mostMs = 270_000;
const people = 200;
const times = 10;
const city = 'turku';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const busyBefore = await busyWithOthers();
const folder = mkdtempSync(join(tmpdir(), 'tuttu-bench-'));
const cluster = await startCluster({ settings: { ...settings, shared_buffers: '128MB' } });
try {
  const name = await cloneDatabase(cluster);
  const environment: Record<string, string> = {
    ...serviceOn({ url: cluster.asApp(name), migratorUrl: cluster.asMigrator(name) }, folder),
    TUTTU_REQUESTS: '1000000',
  };
  const database = openDatabase(cluster.asApp(name), { max: 4 });
  await database.acrossCities(async (tx) => {
    await settleDeployment(tx, { isDemo: false });
    for (const one of demoCities) await addCity(tx, one);
  });
  await installVocabulary(database, starterVocabulary());
  const secrets = createSecrets(environment.TUTTU_SECRET ?? '');
  const made = builders({ database, secrets, clock: systemClock });

  type Writer = { token: string; threadId: string };
  const writers: Writer[] = [];
  for (const circleName of ['ca', 'cb', 'cc', 'cd']) {
    const circle = await makeCircle({ database, clock: systemClock, ...made }, { name: circleName, city });
    for (const who of [circle.customer, circle.contact])
      writers.push({ token: await made.aToken(who), threadId: circle.ids.threadId });
  }

  let server: Started = await startProduct({ environment });
  const post = async (
    token: string,
    path: string,
    body: object,
  ): Promise<{ status: number; text: string } | undefined> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const url = server.url + path;
    try {
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return undefined;
    }
  };
  const sendAs =
    ({ token, threadId }: Writer) =>
    async (text: string): Promise<number | undefined> =>
      (await post(token, `/api/threads/${threadId}/messages`, { text }))?.status;
  const connectRoot = async (): Promise<pg.Client> => {
    const root = new pg.Client({ connectionString: cluster.asRoot(name) });
    // Its server is killed on purpose.
    root.on('error', () => {});
    await root.connect();
    return root;
  };
  const nowIn = async (root: pg.Client): Promise<string> =>
    (await root.query<{ at: string }>('select now()::text as at')).rows[0]?.at ?? '';

  /** B1, B3. */
  const killServer = async (): Promise<FaultsFigures['server']> => {
    const root = await connectRoot();
    const since = await nowIn(root);
    const acknowledged: string[] = [];
    const begun = performance.now();
    let ended = 0;
    for (let round = 1; round <= rounds && performance.now() - begun < mostMs; round += 1) {
      const wanted = Math.ceil((writes * round) / rounds);
      const writing = Promise.all(
        writers.map((writer) => writeMessages(sendAs(writer), acknowledged, { isOver: () => false })),
      );
      while (acknowledged.length < wanted && performance.now() - begun < mostMs) await pause(5);
      // Somewhere in the middle of eight requests and of what follows from those before.
      await pause((round % 10) * 3);
      const killed = new Promise((resolve) => server.process.once('exit', resolve));
      server.process.kill('SIGKILL');
      await killed;
      ended += 1;
      for (const others of await writing)
        for (const [status, count] of others) console.log(`Answers other than 201: ${status}, ${count} times`);
      server = await startProduct({ environment });
      console.log(`Ended ${ended} times, ${acknowledged.length} writes acknowledged`);
    }
    const waiting = await handleAll(root, 120);
    const found = await readCrashed(root, { since, acknowledged });
    await root.end();
    const seconds = Math.round((performance.now() - begun) / 1000);
    return { ...found, rounds: ended, acknowledged: acknowledged.length, waiting, seconds };
  };

  /** So many free times of ten minutes, with ten between, of an adviser on a day, and who is after them. */
  const makeTimes = async (): Promise<{ adviser: Made; tokens: string[] }> => {
    let day = addDays(dayIn('Europe/Helsinki', new Date()), 3);
    while (!isWorkingDay(day)) day = addDays(day, 1);
    const adviser = await made.anAdviser();
    await database.inCity(city, (tx) =>
      tx
        .insertInto('opening')
        .values({
          ...{ cityId: city, id: newId(), professionalId: adviser.personId, createdAt: new Date() },
          ...{
            weekday: new Date(`${day}T12:00:00Z`).getUTCDay() || 7,
            fromTime: '09:00',
            toTime: '12:10',
            slotMinutes: 10,
          },
          ...{ fromOn: day, untilOn: day, ways: ['inPerson'], address: 'Linnankatu 1', videoLink: '' },
        })
        .execute(),
    );
    const tokens: string[] = [];
    while (tokens.length < people) {
      const some = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const one: MadeCustomer = await made.aCustomer({ adviser });
          return made.aToken(one);
        }),
      );
      tokens.push(...some);
    }
    return { adviser, tokens };
  };

  type Answered = { outcome?: string; startsAt?: string };
  const bookAll = async (tokens: readonly string[], timeOf: (at: number) => string | null): Promise<Booked> => {
    const answers = await Promise.all(
      tokens.map(async (token, at): Promise<Answered> => {
        const answer = await post(token, '/api/appointments', { startsAt: timeOf(at), message: '' });
        // Our own API's answer.
        return answer && answer.status < 300 ? (JSON.parse(answer.text) as Answered) : {};
      }),
    );
    const got = answers.filter(({ outcome }) => outcome === 'got');
    const taken = answers.filter(({ outcome }) => outcome === 'taken').length;
    const different = new Set(got.map(({ startsAt }) => startsAt)).size;
    return { got: got.length, different, taken, otherwise: people - got.length - taken };
  };

  const freeTimes = async (token: string): Promise<string[]> => {
    const answer = await fetch(`${server.url}/api/free-times`, { headers: { authorization: `Bearer ${token}` } });
    // Our own API's answer.
    const { times: free } = (await answer.json()) as { times: { startsAt: string }[] };
    if (free.length !== times) throw new Error(`There are ${free.length} free times, not ${times}`);
    return free.map(({ startsAt }) => startsAt);
  };

  /** B6. */
  const bookTimes = async (): Promise<FaultsFigures['booking']> => {
    const one = await makeTimes();
    const free = await freeTimes(one.tokens[0] ?? '');
    const named = await bookAll(one.tokens, (at) => free[at % times] ?? null);
    const other = await makeTimes();
    await freeTimes(other.tokens[0] ?? '');
    return { people, times, named, first: await bookAll(other.tokens, () => null) };
  };

  /** B2. */
  const killDatabase = async (): Promise<FaultsFigures['database']> => {
    const before = await connectRoot();
    const since = await nowIn(before);
    await before.end().catch(() => {});
    const acknowledged: string[] = [];
    const { process: same } = server;
    let isOver = false;
    let missing = 0;
    const writing = Promise.all(
      writers.slice(0, 4).map((writer) => {
        const send = sendAs(writer);
        return writeMessages(
          async (text) => {
            const status = await send(text);
            if (status === undefined) missing += 1;
            if (status !== 201) await pause(20);
            return status;
          },
          acknowledged,
          { isOver: () => isOver, goesOn: true },
        );
      }),
    );
    while (acknowledged.length < 50) await pause(20);
    await cluster.crash();
    await pause(2000);
    await cluster.revive();
    const back = performance.now();
    const count = acknowledged.length;
    while (acknowledged.length === count && performance.now() - back < 30_000) await pause(5);
    const recoveredMs = Math.round(performance.now() - back);
    await pause(1000);
    isOver = true;
    const answers = (await writing).flatMap((others) => [...others]);
    const sum = (is: (status: number) => boolean) =>
      answers.reduce((total, [status, number]) => total + (is(status) ? number : 0), 0);
    const root = await connectRoot();
    const { lost } = await readCrashed(root, { since, acknowledged });
    await root.end();
    const isSameProcess = server.process === same && same.exitCode === null && same.signalCode === null;
    const unavailable = sum((status) => status === 503);
    const otherwise = sum((status) => status !== 503) + missing;
    for (const [status, number] of answers)
      if (status !== 503) console.log(`PostgreSQL ended: ${status}, ${number} times`);
    return { acknowledged: acknowledged.length, lost, unavailable, otherwise, recoveredMs, isSameProcess };
  };

  try {
    const booking = await bookTimes();
    console.log(`B6: ${JSON.stringify(booking)}`);
    const killedServer = await killServer();
    console.log(`B1, B3: ${JSON.stringify(killedServer)}`);
    const killedDatabase = await killDatabase();
    const all: FaultsFigures = { server: killedServer, booking, database: killedDatabase, busyBefore };
    console.log(JSON.stringify(all));
  } finally {
    await end(server.process);
    await database.close().catch(() => {});
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
