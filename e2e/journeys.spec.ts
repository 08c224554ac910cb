import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayIn } from '../src/kernel/clock.ts';
import type { Language } from '../src/kernel/languages.ts';
import type { Circle } from '../src/testing/circle.ts';
import { type Ground, startGround } from './access/ground.ts';
import { openBrowser, press, type Visit } from './browser.ts';
import { closeAll, openAs } from './opened.ts';

// What an adviser and a customer do in the small circle of the tests: documents, after-care, how one is reached, the desk, whose move it is.

const browser = await openBrowser();
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const visits: Visit[] = [
  { language: 'fi', withScript: false, width: 360 },
  { language: 'sv', withScript: true, width: 360 },
  { language: 'en', withScript: true, width: 1280 },
];

/** A day as people write it. */
const dayAhead = (days: number): string => {
  const [year, month, day] = addDays(dayIn('Europe/Helsinki', new Date()), days).split('-').map(Number);
  return `${day}.${month}.${year}`;
};

const letters: Record<Language, string> = { fi: 'f', sv: 's', en: 'e' };

describe.each(visits)('in $language, with script: $withScript, $width px', (visit) => {
  const circleFor = (name: string) => ground.freshCircle(`${name}${letters[visit.language]}`);
  const open = async (circle: Circle, role: 'customer' | 'adviser') =>
    openAs(browser, { url: ground.server.url, visit, viewer: await ground.viewerOf(circle, role) });

  test('a document is asked for, waited for on both sides, given, opened by the one who asked, and deleted', async () => {
    const circle = await circleFor('paper');
    const { customerId } = circle.ids;
    const [adviser, customer] = [await open(circle, 'adviser'), await open(circle, 'customer')];

    await adviser.go(`/customers/${customerId}/documents`);
    const form = adviser.page;
    await form.locator('input[name="title"]').fill('Hygieniapassi <b>kopiona</b>');
    await form.locator('textarea[name="why"]').fill('Keittiö pyytää sen.');
    await form.locator('input[name="ground"][value="plan"]').check({ force: true });
    await form.locator('[name="untilOn"]').fill(dayAhead(10));
    await press(form, 'main form button[type="submit"]');
    await adviser.look();
    const asked = form.locator('main a[href^="/documents/"]', { hasText: 'Hygieniapassi <b>kopiona</b>' });
    const path = (await asked.first().getAttribute('href')) ?? '';
    expect(path).toMatch(/^\/documents\/[0-9a-f-]{36}$/);

    // The same thing stands among the moves of both: the customer's own, and what the adviser waits for.
    await customer.go('/my-moves');
    expect(await customer.page.locator(`main .moves a[href="${path}"]`).count()).toBe(1);
    await adviser.go('/my-moves');
    expect(await form.locator(`main .moves a[href="${path}"]`).count()).toBe(1);

    // Nothing was chosen: the page says so and keeps the choice.
    await customer.go(path);
    await press(customer.page, `main a[href="${path}/give"]`);
    await customer.look();
    await press(customer.page, 'main form button[type="submit"]');
    expect(await customer.page.locator('section.mend').count()).toBe(1);
    await customer.look();
    customer.faults.splice(0);
    const passport = { name: 'passi.txt', mimeType: 'text/plain', buffer: Buffer.from('Hygieniapassi 2019') };
    await customer.page.locator('input[type="file"]').setInputFiles(passport);
    await press(customer.page, 'main form button[type="submit"]');
    await customer.look();
    expect(await customer.text()).toContain('passi.txt');

    await adviser.go(path);
    const answer = await adviser.page.request.get(`${ground.server.url}${path}/file`);
    expect(await answer.body()).toEqual(passport.buffer);
    await customer.go(path);
    expect(await customer.text()).toContain(circle.mark('adviserName'));
    await customer.page.locator('main details.confirm summary').click();
    await press(customer.page, 'main button[name="do"][value="delete"]');
    await customer.look();
    expect((await adviser.page.request.get(`${ground.server.url}${path}/file`)).status()).toBe(404);
    await closeAll([adviser, customer]);
  });

  test('after-care: the customer says how work is going, the adviser finds it among their moves and reads it', async () => {
    const circle = await circleFor('care');
    const path = `/after-care/${circle.ids.afterCareId}`;
    const [adviser, customer] = [await open(circle, 'adviser'), await open(circle, 'customer')];
    await customer.go('/my-moves');
    await press(customer.page, `main .moves a[href="${path}"]`);
    await customer.look();
    // Nothing chosen yet: what is missing is said, what was written stays.
    await customer.page.locator('textarea[name="words"]').fill('Aamuvuorot <i>väsyttävät</i>.');
    await press(customer.page, 'main form button[type="submit"]');
    expect(await customer.page.locator('textarea[name="words"]').inputValue()).toBe('Aamuvuorot <i>väsyttävät</i>.');
    await customer.look();
    customer.faults.splice(0);
    await customer.page.locator('input[name="answer"][value="help"]').check({ force: true });
    await press(customer.page, 'main form button[type="submit"]');
    await customer.look();
    expect(await customer.page.locator('main form textarea').count()).toBe(0);

    await adviser.go('/my-moves');
    expect(await adviser.page.locator(`main .moves a[href="${path}"]`).count()).toBe(1);
    await adviser.go(path);
    expect(await adviser.text()).toContain('Aamuvuorot <i>väsyttävät</i>.');
    await press(adviser.page, 'main form button[type="submit"]');
    await adviser.look();
    await adviser.go('/my-moves');
    expect(await adviser.page.locator(`main .moves a[href="${path}"]`).count()).toBe(0);
    await customer.go(path);
    expect(await customer.text()).toContain(circle.mark('adviserName'));
    await closeAll([adviser, customer]);
  });

  test('how one is reached: ways, quiet hours, and a number confirmed by the code of the phone box', async () => {
    const circle = await circleFor('reach');
    const customer = await open(circle, 'customer');
    const { page } = customer;
    await customer.go('/reach-me');
    await page.locator('input[name="planBy"][value="sms"]').uncheck({ force: true });
    await page.locator('select[name="messagesPace"]').selectOption('daily');
    await page.locator('select[name="quietFrom"]').selectOption('20');
    await page.locator('select[name="quietUntil"]').selectOption('9');
    await press(page, 'main form button[type="submit"]');
    await customer.look();
    expect(await page.locator('input[name="planBy"][value="sms"]').isChecked()).toBe(false);
    expect(await page.locator('select[name="messagesPace"]').inputValue()).toBe('daily');
    expect(await page.locator('select[name="quietFrom"]').inputValue()).toBe('20');

    await customer.go('/reach-me/phone');
    await press(page, 'main button[name="do"][value="remove"]');
    await customer.look();
    const number = `+35840${{ fi: '2000001', sv: '2000002', en: '2000003' }[visit.language]}`;
    await page.locator('input[name="number"]').fill(number);
    await press(page, 'main button[name="do"][value="give"]');
    await customer.look();
    let code = '';
    await expect
      .poll(
        async () => {
          await customer.go('/phone-box');
          const line = await page.locator('main .mails li', { hasText: number }).first().innerText();
          code = /\b(\d{4,8})\b/.exec(line)?.[1] ?? '';
          return code;
        },
        { timeout: 15_000, interval: 500 },
      )
      .not.toBe('');
    await customer.go('/reach-me/phone');
    await page.locator('input[name="code"]').fill(code);
    await press(page, 'main button[name="do"][value="confirm"]');
    await customer.look();
    expect(new URL(page.url()).pathname).toBe('/reach-me');
    expect((await customer.text()).replace(/\s/g, '')).toContain(number);
    await closeAll([customer]);
  });

  test("an adviser's desk: a filter named and kept, a note shown to its customer, and customers lent to another while away", async () => {
    const circle = await circleFor('desk');
    const { customerId } = circle.ids;
    const other = await ground.builders.anAdviser({ name: `Sijainen ${circle.name}` });
    const [adviser, customer] = [await open(circle, 'adviser'), await open(circle, 'customer')];
    const standIn = await openAs(browser, {
      ...{ url: ground.server.url, visit },
      viewer: { token: await ground.builders.aToken(other) },
    });
    const { page } = adviser;

    await adviser.go('/caseload');
    await page.locator('input[name="show"][value="talkDue"]').check({ force: true });
    await press(page, 'main .desk-filters button[type="submit"]');
    await adviser.look();
    expect(new URL(page.url()).searchParams.getAll('show')).toEqual(['talkDue']);
    await press(page, 'main nav a[href^="/caseload/looks"]');
    await adviser.look();
    await page.locator('input[name="name"]').fill('Nyt <heti>');
    await press(page, 'main form button[type="submit"]');
    await adviser.look();
    expect(await page.locator('main nav a[aria-current="page"]').allInnerTexts()).toEqual(['Nyt <heti>']);
    // Come back later, it is as it was left.
    await adviser.go('/caseload');
    expect(new URL(page.url()).searchParams.getAll('show')).toEqual(['talkDue']);

    await adviser.go(`/customers/${customerId}/notes/new`);
    await page.locator('textarea[name="text"]').fill('Soittaa mieluiten iltapäivällä.');
    await press(page, 'main form button[type="submit"]');
    await customer.go('/plan');
    expect(await customer.text()).not.toContain('Soittaa mieluiten');
    await press(page, 'main li:has-text("Soittaa mieluiten") a[href^="/customer-notes/"]');
    await adviser.look();
    await page.locator('textarea[name="text"]').fill('Soittaa mieluiten iltapäivällä.');
    await page.locator('input[name="isShown"]').check({ force: true });
    await press(page, 'main form button[type="submit"]');
    await customer.go('/plan');
    expect(await customer.text()).toContain('Soittaa mieluiten iltapäivällä.');

    await adviser.go('/caseload?sort=name');
    await page.locator(`main input[name="customer"][value="${customerId}"]`).check({ force: true });
    await press(page, 'main button[form="chosen"], main form#chosen button');
    await adviser.look();
    await page.locator('input[name="way"][value="standIn"]').check({ force: true });
    await page.locator('[name="fromOn"]').fill(dayAhead(0));
    await page.locator('[name="untilOn"]').fill(dayAhead(7));
    await page.locator('select[name="toId"]').selectOption(other.personId);
    await press(page, 'main form button[type="submit"]');
    await adviser.look();
    expect(await page.locator('main [role="status"]').count()).toBe(1);
    await standIn.go('/caseload?show=standIn');
    expect(await standIn.page.locator(`main a[href="/customers/${customerId}"]`).count()).toBe(1);
    // Back again, the other has nothing of it.
    await press(page, 'main button[value*="do=back"]');
    expect((await standIn.page.goto(`${ground.server.url}/customers/${customerId}`))?.status()).toBe(404);
    standIn.faults.splice(0);
    await closeAll([adviser, customer, standIn]);
  });
});
