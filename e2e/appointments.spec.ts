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
const pairs = async (): Promise<{ customer: string; adviser: string; adviserId: string }[]> =>
  server.database.inCity(city, (tx) =>
    tx
      .selectFrom('caseload as l')
      .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'l.cityId').onRef('c.id', '=', 'l.customerId'))
      .innerJoin('person as cp', 'cp.id', 'c.personId')
      .innerJoin('person as ap', 'ap.id', 'l.adviserId')
      .innerJoin('demoPerson as d', 'd.subject', 'cp.subject')
      .select(['cp.subject as customer', 'ap.subject as adviser', 'ap.id as adviserId'])
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
  { at: 2, language: 'en', withScript: true, width: 1280 },
];

const look = async (page: Page, visit: Visit): Promise<void> => {
  if (visit.withScript) await expectAccessible(page);
  expect(await page.locator('html').getAttribute('lang')).toBe(visit.language);
};

const go = async (page: Page, selector: string, at: 'first' | 'last' = 'first'): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.locator(selector)[at]().click()]);
};

describe.each(visits)('times in $language, with script: $withScript, $width px', (visit) => {
  test('are booked and moved by the customer, moved by the adviser, taken and cancelled', async () => {
    const pair = (await pairs())[visit.at];
    if (!pair) throw new Error('The demo has too few people to log in as');
    const { language } = visit;
    const [{ page: person, faults }, { page: adviser }] = [
      await openWindow(browser, visit),
      await openWindow(browser, visit),
    ];
    await logIn(person, server, { subject: pair.customer, city, door: 'people', role: 'customer', language });
    await person.goto(`${server.url}/appointments`);
    await look(person, visit);
    await go(person, 'main a[href="/appointments/new"]');
    await look(person, visit);
    // Who has a social worker too is asked first whom to meet.
    const withAdviser = `main a[href="/appointments/new?with=${pair.adviserId}"]`;
    if ((await person.locator(withAdviser).count()) > 0) {
      await go(person, withAdviser);
      await look(person, visit);
    }
    await go(person, 'main .times a', 'last');
    await look(person, visit);
    await person.locator('textarea[name="message"]').fill('Bussilla <b>tulen</b>');
    await press(person, 'main form button[type="submit"]');
    const path = new URL(person.url()).pathname;
    expect(path).toMatch(/^\/appointments\/[0-9a-f-]{36}$/);
    await look(person, visit);
    expect(await person.locator('main').innerText()).toContain('Bussilla <b>tulen</b>');
    const booked = await person.locator('.lead').innerText();

    // Another time suits better after all.
    await go(person, `main a[href="${path}/move"]`);
    await look(person, visit);
    await go(person, 'main .times a', 'first');
    await press(person, 'main form button[type="submit"]');
    const moved = await person.locator('.lead').innerText();
    expect(moved).not.toBe(booked);

    // The adviser sees it in the week it is in, and proposes another.
    await logIn(adviser, server, { subject: pair.adviser, city, door: 'staff', role: 'adviser', language });
    await adviser.goto(`${server.url}/my-week`);
    await look(adviser, visit);
    await adviser.goto(`${server.url}${path}`);
    await look(adviser, visit);
    await go(adviser, `main a[href="${path}/move"]`);
    await go(adviser, 'main .times a', 'last');
    await look(adviser, visit);
    await press(adviser, 'main form button[type="submit"]');
    expect(new URL(adviser.url()).pathname).toBe(path);

    // The customer finds it among what waits, and takes it; then cannot come after all.
    await person.goto(server.url);
    expect(await person.locator(`main .moves a[href="${path}"]`).count()).toBe(1);
    await person.goto(`${server.url}${path}`);
    await press(person, 'main button[name="do"][value="accept"]');
    await look(person, visit);
    await person.locator('main details.confirm summary').click();
    await person.locator('main textarea[name="word"]').fill('En pääse');
    await press(person, 'main button[name="do"][value="cancel"]');
    await adviser.goto(`${server.url}${path}`);
    expect(await adviser.locator('main').innerText()).toContain('En pääse');
    expect(faults).toEqual([]);
  });
});

test('a note that was published is answered, and what was agreed is sent as a step by one press', async () => {
  const visit: Visit = { language: 'fi', withScript: false, width: 360 };
  const { page } = await openWindow(browser, visit);
  const met = await server.database.inCity(city, (tx) =>
    tx
      .selectFrom('appointmentNoteVersion as v')
      .innerJoin('appointment as a', (join) =>
        join.onRef('a.cityId', '=', 'v.cityId').onRef('a.id', '=', 'v.appointmentId'),
      )
      .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'a.cityId').onRef('c.id', '=', 'a.customerId'))
      .innerJoin('person as p', 'p.id', 'c.personId')
      .innerJoin('demoPerson as d', 'd.subject', 'p.subject')
      .select(['a.id', 'v.agreed', 'p.subject'])
      .where('v.cityId', '=', city)
      .where('v.answeredAt', 'is', null)
      .where('d.isFeatured', '=', true)
      .executeTakeFirstOrThrow(),
  );
  await logIn(page, server, { subject: met.subject, city, door: 'people', role: 'customer', language: 'fi' });
  await page.goto(`${server.url}/appointments/${met.id}`);
  await page.locator('main textarea[name="answer"]').fill('Näin sovimme.');
  await press(page, 'main button[name="do"][value="answer"]');
  expect(await page.locator('main').innerText()).toContain('Näin sovimme.');
  await go(page, `main a[href="/appointments/${met.id}/step"]`);
  await press(page, 'main form button[type="submit"]');
  expect(new URL(page.url()).pathname).toBe('/plan');
  expect(await page.locator('main').innerText()).toContain(met.agreed);
});
