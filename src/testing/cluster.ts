import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../kernel/migrate.ts';
import { chooseRunner, findBinaries, type Runner } from './binaries.ts';

/** A PostgreSQL of the tests' own: the same roles as in production, and a migrated database to clone. */
export type Cluster = {
  host: string;
  /** Address of a database as the superuser, for the tests' own house-keeping only. */
  asRoot(database: string): string;
  /** As the migrator: owns the tables, is no superuser. */
  asMigrator(database: string): string;
  /** As the login the server uses: member of tuttu_app, owns nothing. */
  asApp(database: string): string;
  /** Ends the server as a power cut does (SIGKILL). */
  crash(): Promise<void>;
  /** Starts it again after that, at the same address, on the same data. Resolves when it takes connections. */
  revive(): Promise<void>;
  stop(): Promise<void>;
};

export const template = 'tuttu_template';
const prefix = 'tuttu-test-';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const readNumber = (file: string): number => {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
};

/** Ends and removes what an earlier run left behind when it was killed. */
const cleanStale = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = readNumber(join(folder, 'owner'));
    if (owner === 0 || isAlive(owner)) continue;
    const server = readNumber(join(folder, 'data', 'postmaster.pid'));
    try {
      if (server > 0 && isAlive(server)) process.kill(server, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Another user's: not ours to remove.
    }
  }
};

const makeData = (binaries: string, data: string, runner: Runner): void => {
  const attempt = (locale: string) =>
    spawnSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'],
      { encoding: 'utf8', cwd: '/', ...runner },
    );
  const first = attempt('C.UTF-8');
  const made = first.status === 0 ? first : attempt('C');
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
};

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  log_min_messages: 'panic',
  timezone: 'UTC',
};

const connects = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
};

type Place = { binaries: string; data: string; runner: Runner; port: number };

const startPostgres = async ({ binaries, data, runner, port }: Place, own: Record<string, string>) => {
  const options = Object.entries({ ...settings, ...own }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: '/',
    ...runner,
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    if (await connects(url)) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGQUIT');
  throw new Error('PostgreSQL did not start.');
};

/** Runs statements one by one on a connection of their own. */
export const execute = async (url: string, statements: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

const ended = (child: ChildProcess, signal: 'SIGQUIT' | 'SIGKILL' = 'SIGQUIT'): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** The addresses of a cluster somebody else has started, from its host and port. */
export const clusterAt = (host: string): Omit<Cluster, 'stop' | 'crash' | 'revive'> => {
  const as = (user: string) => (database: string) => `postgres://${user}@${host}/${database}`;
  return {
    host,
    asRoot: as('postgres'),
    asMigrator: as('tuttu_test_migrator'),
    asApp: as('tuttu_test_app'),
  };
};

/** Starts a PostgreSQL in a temporary folder on a free port, with its roles and the template database. Takes about three seconds. */
export const startCluster = async (
  options: { fill?: (migratorUrl: string) => Promise<void>; settings?: Record<string, string> } = {},
): Promise<Cluster> => {
  cleanStale();
  const runner = chooseRunner();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(folder, runner.uid, runner.gid);
  const data = join(folder, 'data');
  const binaries = findBinaries(runner, folder);
  makeData(binaries, data, runner);
  const place = { binaries, data, runner, port: await freePort() };
  const start = () => startPostgres(place, options.settings ?? {});
  let child = await start();
  const endWithUs = () => child.kill('SIGQUIT');
  process.once('exit', endWithUs);
  const cluster = clusterAt(`127.0.0.1:${place.port}`);
  const stop = async () => {
    process.off('exit', endWithUs);
    await ended(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await execute(cluster.asRoot('postgres'), [
      'create role tuttu_test_migrator login createrole',
      `create database ${template} owner tuttu_test_migrator`,
      // Public gets nothing it would not have on a careful installation.
      `revoke all on database ${template} from public`,
      'create role tuttu_test_app login',
    ]);
    await migrate(cluster.asMigrator(template));
    await execute(cluster.asRoot('postgres'), [
      'grant tuttu_app to tuttu_test_app',
      `grant connect on database ${template} to tuttu_test_app`,
    ]);
    await options.fill?.(cluster.asMigrator(template));
    await execute(cluster.asRoot('postgres'), [
      `update pg_database set datallowconn = false where datname = '${template}'`,
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  const crash = () => ended(child, 'SIGKILL');
  const revive = async () => {
    // Its own processes see that it is gone, and go too; until then a new one refuses their memory.
    for (let tries = 1; ; tries += 1) {
      const next = await start().catch((error: unknown) => {
        if (tries === 20) throw error;
      });
      if (!next) continue;
      child = next;
      return;
    }
  };
  return { ...cluster, crash, revive, stop };
};

/** Makes a database as a copy of another, with nothing for those who need not reach it. */
export const copyDatabase = (cluster: Pick<Cluster, 'asRoot'>, from: string, name: string): Promise<void> =>
  execute(cluster.asRoot('postgres'), [
    `create database ${name} template ${from} owner tuttu_test_migrator`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to tuttu_test_app`,
  ]);

let count = 0;

/** A fresh copy of the migrated template, or of another, about a tenth of a second. Returns its name. */
export const cloneDatabase = async (cluster: Pick<Cluster, 'asRoot'>, from = template): Promise<string> => {
  count += 1;
  const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${count}_${Date.now().toString(36)}`;
  await copyDatabase(cluster, from, name);
  return name;
};

export const dropDatabase = (cluster: Pick<Cluster, 'asRoot'>, name: string): Promise<void> =>
  execute(cluster.asRoot('postgres'), [`drop database if exists ${name} with (force)`]);
