import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { emptyDatabase } from '../testing/database.ts';
import { openDatabase } from './database.ts';
import { openJobs } from './jobs.ts';
import { jobQueues, migrate, parkedQueue } from './migrate.ts';

const place = await emptyDatabase();
afterAll(() => place.remove(), 60_000);

const onDatabase = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: place.migratorUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
const queuesThere = () =>
  onDatabase(async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from jobs.queue order by name');
    return rows.map(({ name }) => name);
  });

const nothing = async (): Promise<void> => {};
const all = [...jobQueues, parkedQueue].sort();

test('a queue a database lacks is made at the start, without a migration, and takes jobs', async () => {
  expect(await queuesThere()).toEqual(expect.arrayContaining(all));
  await onDatabase((client) => client.query("select jobs.delete_queue('adverts')"));
  expect(await queuesThere()).not.toContain('adverts');
  expect(await migrate(place.migratorUrl)).toEqual([]);
  expect(await queuesThere()).toEqual(expect.arrayContaining(all));

  const database = openDatabase(place.url, { max: 1 });
  const jobs = await openJobs(place.url, {
    onError: (error) => {
      throw error;
    },
    pollSeconds: 0.5,
  });
  try {
    let take: (data: unknown) => void = () => {};
    const taken = new Promise((resolve) => {
      take = resolve;
    });
    const others = {
      event: nothing,
      mail: nothing,
      sms: nothing,
      housekeeping: nothing,
      reading: nothing,
      outsideModel: nothing,
    };
    await jobs.work({ ...others, recommendations: nothing, retention: nothing, adverts: async (data) => take(data) });
    await database.acrossCities((tx) => jobs.send(tx, 'adverts', { cityId: 'turku' }));
    expect(await taken).toMatchObject({ cityId: 'turku' });
  } finally {
    await jobs.stop();
    await database.close();
  }
}, 60_000);

test('a second start changes nothing of the queues', async () => {
  const made = () =>
    onDatabase(async (client) => (await client.query('select name, created_on from jobs.queue order by name')).rows);
  const before = await made();
  expect(await migrate(place.migratorUrl)).toEqual([]);
  expect(await made()).toEqual(before);
});
