import pg from 'pg';
import { type clusterAt, copyDatabase, dropDatabase, execute, template } from '../src/testing/cluster.ts';
import { runServer } from './running.ts';

type Cluster = ReturnType<typeof clusterAt>;

const demo = 'tuttu_demo';
/** Any number nothing else locks. */
const lock = 1_953_854_836;

/** The demo's own, so that a server on a copy of it can read what the one that loaded it has sealed. */
export const demoSecret = 'of the demo that tests share, and long enough for that';

/** Fills an empty, migrated database by the server's own first start. */
const load = async (cluster: Cluster): Promise<void> => {
  // What somebody who was killed had begun.
  await dropDatabase(cluster, demo);
  await copyDatabase(cluster, template, demo);
  const server = await runServer({ cluster, name: demo, environment: { TUTTU_SECRET: demoSecret } });
  await server.stop();
  await execute(cluster.asRoot('postgres'), [`alter database ${demo} allow_connections false`]);
};

/** The database with the whole demo, to be copied: loaded by whoever asks first, waited for by others of the same run. */
export const demoTemplate = async (cluster: Cluster): Promise<string> => {
  const client = new pg.Client({ connectionString: cluster.asRoot('postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and not datallowconn', [demo]);
    if (!rowCount) await load(cluster);
    return demo;
  } finally {
    await client.end();
  }
};
