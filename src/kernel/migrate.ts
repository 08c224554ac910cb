import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { productFolder } from './root.ts';

const folder = join(productFolder, 'migrations');

/** Migration files in order; a file is never changed once released. */
const migrations = (): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'tuttu migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const applied = async (client: pg.Client): Promise<Set<string>> => {
  const there = await client.query("select to_regclass('public.migration') is not null as there");
  if (!there.rows[0]?.there) return new Set();
  const rows = await client.query<{ name: string }>('select name from public.migration');
  return new Set(rows.rows.map((row) => row.name));
};

/** Names of the migrations this database still lacks. */
export const pendingMigrations = (url: string): Promise<string[]> =>
  withClient(url, async (client) => {
    const done = await applied(client);
    return migrations().filter((name) => !done.has(name));
  });

/**
 * Brings the database up to date, one transaction a file, under a lock so that two starts do not meet, and makes the queues that it lacks. Returns
 * which files were done.
 */
export const migrate = async (url: string): Promise<string[]> => {
  const done = await withClient(url, async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(715001)');
    await client.query(
      'create table if not exists public.migration (name text primary key, at timestamptz not null default now())',
    );
    await client.query('commit');
    const before = await applied(client);
    const missing = migrations().filter((name) => !before.has(name));
    for (const name of missing) {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock(715001)');
      const again = await client.query('select from public.migration where name = $1', [name]);
      if (again.rowCount === 0) {
        await client.query(readFileSync(join(folder, name), 'utf8'));
        await client.query('insert into public.migration (name) values ($1)', [name]);
      }
      await client.query('commit');
    }
    await client.query(
      "do $$ begin execute format('grant tuttu_app to %I', current_user); exception when others then null; end $$",
    );
    return missing;
  });
  if (done.length > 0 || (await lacksQueues(url))) await prepareJobs(url);
  return done;
};

/** Tells the planner what the tables hold. Only their owner can; an embedded database never does it by itself. */
export const gatherStatistics = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query('analyze');
  });

export const jobQueues = [
  'event',
  'mail',
  'sms',
  'housekeeping',
  'adverts',
  'reading',
  'outsideModel',
  'recommendations',
  'retention',
] as const;
export type JobQueue = (typeof jobQueues)[number];
/** Work of minutes, that nobody waits for. */
export const isSlow = (queue: JobQueue): boolean =>
  queue === 'adverts' || queue === 'recommendations' || queue === 'retention';
export const parkedQueue = 'parked';

const noSuchTable = '42P01';

/** Whether a queue is missing: a database may be older than the queue, and have had no migration since. One statement. */
const lacksQueues = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const needed = [...jobQueues, parkedQueue];
    try {
      const { rows } = await client.query<{ there: number }>(
        'select count(*)::int as there from jobs.queue where name = any($1)',
        [needed],
      );
      return rows[0]?.there !== needed.length;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === noSuchTable) return true;
      throw error;
    }
  });

/** Creates or upgrades pg-boss's own schema and queues, and lets the app's role use them. */
const prepareJobs = async (url: string): Promise<void> => {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 1, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.createQueue(parkedQueue, { retentionSeconds: 90 * 24 * 3600 });
  const retry = { retryLimit: 6, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 120 };
  const slow = { ...retry, retryDelay: 60, expireInSeconds: 1800 };
  for (const queue of jobQueues)
    await boss.createQueue(queue, { ...(isSlow(queue) ? slow : retry), deadLetter: parkedQueue });
  await boss.stop({ graceful: false });
  await withClient(url, async (client) => {
    await client.query('grant usage, create on schema jobs to tuttu_app');
    await client.query('grant all on all tables in schema jobs to tuttu_app');
    await client.query('grant all on all sequences in schema jobs to tuttu_app');
    await client.query('grant execute on all functions in schema jobs to tuttu_app');
  });
};

/** Refuses a database user that row security does not hold: superusers and those who bypass it. */
export const refuseAllPowerfulUser = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      'select rolsuper or rolbypassrls as powerful, rolname from pg_roles where rolname = current_user',
    );
    if (rows[0]?.powerful)
      throw new Error(
        `DATABASE_URL: the user "${rows[0].rolname}" is a superuser or bypasses row security, which keeps cities apart. Use a plain user that is a member of tuttu_app (README, "On PostgreSQL").`,
      );
  });
