import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Viewer } from './access/ground.ts';
import { expectAccessible, openWindow, switchTo, type Visit } from './browser.ts';

/** A window of somebody of the small circles, already logged in. */
export type Opened = {
  page: Page;
  faults: string[];
  context: BrowserContext;
  /** axe runs in the page, so only where script does; the language holds everywhere. */
  look(): Promise<void>;
  go(path: string): Promise<void>;
  text(): Promise<string>;
};

export const openAs = async (
  browser: Browser,
  { url, visit, viewer }: { url: string; visit: Visit; viewer: Pick<Viewer, 'token'> },
): Promise<Opened> => {
  const { page, faults, context } = await openWindow(browser, visit);
  if (viewer.token !== null) await context.addCookies([{ name: 'tuttu', value: viewer.token, url }]);
  const look = async () => {
    if (visit.withScript) await expectAccessible(page);
    expect(await page.locator('html').getAttribute('lang')).toBe(visit.language);
  };
  const go = async (path: string) => {
    await page.goto(url + path);
    await look();
  };
  if (viewer.token !== null) {
    await page.goto(`${url}/my-moves`);
    await switchTo(page, visit.language);
  }
  return { page, faults, context, look, go, text: () => page.locator('main').innerText() };
};

/** Nothing was refused or failed in any of the windows; they are closed. */
export const closeAll = async (all: readonly Opened[]): Promise<void> => {
  expect(all.flatMap(({ faults }) => faults)).toEqual([]);
  for (const { context } of all) await context.close();
};
