import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { emptyDatabase } from '../testing/database.ts';
import { openDatabase } from './database.ts';
import { type JobWorker, openJobs } from './jobs.ts';
import { type JobQueue, jobQueues } from './migrate.ts';

// B3 of trust.md: every event at least once and in order; one that always fails keeps nothing else back and is parked.

const place = await emptyDatabase();
const database = openDatabase(place.url, { max: 1 });
let jobs: JobWorker;
afterEach(() => jobs.stop());
afterAll(async () => {
  await database.close();
  await place.remove();
}, 60_000);

const start = async (event: (data: unknown) => Promise<void>): Promise<void> => {
  jobs = await openJobs(place.url, { onError: () => {}, pollSeconds: 0.5 });
  const nothing = async (): Promise<void> => {};
  const handlers = Object.fromEntries(jobQueues.map((queue) => [queue, nothing])) as Record<JobQueue, typeof nothing>;
  await jobs.work({ ...handlers, event });
};

const send = (...numbers: number[]) =>
  database.acrossCities(async (tx) => {
    for (const number of numbers) await jobs.send(tx, 'event', { cityId: 'turku', topic: 'counted', number });
  });
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

const numberOf = (data: unknown): number => (data as { number: number }).number;

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400 && !(await isSo()); tries += 1) await new Promise((done) => setTimeout(done, 50));
};

test('many events are taken one after the other in the order in which they happened, more than one in each look', async () => {
  const handled: number[] = [];
  await start(async (data) => {
    handled.push(numberOf(data));
  });
  for (const number of upTo(0, 60)) await send(number);
  // Waits twenty seconds at most: at one each look (half a second) it would take thirty.
  await until(() => handled.length === 60);
  expect(handled).toEqual(upTo(0, 60));
});

test('one that always fails does not keep back those taken with it; it is tried again, parked, and can be put back', async () => {
  const handled: number[] = [];
  let tries = 0;
  await start(async (data) => {
    if (numberOf(data) !== 103) {
      handled.push(numberOf(data));
      return;
    }
    tries += 1;
    throw new Error('poison');
  });
  await send(...upTo(100, 110));
  await until(() => handled.length === 9);
  expect(handled).toEqual([100, 101, 102, 104, 105, 106, 107, 108, 109]);
  expect(tries).toBe(1);
  expect(await jobs.parked('turku')).toEqual([]);

  // Its last try, without the pauses between.
  const client = new pg.Client({ connectionString: place.migratorUrl });
  await client.connect();
  await until(async () => {
    const { rowCount } = await client.query(
      "update jobs.job set retry_count = retry_limit - 1, start_after = now() where name = 'event' and state = 'retry'",
    );
    return rowCount === 1;
  });
  await until(async () => (await jobs.parked('turku')).length === 1);
  await client.end();
  const [parked] = await jobs.parked('turku');
  expect(parked).toMatchObject({ topic: 'counted', reason: 'poison' });
  expect(await jobs.parked('espoo')).toEqual([]);
  expect(await jobs.retry('espoo', parked?.id ?? '')).toBe(false);
  const before = tries;
  expect(await jobs.retry('turku', parked?.id ?? '')).toBe(true);
  await until(() => tries > before);
  expect(tries).toBe(before + 1);
  expect(await jobs.parked('turku')).toEqual([]);
}, 60_000);
