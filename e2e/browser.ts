import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import type { Role } from '../src/kernel/actor.ts';
import type { Language } from '../src/kernel/languages.ts';
import type { Server } from './server.ts';

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** A Chromium for this file; it is closed after the last test. */
export const openBrowser = async (): Promise<Browser> => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: quiet,
  });
  afterAll(() => browser.close());
  return browser;
};

export type Visit = { language: Language; withScript: boolean; width: number };

/** A window of its own. A failed load, a script error or a refused script fails the test through `faults`. */
export const openWindow = async (
  browser: Browser,
  { withScript, width }: Visit,
): Promise<{ page: Page; faults: string[]; context: BrowserContext }> => {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: withScript,
    locale: 'fi-FI',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  return { page, faults, context };
};

/** Presses the button and waits for the page it leads to. */
export const press = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
};

/** Takes a language by the page's own switch. */
export const switchTo = async (page: Page, language: Language): Promise<void> => {
  await press(page, `header button[name="page-language"][value="${language}"]`);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
};

/** Logs in as somebody of the demo, clicking through the log-in page, and takes the language by the page's own switch. */
export const logIn = async (
  page: Page,
  server: Server,
  who: { subject: string; city: string; door: 'people' | 'staff'; role: Role; language: Language },
): Promise<void> => {
  await page.goto(`${server.url}/log-in`);
  await page.locator(`main a[href*="door=${who.door}"]`).click();
  await page.locator(`main a[href*="city=${who.city}"]`).click();
  await page.locator(`button[name="subject"][value="${who.subject}"]`).click();
  await page.waitForURL((url) => url.pathname === '/' || url.pathname === '/act-as');
  if (new URL(page.url()).pathname === '/act-as') await press(page, `button[name="capacity"][value*=":${who.role}:"]`);
  await switchTo(page, who.language);
};

/** axe on a page: in the page's own window, not another opened for each look (we have no frames of others), and telling only what is wrong. */
export const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** Nothing axe finds wrong by WCAG 2.2 AA, and nothing that makes a phone scroll sideways. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await axeOn(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    ),
  ).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await page.locator('h1').count(), `${page.url()} has one main heading`).toBe(1);
};
