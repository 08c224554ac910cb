import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Tx } from './database.ts';
import { isSlow, type JobQueue, jobQueues, parkedQueue } from './migrate.ts';

/** How pg-boss reaches the database when it is given a way instead of an address. */
type Sql = NonNullable<ConstructorOptions['db']>;

/** Work for later: a job is written in the transaction that causes it, and is run at least once after that has been committed. */
export type Jobs = {
  send(tx: Tx, queue: JobQueue, data: object): Promise<void>;
};

export type JobWorker = Jobs & {
  /** Starts taking jobs. A handler that throws is tried again with growing pauses, then its job is parked. */
  work(handlers: Record<JobQueue, (data: unknown) => Promise<void>>): Promise<void>;
  /** Makes a job at a fixed rhythm (cron, UTC). */
  repeat(queue: JobQueue, cron: string, data: object): Promise<void>;
  parked(cityId: string): Promise<ParkedJob[]>;
  /** Puts a parked job back to its queue. False when it is not there or another city's. */
  retry(cityId: string, id: string): Promise<boolean>;
  stop(): Promise<void>;
};

export type ParkedJob = { id: string; parkedAt: Date; topic: string; reason: string };

/** pg-boss statements each in a transaction of their own: the embedded database has one session, which must not be shared halfway. */
const inTransaction = (pool: pg.Pool): Sql => ({
  async executeSql(text, values) {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const result = await client.query(text, values);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  },
});

const within = (tx: Tx): Sql => ({
  executeSql: async (text, values) =>
    tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...(values ?? [])])),
});

export const openJobs = async (
  url: string,
  { onError, pollSeconds = 1 }: { onError: (error: Error) => void; pollSeconds?: number },
): Promise<JobWorker> => {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'tuttu jobs' });
  pool.on('error', () => {});
  const database = inTransaction(pool);
  const boss = new PgBoss({
    db: database,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: true,
  });
  boss.on('error', onError);
  await boss.start();
  return {
    send: async (tx, queue, data) => {
      await boss.send(queue, data, { db: within(tx) });
    },
    async work(handlers) {
      for (const queue of jobQueues)
        await boss.work<unknown>(
          queue,
          {
            pollingIntervalSeconds: isSlow(queue) ? 5 * pollSeconds : pollSeconds,
            batchSize: 1,
            burstWhenBatchFull: true,
          },
          async (jobs) => {
            for (const job of jobs) await handlers[queue](withId(job));
          },
        );
    },
    repeat: async (queue, cron, data) => {
      await boss.schedule(queue, cron, data);
    },
    async parked(cityId) {
      const { rows } = await database.executeSql(
        `select id, created_on, data->>'topic' as topic, coalesce(output->>'message', output::text, '') as reason
         from jobs.job where name = $1 and data->>'cityId' = $2 and state in ('created', 'retry', 'active') order by created_on desc limit 200`,
        [parkedQueue, cityId],
      );
      return rows.map((row) => ({ id: row.id, parkedAt: row.created_on, topic: row.topic ?? '', reason: row.reason }));
    },
    async retry(cityId, id) {
      const { rows } = await database.executeSql(
        `select data from jobs.job where name = $1 and id = $2 and data->>'cityId' = $3`,
        [parkedQueue, id, cityId],
      );
      const data = rows[0]?.data;
      if (!data) return false;
      await boss.send(data.queue ?? 'event', data);
      await boss.deleteJob(parkedQueue, id);
      return true;
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
      await pool.end();
    },
  };
};

/** Handlers know a job by its id, which stays the same however often it is tried. */
const withId = (job: { id: string; data: unknown }): unknown =>
  typeof job.data === 'object' && job.data !== null ? { eventId: job.id, ...job.data } : { eventId: job.id };
