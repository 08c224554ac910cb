import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Circle } from '../src/testing/circle.ts';
import { type Ground, startGround } from './access/ground.ts';
import { openBrowser, press, type Visit } from './browser.ts';
import { openAs } from './opened.ts';

// A plan of two authorities, from all its sides: what each writes, who sees it, and signing it.

const browser = await openBrowser();
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const visits: Visit[] = [
  { language: 'fi', withScript: false, width: 360 },
  { language: 'fi', withScript: true, width: 1280 },
];

type Who = 'customer' | 'adviser' | 'socialWorker';

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();
const send = (page: Page, more = '') => press(page, `main form button[type="submit"]${more}`);

describe.each(visits)('a joint plan, with script: $withScript, $width px', (visit) => {
  const open = async (circle: Circle, role: Who) =>
    openAs(browser, { url: ground.server.url, visit, viewer: await ground.viewerOf(circle, role) });

  test('is written by each side, shown as the customer says, and in force when all have signed', async () => {
    const circle = await ground.freshCircle(`joint${visit.withScript ? 'script' : 'plain'}`);
    const { customerId } = circle.ids;
    const customer = await open(circle, 'customer');
    const adviser = await open(circle, 'adviser');
    const worker = await open(circle, 'socialWorker');

    // The social worker finds the customer in a list of their own, and of the page what is theirs to see.
    await worker.go('/');
    await press(worker.page, 'main a[href="/social-work"]');
    await press(worker.page, `main a[href="/social-work/${customerId}"]`);
    const first = await textOf(worker.page);
    for (const seen of ['sharedSection', 'socialSection', 'lawSection'] as const)
      expect(first).toContain(circle.mark(seen));
    for (const hidden of ['ownSection', 'adviserSection', 'cardSection'] as const)
      expect(first).not.toContain(circle.mark(hidden));

    // They write how it is followed up; the customer sees it, and the adviser by law.
    await worker.go(`/social-work/${customerId}/sections/new`);
    await worker.page.locator('select[name="key"]').selectOption('followUp');
    await worker.page.locator('textarea[name="text"]').fill('Tapaamme kerran kuussa.');
    await send(worker.page);
    await customer.go('/plan/sections');
    expect(await textOf(customer.page)).toContain('Tapaamme kerran kuussa.');
    await adviser.go(`/customers/${customerId}/sections`);
    expect(await textOf(adviser.page)).toContain('Tapaamme kerran kuussa.');
    expect(await textOf(adviser.page)).not.toContain(circle.mark('socialSection'));

    // What the customer keeps to themselves is shown to the social worker for as long as they say so.
    await press(customer.page, `main section:has-text("${circle.mark('ownSection')}") a[href$="/shown"]`);
    const shownAt = new URL(customer.page.url()).pathname;
    await customer.page.locator('input[name="authorities"][value="wellbeing"]').check({ force: true });
    await send(customer.page);
    await worker.go(`/social-work/${customerId}`);
    expect(await textOf(worker.page)).toContain(circle.mark('ownSection'));
    await customer.go(shownAt);
    await customer.page.locator('input[name="authorities"][value="wellbeing"]').uncheck({ force: true });
    await send(customer.page);
    await worker.go(`/social-work/${customerId}`);
    expect(await textOf(worker.page)).not.toContain(circle.mark('ownSection'));

    // It cannot be signed until it says what the law asks.
    await adviser.go(`/customers/${customerId}/sign`);
    expect(await adviser.page.locator('main form input[name="sha256"]').count()).toBe(0);
    await adviser.go(`/customers/${customerId}/sections/new`);
    await adviser.page.locator('select[name="key"]').selectOption('serviceNeed');
    await adviser.page.locator('textarea[name="text"]').fill('Apua arkeen ja työn löytämiseen.');
    await send(adviser.page);

    // Each signs it as it is; the adviser has seen Kela's paper.
    await adviser.go(`/customers/${customerId}/sign`);
    await send(adviser.page);
    await worker.go(`/social-work/${customerId}/sign`);
    await send(worker.page);
    await adviser.go(`/customers/${customerId}/sign`);
    await adviser.page.locator('details:has(input[name="forKela"]) summary').click();
    await adviser.page.locator('input[name="forKela"]').fill('Kalle Kelanen');
    await send(adviser.page, '[value="kela"]');
    await customer.go('/plan/sign');
    await send(customer.page);
    expect(await textOf(customer.page)).toContain('Kalle Kelanen');
    expect(await customer.page.locator('main .state--good').count()).toBeGreaterThanOrEqual(5);

    // A goal written anew is not signed any more, and the page says what it was and is.
    await customer.go('/plan/goal');
    await customer.page.locator('textarea[name="goal"]').fill('Oma leipomo.');
    await send(customer.page);
    await worker.go(`/social-work/${customerId}/sign`);
    expect(await worker.page.locator('main del').first().innerText()).toContain(circle.mark('goal'));
    expect(await worker.page.locator('main ins').first().innerText()).toContain('Oma leipomo.');

    // The customer sees who has looked, and by what it was shown to them.
    await customer.go('/who-has-looked');
    expect(await textOf(customer.page)).toContain(circle.mark('socialWorkerName'));

    for (const { faults, context } of [customer, adviser, worker]) {
      expect(faults).toEqual([]);
      await context.close();
    }
  });
});
