import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, logIn, openBrowser, openWindow, press, type Visit } from './browser.ts';
import { type Server, startServer } from './server.ts';

const browser = await openBrowser();
let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const city = 'turku';

/** Customers the log-in page shows, in its order, with whoever advises them. */
const pairs = (): Promise<{ customer: string; customerId: string; adviser: string }[]> =>
  server.database.inCity(city, (tx) =>
    tx
      .selectFrom('caseload as l')
      .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'l.cityId').onRef('c.id', '=', 'l.customerId'))
      .innerJoin('person as cp', 'cp.id', 'c.personId')
      .innerJoin('person as ap', 'ap.id', 'l.adviserId')
      .innerJoin('demoPerson as d', 'd.subject', 'cp.subject')
      .select(['cp.subject as customer', 'c.id as customerId', 'ap.subject as adviser'])
      .where('l.cityId', '=', city)
      .where('l.kind', '=', 'adviser')
      .where('l.toOn', 'is', null)
      .where('d.isFeatured', '=', true)
      .orderBy('d.sortOrder')
      .execute(),
  );

const visits: (Visit & { at: number })[] = [
  { at: 0, language: 'fi', withScript: false, width: 360 },
  { at: 1, language: 'sv', withScript: true, width: 360 },
];

const look = async (page: Page, visit: Visit): Promise<void> => {
  if (visit.withScript) await expectAccessible(page);
  expect(await page.locator('html').getAttribute('lang')).toBe(visit.language);
};

const text = (page: Page): Promise<string> => page.locator('main').innerText();

/** What one writes comes to the other: by itself where script runs, by the link where none does. */
const expectToCome = async (page: Page, words: string, { withScript }: Visit): Promise<void> => {
  if (!withScript) await press(page, 'main a[href^="/threads/"]:not([href*="/files/"])');
  await expect.poll(() => text(page), { timeout: 5000 }).toContain(words);
};

const aFile = { name: 'todistus.txt', mimeType: 'text/plain', buffer: Buffer.from('Työtodistus: kokkina 2015–2018.') };

describe.each(visits)('messages in $language, with script: $withScript, $width px', (visit) => {
  test('go from the customer to the adviser and back, with a draft, a file and a receipt, and are closed', async () => {
    const pair = (await pairs())[visit.at];
    if (!pair) throw new Error('The demo has too few people to log in as');
    const { language, withScript } = visit;
    const [{ page: person, faults }, { page: adviser, faults: others }] = [
      await openWindow(browser, visit),
      await openWindow(browser, visit),
    ];
    await logIn(person, server, { subject: pair.customer, city, door: 'people', role: 'customer', language });
    await person.goto(`${server.url}/threads`);
    await look(person, visit);
    await press(person, 'main a[href="/threads/new"]');
    await look(person, visit);
    await person.locator('[name="subject"]').fill('Kurssin paikka');
    await person.locator('textarea[name="text"]').fill('Onko <b>kurssi</b> keskustassa?');
    await press(person, 'main form button[type="submit"]');
    const path = new URL(person.url()).pathname;
    expect(path).toMatch(/^\/threads\/[0-9a-f-]{36}$/);
    await look(person, visit);
    expect(await person.locator('#promised').innerText()).not.toBe('');

    await logIn(adviser, server, { subject: pair.adviser, city, door: 'staff', role: 'adviser', language });
    await adviser.goto(`${server.url}/threads?q=kurssi+keskusta`);
    await look(adviser, visit);
    await press(adviser, `main a[href="${path}"]`);
    expect(await text(adviser)).toContain('Onko <b>kurssi</b> keskustassa?');
    await adviser.locator('textarea[name="text"]').fill('Kesken jäänyt vastaus');
    if (withScript) {
      await expect.poll(() => adviser.locator('#draft-saved').innerText(), { timeout: 5000 }).not.toBe('');
      await adviser.goto(server.url + path);
    } else await press(adviser, 'button[name="do"][value="save"]');
    expect(await adviser.locator('textarea[name="text"]').inputValue()).toBe('Kesken jäänyt vastaus');
    expect(await text(person)).not.toContain('Kesken');
    await adviser.locator('textarea[name="text"]').fill('Kyllä on, torin laidalla.');
    await adviser.locator('[name="wantsReceipt"]').check({ force: true });
    await press(adviser, 'button[name="do"][value="send"]');
    await look(adviser, visit);

    await person.locator('textarea[name="text"]').fill('Kirjoitan juuri');
    if (withScript) await person.locator('textarea[name="text"]').focus();
    await expectToCome(person, 'torin laidalla', visit);
    expect(await person.locator('#promised').innerText()).toBe('');
    if (withScript) {
      expect(await person.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text');
      expect(await person.locator('#live-said').innerText()).not.toBe('');
      expect(await person.locator('textarea[name="text"]').inputValue()).toBe('Kirjoitan juuri');
      await look(person, visit);
    }
    await press(person, 'button[value*="do=markRead"]');
    await person.locator('main details:has(input[type="file"]) summary').click();
    await person.locator('input[type="file"]').setInputFiles(aFile);
    await person.locator('textarea[name="text"]').fill('Tässä todistus.');
    await press(person, 'button[name="do"][value="attach"]');
    await look(person, visit);
    expect(await person.locator('textarea[name="text"]').inputValue()).toBe('Tässä todistus.');
    await press(person, 'button[name="do"][value="send"]');

    await expectToCome(adviser, 'todistus.txt', visit);
    const file = await adviser.locator('main a[href*="/files/"]').first().getAttribute('href');
    const answer = await adviser.request.get(server.url + file);
    expect(answer.headers()).toMatchObject({
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    expect(answer.headers()['content-disposition']).toContain('attachment; filename="todistus.txt"');
    expect(await answer.body()).toEqual(aFile.buffer);
    await press(adviser, 'button[value*="do=close"]');
    await look(adviser, visit);
    expect(await adviser.locator('textarea[name="text"]').count()).toBe(0);
    await press(adviser, 'button[value*="do=reopen"]');
    expect(await adviser.locator('textarea[name="text"]').count()).toBe(1);
    expect([...faults, ...others]).toEqual([]);
  });
});

test('a file that is not what it says, or too large, is told at the form, and the words stay', async () => {
  const pair = (await pairs())[2];
  if (!pair) throw new Error('The demo has too few people to log in as');
  const visit: Visit = { language: 'en', withScript: false, width: 360 };
  const { page } = await openWindow(browser, visit);
  await logIn(page, server, { subject: pair.customer, city, door: 'people', role: 'customer', language: 'en' });
  await page.goto(`${server.url}/threads`);
  await press(page, 'main a[href^="/threads/"]:not([href="/threads/new"])');
  for (const [name, buffer] of [
    ['cv.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['cv.docx', Buffer.from('%PDF-1.4\n%%EOF')],
    ['cv.jpg', Buffer.alloc(11 * 1024 * 1024, 1)],
  ] as const) {
    await page.locator('textarea[name="text"]').fill('Nämä sanat jäävät');
    await page.locator('main details:has(input[type="file"]) summary').click();
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await press(page, 'button[name="do"][value="send"]');
    expect(await page.locator('section.mend').innerText()).toContain('File');
    expect(await page.locator('textarea[name="text"]').inputValue()).toBe('Nämä sanat jäävät');
  }
});
