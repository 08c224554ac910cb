/** Bytes of HTML, CSS, script and fonts of each page of each role, as a browser with nothing stored loads it: as sent, and unpacked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Response } from 'playwright-core';
import { roles } from '../src/kernel/actor.ts';
import { crawl, type FoundPage, listedPages } from './crawl.ts';
import { signInAs, startDemo } from './demo.ts';
import { type Bytes, type BytesFigures, type Kind, kinds } from './figures.ts';

const kindOf = (response: Response): Kind => {
  const type = response.headers()['content-type'] ?? '';
  if (type.includes('html')) return 'html';
  if (type.includes('css')) return 'css';
  if (type.includes('javascript')) return 'script';
  return type.includes('font') ? 'font' : 'other';
};

const measure = async (browser: Browser, url: string, cookie: string): Promise<Bytes> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const [name = '', value = ''] = cookie.split('=');
    if (cookie) await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(url, { waitUntil: 'networkidle' });
    const bytes = Object.fromEntries(kinds.map((kind) => [kind, { sent: 0, raw: 0 }])) as Bytes;
    for (const response of responses) {
      const one = bytes[kindOf(response)];
      one.sent += (await response.request().sizes()).responseBodySize;
      one.raw += (await response.body()).length;
    }
    return bytes;
  } finally {
    await context.close();
  }
};

type Line = FoundPage & { role: string; bytes: Bytes };

const folder = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
try {
  const demo = await startDemo(join(folder, 'data'));
  undo.push(demo.stop);
  const pages = await listedPages(demo.url);
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  undo.push(() => browser.close());
  const lines: Line[] = [];
  // What is the same for everybody is measured once; the home page is each role's own.
  const shared = new Set(pages.filter(({ handle }) => typeof handle.roles === 'string').map(({ path }) => path));
  const isMeasured = (pattern: string) =>
    pattern !== '/' && shared.has(pattern) && lines.some((line) => line.pattern === pattern);
  for (const role of ['anyone', ...roles] as const) {
    const cookie = role === 'anyone' ? '' : await signInAs(demo, role);
    if (cookie === null) {
      console.log(`Nobody in the demo is ${role}.`);
      continue;
    }
    const found = (await crawl(demo.url, pages, role, cookie)).filter(({ pattern }) => !isMeasured(pattern));
    for (const page of found)
      lines.push({ ...page, role, bytes: await measure(browser, demo.url + page.path, cookie) });
  }
  const reached = new Set(lines.map(({ pattern }) => pattern));
  const unreached = pages.map(({ path }) => path).filter((path) => !reached.has(path));
  if (unreached.length > 0) console.log(`No link leads to: ${unreached.join(', ')}`);
  for (const { role, pattern, bytes } of lines) {
    const sizes = kinds.map((kind) => `${kind} ${bytes[kind].sent}/${bytes[kind].raw}`);
    console.log(`${role} ${pattern}: ${sizes.join(', ')}`);
  }
  const figures: BytesFigures = { pages: lines.map(({ path: _, ...line }) => line), unreached };
  console.log(JSON.stringify(figures));
} finally {
  for (const stop of undo.reverse()) await stop();
}
