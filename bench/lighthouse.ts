/** Lighthouse of five pages of the demo, on its mobile setting: the median of three runs each. CHROME_PATH names the browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { freePort } from '../src/testing/cluster.ts';
import { signInAs, startDemo } from './demo.ts';
import type { LighthouseFigures, Scores } from './figures.ts';
import { busyWithOthers } from './machine.ts';
import { end, endWithUs, printed } from './product.ts';

const runs = 3;
const pages = [
  { path: '/', isSignedIn: false },
  { path: '/log-in', isSignedIn: false },
  { path: '/know-how', isSignedIn: true },
  { path: '/matches', isSignedIn: true },
  { path: '/plan', isSignedIn: true },
];

const flags = [
  '--no-sandbox',
  '--headless=new',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const startChromium = async (folder: string): Promise<{ port: number; process: ChildProcess }> => {
  const port = await freePort();
  const own = [`--remote-debugging-port=${port}`, `--user-data-dir=${folder}`, 'about:blank'];
  const child = spawn(process.env.CHROME_PATH ?? 'chromium', [...flags, ...own], { stdio: ['ignore', 'pipe', 'pipe'] });
  endWithUs(child);
  await printed(child, /DevTools listening/, 30);
  return { port, process: child };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** On a machine at its limit the browser sometimes fails to record a load; that run counts for nothing and is made again. */
const attempts = 4;

const record = async (url: string, port: number, cookie: string | null, attempt = 1): Promise<Result> => {
  const found = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
    extraHeaders: cookie ? { Cookie: cookie } : {},
  });
  if (found && !found.lhr.runtimeError) return found.lhr;
  const why = found?.lhr.runtimeError?.message ?? 'no result';
  if (attempt === attempts) throw new Error(`${url}: ${why}`);
  console.log(`${new URL(url).pathname}: once more (${why})`);
  return record(url, port, cookie, attempt + 1);
};

const runOnce = async (url: string, port: number, cookie: string | null): Promise<Scores> => {
  const { categories, audits, finalDisplayedUrl } = await record(url, port, cookie);
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${finalDisplayedUrl}`);
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const number = (name: string) => Math.round((audits[name]?.numericValue ?? 0) * 100) / 100;
  const faults = (categories.accessibility?.auditRefs ?? []).filter(
    ({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1,
  );
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    largestPaintMs: Math.round(number('largest-contentful-paint')),
    shift: number('cumulative-layout-shift'),
    faults: faults.map(({ id }) => id),
  };
};

const busyBefore = await busyWithOthers();
const folder = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
try {
  const demo = await startDemo(join(folder, 'data'));
  undo.push(demo.stop);
  const cookie = await signInAs(demo, 'customer');
  const browser = await startChromium(join(folder, 'browser'));
  undo.push(() => end(browser.process));
  const found: Record<string, Scores> = {};
  for (const { path, isSignedIn } of pages) {
    const all: Scores[] = [];
    for (let run = 0; run < runs; run += 1)
      all.push(await runOnce(demo.url + path, browser.port, isSignedIn ? cookie : null));
    found[path] = {
      performance: median(all.map((one) => one.performance)),
      accessibility: median(all.map((one) => one.accessibility)),
      largestPaintMs: median(all.map((one) => one.largestPaintMs)),
      shift: median(all.map((one) => one.shift)),
      faults: [...new Set(all.flatMap((one) => one.faults))],
    };
    console.log(`${path}: ${JSON.stringify(found[path])}, of ${all.map((one) => one.performance).join(', ')}`);
  }
  const figures: LighthouseFigures = { busyBefore, pages: found };
  console.log(JSON.stringify(figures));
} finally {
  for (const stop of undo.reverse()) await stop();
}
