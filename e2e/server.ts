import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/kernel/database.ts';
import { productFolder } from '../src/kernel/root.ts';
import { cloneDatabase, clusterAt, dropDatabase, freePort } from '../src/testing/cluster.ts';

/** The built server on a database of its own, started as an operator starts it. */
export type Server = {
  url: string;
  /** As the server's login. */
  database: Database;
  appUrl: string;
  /** As the owner, past row security only where a test counts rows of all cities. */
  rootUrl: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as a power cut does, at once and without a word (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same database and folder. */
  revive(): Promise<void>;
  stop(): Promise<void>;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    (response) => response.ok,
    () => false,
  );

/** `prepare` fills the empty, migrated database before the server sees it; without it the server loads the whole demo. */
export const startServer = async (
  options: {
    prepare?: (database: Database) => Promise<void>;
    environment?: Record<string, string>;
    publicUrl?: string;
  } = {},
): Promise<Server> => {
  const ground = inject('ground');
  if (ground.kind !== 'postgres') throw new Error('The built server is tested on PostgreSQL.');
  const entry = join(productFolder, 'build', 'server', 'index.js');
  if (!existsSync(entry)) throw new Error('There is no build yet: npm test -- build');
  const cluster = clusterAt(ground.host);
  const name = await cloneDatabase(cluster);
  const database = openDatabase(cluster.asApp(name), { max: 5 });
  await options.prepare?.(database);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'tuttu-data-'));
  const launch = () =>
    spawn(process.execPath, ['--enable-source-maps', entry], {
      cwd: productFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PORT: String(port),
        TUTTU_DATA: folder,
        DATABASE_URL: cluster.asApp(name),
        DATABASE_MIGRATOR_URL: cluster.asMigrator(name),
        TUTTU_DEMO: 'only-made-up-people',
        LOG_LEVEL: 'error',
        ...options.environment,
        ...(options.publicUrl ? { TUTTU_URL: options.publicUrl } : {}),
      },
    });
  let child = launch();
  let output = '';
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const ended = () => (hasEnded() ? Promise.resolve() : once(child, 'exit'));
  const stop = async () => {
    process.off('exit', kill);
    if (!hasEnded()) {
      child.kill('SIGTERM');
      setTimeout(kill, 10_000).unref();
      await ended();
    }
    await database.close();
    await dropDatabase(cluster, name);
    rmSync(folder, { recursive: true, force: true });
  };
  /** Waits until it answers. */
  const opened = async () => {
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    for (let tries = 0; tries < 1200 && !hasEnded(); tries += 1) {
      if (await answers(url)) return;
      await pause(100);
    }
    const what = hasEnded() ? 'ended at its start' : 'did not start within two minutes';
    await stop();
    throw new Error(`The server ${what}:\n${output}`);
  };
  await opened();
  return {
    url,
    database,
    appUrl: cluster.asApp(name),
    rootUrl: cluster.asRoot(name),
    output: () => output,
    kill: async () => {
      kill();
      await ended();
    },
    revive: async () => {
      child = launch();
      await opened();
    },
    stop,
  };
};

/** What the server logged of its failures: one line for each kind, with where in our files. */
export const lastWords = (server: Server): string => {
  const kinds = new Set<string>();
  const lines = server.output().split('\n');
  for (const [at, line] of lines.entries()) {
    if (/^\w*Error\b/.test(line))
      kinds.add(
        `${line} ${lines
          .slice(at + 1, at + 4)
          .join(' ')
          .trim()}`,
      );
    if (!line.startsWith('{')) continue;
    const { err, url }: { err?: { message?: string; stack?: string }; url?: string } = JSON.parse(line);
    const where = /\bsrc\/[\w/.-]+:\d+/.exec(err?.stack ?? '')?.[0] ?? '';
    kinds.add(`${err?.message} ${where} (${url ?? ''})`);
  }
  return [...kinds].slice(0, 20).join('\n');
};
