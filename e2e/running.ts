import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productFolder } from '../src/kernel/root.ts';
import { type clusterAt, freePort } from '../src/testing/cluster.ts';

/** A process of the built server, on a database and a data folder of its own. */
export type Running = {
  url: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as a power cut does, at once and without a word (SIGKILL). */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same database and folder. */
  revive(): Promise<void>;
  /** Ends it as an operator does; its folder goes away. */
  stop(): Promise<void>;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    (response) => response.ok,
    () => false,
  );

type Place = {
  cluster: ReturnType<typeof clusterAt>;
  /** Of the database. */
  name: string;
  environment: Record<string, string>;
};

const start = async ({ cluster, name, environment }: Place): Promise<Running> => {
  const entry = join(productFolder, 'build', 'server', 'index.js');
  if (!existsSync(entry)) throw new Error('There is no build yet: npm test -- build');
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
        ...environment,
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
    rmSync(folder, { recursive: true, force: true });
  };
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

/** Starts it as an operator does and waits until it answers. Throws with what it printed when it ends or is not there within two minutes. */
export const runServer = (place: Place): Promise<Running> =>
  start(place).catch((error: unknown) => {
    // Somebody else on this machine took the free port meanwhile: another is asked for, once.
    if (error instanceof Error && error.message.includes('EADDRINUSE')) return start(place);
    throw error;
  });
