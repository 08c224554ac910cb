// What both commands need before anything else: packages as the lock file says, Node 24, and a build of today's sources.
// Runs on Node >= 20 with nothing installed, so it imports only what Node brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const inModules = (...parts) => join(root, 'node_modules', ...parts);

/** The pinned Node 24 that npm installed; the running one where a platform has no such package. */
export const node24 = () => {
  const pinned = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(pinned) ? pinned : process.execPath;
};

const digest = (texts) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
};

const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Runs a command with its output passed on; ends this process with its code when it fails. */
export const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.status !== 0) {
    if (result.error) console.error(result.error.message);
    process.exit(result.status ?? 1);
  }
};

export const ensureInstalled = (say) => {
  const stamp = inModules('.tuttu-lock');
  const wanted = digest([readFileSync(join(root, 'package-lock.json'))]);
  if (readStamp(stamp) === wanted) return;
  say('Installing packages (once, as the lock file says) ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const quiet = { stdio: ['ignore', 'inherit', 'inherit'] };
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args], quiet);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, quiet);
  writeFileSync(stamp, wanted);
};

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

const builtFrom = () => {
  const files = [
    ...sourceFiles(join(root, 'src')),
    ...sourceFiles(join(root, 'public')),
    join(root, 'vite.config.ts'),
    join(root, 'package-lock.json'),
  ];
  return digest(files.flatMap((file) => [file.slice(root.length), readFileSync(file)]));
};

export const ensureBuilt = (say) => {
  const stamp = join(root, 'build', '.tuttu-sources');
  const wanted = builtFrom();
  if (readStamp(stamp) === wanted) return;
  say('Building the pages ...');
  run(node24(), [inModules('@react-router', 'dev', 'bin.cjs'), 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, wanted);
};
