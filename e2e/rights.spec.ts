import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, logIn, openBrowser, openWindow, press, type Visit } from './browser.ts';
import { type Server, startServer } from './server.ts';

const browser = await openBrowser();
let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const visits: Visit[] = [
  { language: 'fi', withScript: false, width: 360 },
  { language: 'en', withScript: true, width: 1280 },
];

/** axe runs in the page, so only where script does. */
const check = async (page: Page, { withScript }: Visit): Promise<void> => {
  if (withScript) await expectAccessible(page);
};

const go = async (page: Page, path: string, visit: Visit): Promise<void> => {
  await page.goto(`${server.url}${path}`);
  await check(page, visit);
};

/** A file behind a link, as the browser would save it. */
const fileAt = async (page: Page, path: string): Promise<string> =>
  Buffer.from(await (await page.context().request.get(`${server.url}${path}`)).body()).toString('utf8');

test.each(visits)(
  'a customer sees and takes along what is held, asks for a correction, restricts, and changes their mind about being erased ($language, $width px, script $withScript)',
  async (visit) => {
    const { page, faults, context } = await openWindow(browser, visit);
    const { language } = visit;
    const customer = { subject: 'aino-lehtonen', city: 'turku', door: 'people', role: 'customer', language } as const;
    await logIn(page, server, customer);
    await go(page, '/my-data', visit);
    expect(JSON.parse(await fileAt(page, '/my-data/file?form=json'))).toMatchObject({ name: 'Aino Lehtonen' });
    expect((await fileAt(page, '/my-data/file?form=zip')).startsWith('PK')).toBe(true);

    const words = `Korjaa tavoitteeni, ${language}`;
    await go(page, '/my-data/correct', visit);
    await press(page, 'main form button[type="submit"]');
    // Nothing was said yet: the page says what is missing, which the browser notes as an answer 400.
    await check(page, visit);
    expect(faults.splice(0).filter((fault) => !fault.includes('400'))).toEqual([]);
    await page.locator('textarea[name="words"]').fill(words);
    await press(page, 'main form button[type="submit"]');
    expect(await page.locator('main').textContent()).toContain(words);

    await go(page, '/my-data/restrict', visit);
    await press(page, 'main button[name="do"][value="restrict"]');
    await check(page, visit);
    const staff = await openWindow(browser, visit);
    const adviser = { subject: 'paivi-kallioinen', city: 'turku', door: 'staff', role: 'adviser', language } as const;
    await logIn(staff.page, server, adviser);
    await go(staff.page, '/corrections', visit);
    await staff.page.locator('main a[href^="/corrections/"]').first().click();
    await staff.page.locator('input[name="isDone"][value="yes"]').check();
    await staff.page.locator('textarea[name="answer"]').fill('Tehty.');
    await press(staff.page, 'main form button[type="submit"]');
    await check(staff.page, visit);
    await press(page, 'main button[value*="do=end"]');

    await go(page, '/my-data/erase', visit);
    await page.locator('main details.confirm summary').click();
    await press(page, 'main button[name="do"][value="erase"]');
    await check(page, visit);
    await press(page, 'main button[value*="do=takeBack"]');
    expect(await page.locator('main details.confirm').count()).toBe(1);
    expect(faults).toEqual([]);
    expect(staff.faults).toEqual([]);
    await staff.context.close();
    await context.close();
  },
  180_000,
);

test('an administrator sees what would go, and whose data an account has looked at', async () => {
  const visit: Visit = { language: 'sv', withScript: true, width: 360 };
  const { page, faults, context } = await openWindow(browser, visit);
  const who = {
    subject: 'ville-linnanmaki',
    city: 'turku',
    door: 'staff',
    role: 'administrator',
    language: 'sv',
  } as const;
  await logIn(page, server, who);
  await go(page, '/retention', visit);
  await go(page, '/breach?name=Kallioinen', visit);
  expect(await page.locator('main table').count()).toBe(1);
  const csv = await fileAt(page, (await page.locator('main a[href^="/breach/file"]').getAttribute('href')) ?? '');
  expect(csv).toContain('customerId,name,looked');
  expect(faults).toEqual([]);
  await context.close();
}, 120_000);
