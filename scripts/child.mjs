// Runs one child in our place: signals reach it, its exit code is ours.
import { spawn } from 'node:child_process';
import { root } from './ensure.mjs';

/**
 * Short-lived objects get at most 3 x 16 MB: by itself V8 takes up to 200 MB for them on a large machine, and keeps them. It costs no speed here
 * (`npm run bench -- recogniser`).
 */
const memory = '--max-semi-space-size=16';

export const become = (command, args, env = {}) => {
  const child = spawn(command, [memory, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  // Ctrl-C reaches the whole terminal group; a SIGTERM reaches only us and is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // Whoever started us (npm, a shell) may be ended without passing it on: then we are somebody else's child, and end as well.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
};
