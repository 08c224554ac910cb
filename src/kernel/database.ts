import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

/**
 * The only way to the database. Every query runs in a transaction as the role tuttu_app, which owns nothing and passes no row security;
 * `inCity` sets the city whose rows it can see. There is no query function outside, so a pool query can never wait inside a transaction.
 */
export type Database = {
  inCity<T>(cityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For what belongs to no city: log-in, sessions, the vocabulary. Tenant tables show no rows here. */
  acrossCities<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const enter = (tx: Tx, cityId: string) =>
  sql`select set_config('role', 'tuttu_app', true), set_config('app.city', ${cityId}, true)`.execute(tx);

/** Opens a pool. `max` is 1 for the embedded database, which has one session; `heard` gets what it tells its connections (kernel/live). */
export const openDatabase = (
  url: string,
  { max, heard }: { max: number; heard?: (channel: string, payload: string) => void },
): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'tuttu',
    options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // One lost in the middle of a transaction fails the next question asked on it.
    client.on('error', () => {});
    if (heard) client.on('notification', ({ channel, payload = '' }) => heard(channel, payload));
  });
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const transact = <T>(cityId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    kysely.transaction().execute(async (tx) => {
      await enter(tx, cityId);
      return work(tx);
    });
  return {
    inCity: (cityId, work) => {
      if (cityId === '') throw new Error('inCity needs a city');
      return transact(cityId, work);
    },
    acrossCities: (work) => transact('', work),
    close: () => kysely.destroy(),
  };
};
