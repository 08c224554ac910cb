import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { demoCities } from '../src/demo/cities.ts';
import { addCity } from '../src/kernel/cities.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { settleDeployment } from '../src/kernel/deployment.ts';
import { installVocabulary } from '../src/know-how/import-vocabulary.ts';
import { starterVocabulary } from '../src/know-how/vocabulary/starter.ts';
import { cloneDatabase, startCluster } from '../src/testing/cluster.ts';

/** Like a small server in service: everything is written to disk before it is answered. */
export const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  effective_cache_size: '4GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
};

/** The city that is measured; the other five are there to be kept apart. */
export const bigCity = 'helsinki';
export const size = { customers: 100_000, advisers: 500, businesses: 2_000, challenges: 5_000 };
const small = { customers: 2_000, advisers: 10, businesses: 40, challenges: 100 };

const wanted = demoCities.map(({ id }, nr) => ({ city_id: id, nr, ...(id === bigCity ? size : small) }));

const fill = async (rootUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: rootUrl });
  await client.connect();
  try {
    await client.query(
      `create temp table wanted as select * from jsonb_to_recordset('${JSON.stringify(wanted)}'::jsonb)
       as w (city_id text, nr int, customers int, advisers int, businesses int, challenges int)`,
    );
    await client.query(readFileSync(join(import.meta.dirname, 'fill.sql'), 'utf8'));
  } finally {
    await client.end();
  }
};

export type FilledPostgres = {
  /** As the login the server uses. */
  url: string;
  migratorUrl: string;
  rootUrl: string;
  version: string;
  fillSeconds: number;
  stop(): Promise<void>;
};

const versionOf = async (rootUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: rootUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  );
  await client.end();
  return rows[0]?.version ?? '';
};

/** A PostgreSQL of the bench's own with six cities of made-up people. Takes about a minute; `stop` removes it. */
export const startFilledPostgres = async (): Promise<FilledPostgres> => {
  const cluster = await startCluster({ settings });
  try {
    const name = await cloneDatabase(cluster);
    const [url, rootUrl] = [cluster.asApp(name), cluster.asRoot(name)];
    const database = openDatabase(url, { max: 1 });
    await database.acrossCities(async (tx) => {
      await settleDeployment(tx, { isDemo: false });
      for (const city of demoCities) await addCity(tx, city);
    });
    await installVocabulary(database, starterVocabulary());
    await database.close();
    const start = performance.now();
    await fill(rootUrl);
    const fillSeconds = Math.round((performance.now() - start) / 1000);
    return {
      url,
      rootUrl,
      migratorUrl: cluster.asMigrator(name),
      version: await versionOf(rootUrl),
      fillSeconds,
      stop: cluster.stop,
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};
