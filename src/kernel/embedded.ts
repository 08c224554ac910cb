import { fork } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from './root.ts';

/** The embedded database of a data folder, running in a child process: from then on it is a DATABASE_URL like any other. */
export type EmbeddedDatabase = { url: string; stop(): Promise<void>; onExit(listener: () => void): void };

export class FolderInUse extends Error {}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

type Running = { pid: number; url: string | null };

const readLock = (file: string): Running | null => {
  if (!existsSync(file)) return null;
  try {
    const found: Running = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(found.pid) ? found : null;
  } catch {
    return null;
  }
};

const lockFile = (dataFolder: string): string => join(dataFolder, 'running.json');

/** The address of the embedded database that a running server of this folder has started; null when none runs. */
export const runningDatabase = (dataFolder: string): string | null => readLock(lockFile(dataFolder))?.url ?? null;

const takeLock = (dataFolder: string): string => {
  mkdirSync(dataFolder, { recursive: true });
  const file = lockFile(dataFolder);
  const other = readLock(file);
  if (other)
    throw new FolderInUse(
      `The data folder ${dataFolder} is in use by process ${other.pid}. Two processes on one folder would lose data, so this one stops. ` +
        'End the other one first, or give this one a folder of its own: TUTTU_DATA=<folder>.',
    );
  rmSync(file, { force: true });
  const handle = openSync(file, 'wx');
  writeFileSync(handle, JSON.stringify({ pid: process.pid, url: null }));
  closeSync(handle);
  return file;
};

/** Starts the embedded database on a free loopback port. Throws FolderInUse when another process has the folder. */
export const startEmbedded = async (dataFolder: string): Promise<EmbeddedDatabase> => {
  const lock = takeLock(dataFolder);
  const child = fork(join(productFolder, 'src', 'kernel', 'embedded-process.ts'), [join(dataFolder, 'database')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    // Its own process group, so that Ctrl-C reaches the server first, which then ends it in order.
    detached: true,
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The embedded database ended at its start (${code}).`)));
  }).catch((error: unknown) => {
    rmSync(lock, { force: true });
    throw error;
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  writeFileSync(lock, JSON.stringify({ pid: process.pid, url }));
  return {
    url,
    onExit: (listener) => child.once('exit', listener),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => {
          rmSync(lock, { force: true });
          resolve();
        });
        child.send('stop');
      }),
  };
};
