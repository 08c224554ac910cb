import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { type ConstructorOptions, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
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

/**
 * Taken from a quick queue at once and done one after the other; the next are asked for at once where so many were there. Together they must be done
 * before the first expires (`expireInSeconds`), also where a mail server answers slowly.
 */
const atOnce = 10;

const taking = { burstWhenBatchFull: true, perJobResults: true, includeMetadata: true } as const;
type Taking = typeof taking & { batchSize: number; pollingIntervalSeconds: number };

/** What was sent first comes first; of one transaction's, whose id is less. */
const byAge = (one: JobWithMetadata<unknown>, other: JobWithMetadata<unknown>): number =>
  one.createdOn.getTime() - other.createdOn.getTime() || (one.id < other.id ? -1 : 1);

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
  // Lost in the middle of a transaction.
  pool.on('connect', (client) => client.on('error', () => {}));
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
      await boss.send(queue, data, { db: within(tx), id: newId() });
    },
    async work(handlers) {
      for (const queue of jobQueues) {
        const pace = isSlow(queue)
          ? { batchSize: 1, pollingIntervalSeconds: 5 * pollSeconds }
          : { batchSize: atOnce, pollingIntervalSeconds: pollSeconds };
        await boss.work<unknown, unknown, Taking>(queue, { ...taking, ...pace }, async (jobs) => {
          const results: JobResult[] = [];
          for (const job of [...jobs].sort(byAge)) results.push(await resultOf(job.id, handlers[queue](withId(job))));
          return results;
        });
      }
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

/** One job's end, which is nothing to the others taken with it. */
const resultOf = (id: string, work: Promise<void>): Promise<JobResult> =>
  work.then(
    () => ({ id, status: 'completed' as const }),
    (error: unknown) => ({
      id,
      status: 'failed' as const,
      output: { message: error instanceof Error ? error.message : String(error) },
    }),
  );

/** Handlers know a job by its id, which stays the same however often it is tried. */
const withId = (job: { id: string; data: unknown }): unknown =>
  typeof job.data === 'object' && job.data !== null ? { eventId: job.id, ...job.data } : { eventId: job.id };
