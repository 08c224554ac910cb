// Everything that must hold, one part after the other; the last line sums up. `npm test -- unit lint` runs only those parts.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, node24, root } from './ensure.mjs';

const say = (text) => console.log(`Tuttu: ${text}`);
const module = (...parts) => join(root, 'node_modules', ...parts);
const results = join(root, 'test-results');
const minutes = (count) => count * 60_000;

/** Runs a command to its end, its output passed on. True when it went well; a part that hangs is ended. */
const succeeds = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(node24(), args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
      detached: process.platform !== 'win32',
    });
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        child.kill(signal);
      }
    };
    const limit = setTimeout(() => {
      console.error(`This part took over ${partLimit / 60_000} minutes and was ended.`);
      end('SIGKILL');
    }, partLimit);
    running = end;
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      clearTimeout(limit);
      running = null;
      resolve(code === 0);
    });
  });
const partLimit = minutes(15);
let running = null;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    running?.(signal);
    process.exit(130);
  });

/** A part that either holds or does not. */
const one =
  (...args) =>
  async () =>
    (await succeeds(args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** A part whose tests are counted: what vitest wrote down; a file that could not be read counts as a failure. */
const counted = (name, files, ok) => {
  if (!existsSync(files)) return { passed: 0, failed: 1 };
  const found = JSON.parse(readFileSync(files, 'utf8'));
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  for (const file of broken) console.error(`${name}: ${file.name}: ${file.message}`);
  const skipped = found.numPendingTests + found.numTodoTests;
  if (skipped > 0) console.log(`${name}: ${skipped} skipped (each says why above)`);
  const failed = found.numFailedTests + broken.length;
  return { passed: found.numPassedTests, failed: failed === 0 && !ok ? 1 : failed };
};

const vitest =
  (name, project, env = {}) =>
  async () => {
    const file = join(results, `${name}.json`);
    rmSync(file, { force: true });
    const args = [module('vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests'];
    const ok = await succeeds([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env);
    return counted(name, file, ok);
  };

const browser = async () => {
  const chrome = await ensureChromium(say);
  return vitest('browser', 'browser', { CHROME_PATH: chrome })();
};

const access = async () => {
  const chrome = await ensureChromium(say);
  return vitest('access', 'access', { CHROME_PATH: chrome })();
};

// The types of the build that the server's entry imports are written by React Router; a fresh clone has none yet.
const types = async () => {
  const isReady = await succeeds([module('@react-router', 'dev', 'bin.cjs'), 'typegen']);
  const holds = isReady && (await succeeds([module('typescript', 'bin', 'tsc'), '--noEmit']));
  return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const buildNow = "import('./scripts/ensure.mjs').then(({ ensureBuilt }) => ensureBuilt((text) => console.log(text)))";

const parts = {
  types,
  lint: one(module('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '--error-on-warnings', '.'),
  borders: one(
    module('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    'src',
    'e2e',
    'bench',
    '--config',
    '.dependency-cruiser.cjs',
  ),
  unused: one(module('knip', 'bin', 'knip.js'), '--no-progress', '--treat-config-hints-as-errors'),
  messages: one('scripts/check-messages.ts'),
  unit: vitest('unit', 'unit'),
  database: vitest('database', 'database'),
  pglite: vitest('pglite', 'database', { TUTTU_TEST_PGLITE: '1' }),
  build: one('--input-type=module', '-e', buildNow),
  access,
  browser,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No part "${unknown[0]}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

ensureInstalled(say);
mkdirSync(results, { recursive: true });
const chosen = wanted.length > 0 ? wanted : Object.keys(parts);
const lines = [];
const sum = { passed: 0, failed: 0 };
for (const [at, name] of chosen.entries()) {
  say(`${name} (${at + 1} of ${chosen.length}) ...`);
  const start = Date.now();
  const result = await parts[name]().catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  sum.passed += result.passed;
  sum.failed += result.failed;
  const line = `${name.padEnd(10)} ${String(result.passed).padStart(6)} passed ${String(result.failed).padStart(5)} failed ${((Date.now() - start) / 1000).toFixed(1).padStart(8)} s`;
  lines.push(line);
  say(line);
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
