// Makes the README's screenshots from the demo, on a data folder and port of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, node24, root } from './ensure.mjs';

const say = (text) => console.log(`Tuttu: ${text}`);
ensureInstalled(say);
ensureBuilt(say);
const executablePath = await ensureChromium(say);
const { chromium } = await import('playwright-core');

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 860 };
const folder = join(root, 'docs', 'pictures');
const data = mkdtempSync(join(tmpdir(), 'tuttu-pictures-'));
const port = await freePort();
const address = `http://localhost:${port}`;

const server = spawn(node24(), ['build/server/index.js'], {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    TUTTU_DATA: data,
    DATABASE_URL: '',
    TUTTU_DEMO: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const opened = new Promise((resolve, reject) => {
  let output = '';
  server.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.includes('Open http')) resolve();
  });
  server.on('exit', () => reject(new Error(`The server ended:\n${output}`)));
  setTimeout(() => reject(new Error('The server took over two minutes to start.')), 120_000).unref();
});

/** A browser page of one person, logged in the way a visitor does it. */
const asPerson = async (browser, { name, city = 'turku', door, viewport, language = 'en' }) => {
  const context = await browser.newContext({ viewport, locale: language, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(`${address}/log-in/start?door=${door}`);
  await page.locator(`main a[href*="city=${city}"]`).click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.locator(`header button[name="page-language"][value="${language}"]`).first().click();
  await page.waitForLoadState('load');
  return page;
};

const take = async (page, path, file, whole = false) => {
  if (path) await page.goto(address + path);
  await page.screenshot({ path: join(folder, `${file}.png`), fullPage: whole });
  say(`docs/pictures/${file}.png`);
};

const follow = (page, selector) => Promise.all([page.waitForLoadState('load'), page.locator(selector).first().click()]);

try {
  await opened;
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
  const aino = await asPerson(browser, { name: 'Aino Lehtonen', door: 'people', viewport: phone });
  await take(aino, '/', 'customer-home');
  await aino.goto(`${address}/know-how`);
  await follow(aino, 'a[href^="/know-how/stories/"]');
  await take(aino, '', 'know-how');
  await aino.locator('button[value="keepAll"]').click();
  await take(aino, '/profile', 'profile', true);
  await aino.goto(`${address}/matches`);
  await follow(aino, 'main form button[type="submit"]');
  await aino.goto(`${address}/matches`);
  await follow(aino, 'main a[href^="/matches/0"]');
  await take(aino, '', 'match', true);
  const contact = await asPerson(browser, { name: 'Mikael Nieminen', door: 'people', viewport: desk });
  await contact.goto(`${address}/challenges`);
  await follow(contact, 'main a[href^="/challenges/0"]');
  await take(contact, '', 'challenge');
  const adviser = await asPerson(browser, { name: 'Päivi Kallioinen', door: 'staff', viewport: desk });
  await take(adviser, '/caseload', 'caseload');
  await take(adviser, '/my-moves', 'moves');
  const ainoAtDesk = await asPerson(browser, { name: 'Aino Lehtonen', door: 'people', viewport: desk });
  await take(ainoAtDesk, '/plan/steps', 'steps');
  await aino.goto(`${address}/plan`);
  await take(aino, '', 'plan', true);
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}
