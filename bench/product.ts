import { type ChildProcess, spawn } from 'node:child_process';
import { productFolder } from '../src/kernel/root.ts';
import { freePort } from '../src/testing/cluster.ts';

export type Started = { url: string; process: ChildProcess; milliseconds: number; stop(): Promise<void> };

/** Ends a process we started, in order; by force when it has not ended after a while. */
export const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });

/** Resolves with what a process printed up to the words waited for. Rejects, with all it printed, when it ends or takes too long. */
export const printed = (child: ChildProcess, words: RegExp, seconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    let text = '';
    const fail = (why: string) => reject(new Error(`${why}\n${text}`));
    const limit = setTimeout(() => fail(`Not ready after ${seconds} s:`), seconds * 1000);
    const read = (chunk: Buffer) => {
      text += chunk;
      if (!words.test(text)) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`Ended at its start (${code}):`);
    });
  });

// An interrupted run leaves nothing running: what ends with the process is ended by its 'exit' event.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Whatever ends this process ends the child too. */
export const endWithUs = (child: ChildProcess): void => {
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
};

type Start = {
  environment: Record<string, string>;
  /** Arguments for Node; the server as `npm start` runs it when left out. */
  command?: readonly string[];
  folder?: string;
  seconds?: number;
};

const server = ['--enable-source-maps', 'build/server/index.js'];

/** Starts the built server as `npm start` does and waits until it says where it is. */
export const startProduct = async ({
  environment,
  command = server,
  folder = productFolder,
  seconds = 180,
}: Start): Promise<Started> => {
  const port = await freePort();
  const start = performance.now();
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, [...process.execArgv, ...command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { PATH, HOME, TMPDIR, NODE_ENV: 'production', LOG_LEVEL: 'error', PORT: String(port), ...environment },
  });
  endWithUs(child);
  try {
    await printed(child, /Tuttu: Open http/, seconds);
  } catch (error) {
    await end(child);
    throw error;
  }
  const milliseconds = Math.round(performance.now() - start);
  return { url: `http://127.0.0.1:${port}`, process: child, milliseconds, stop: () => end(child) };
};

/** The settings of a service with real people, on a database of the bench's own: no demo, log-in elsewhere. */
export const serviceOn = (
  database: { url: string; migratorUrl: string },
  dataFolder: string,
): Record<string, string> => ({
  DATABASE_URL: database.url,
  DATABASE_MIGRATOR_URL: database.migratorUrl,
  TUTTU_DATA: dataFolder,
  TUTTU_URL: 'http://127.0.0.1',
  TUTTU_SECRET: 'a secret for measuring, long enough to be one',
  TUTTU_LOGIN: 'https://login.invalid|bench|bench',
  TUTTU_STAFF_LOGIN: 'https://staff.invalid|bench|bench',
});
