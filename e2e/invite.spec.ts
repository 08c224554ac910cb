import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Circle } from '../src/testing/circle.ts';
import { type Ground, startGround } from './access/ground.ts';
import { openBrowser, press, type Visit } from './browser.ts';
import { openAs } from './opened.ts';

// Somebody invited to parts of a plan, by a link and by a professional's proposal; a customer handed over from one adviser to another.

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

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

describe.each(visits)('with script: $withScript, $width px', (visit) => {
  const openFor = (token: string | null) => openAs(browser, { url: ground.server.url, visit, viewer: { token } });
  const open = async (circle: Circle, role: 'customer' | 'adviser') =>
    openFor((await ground.viewerOf(circle, role)).token);

  test('a relative sees what the customer chose by a link, is seen looking, and sees nothing once it is withdrawn', async () => {
    const circle = await ground.freshCircle(`invite${visit.withScript ? 'script' : 'plain'}`);
    const customer = await open(circle, 'customer');
    const { page } = customer;

    await customer.go('/plan');
    await press(page, 'main a[href="/invitations"]');
    await customer.look();
    await press(page, 'main a[href="/invitations/new"]');
    await customer.look();
    // Nothing chosen yet: the page says what to mend, and keeps what was typed.
    await page.locator('input[name="name"]').fill('Maija');
    await press(page, 'main form button[type="submit"]');
    expect(await page.locator('input[name="name"]').inputValue()).toBe('Maija');
    customer.faults.splice(0);
    await page.locator('input[name="way"][value="link"]').check({ force: true });
    await page.locator('input[name="relation"]').fill('sisko');
    await page.locator('textarea[name="purpose"]').fill('Autat minua muistamaan.');
    await page.locator('input[name="parts"][value="goal"]').check({ force: true });
    await page.locator('input[name="parts"][value="steps"]').check({ force: true });
    await press(page, 'main form button[type="submit"]');
    await customer.look();
    const invitationAt = new URL(page.url()).pathname;
    const link = (await page.locator('main .link-address a').first().getAttribute('href')) ?? '';
    expect(link).toMatch(/\/guest\/turku\.[\w-]{43}\?lang=fi$/);

    const guest = await openFor(null);
    const opens = async () => {
      const answer = await guest.page.goto(ground.server.url + new URL(link).pathname);
      return answer?.status();
    };
    expect(await opens()).toBe(200);
    await guest.look();
    const shown = await textOf(guest.page);
    for (const seen of [circle.mark('goal'), circle.mark('step'), 'Autat minua muistamaan.', 'Aino'])
      expect(shown).toContain(seen);
    for (const hidden of [
      'customerName',
      'ownIdea',
      'ownSection',
      'sharedSection',
      'adviserName',
      'inviteName',
    ] as const)
      expect(shown).not.toContain(circle.mark(hidden));
    expect(await guest.page.locator('main form').count()).toBe(0);

    // The customer sees who looked, shows less, and then nothing.
    await customer.go('/who-has-looked');
    expect(await textOf(page)).toContain('Maija');
    await customer.go(invitationAt);
    expect(await textOf(page)).toContain('kerran');
    await page.locator('input[name="parts"][value="goal"]').uncheck({ force: true });
    await press(page, 'main form button[name="do"][value="change"]');
    await opens();
    expect(await textOf(guest.page)).not.toContain(circle.mark('goal'));
    await page.locator('main details.confirm summary').click();
    await press(page, 'main form button[name="do"][value="withdraw"]');
    await customer.look();
    expect(await page.locator('main .link-address').count()).toBe(0);
    guest.faults.splice(0);
    expect(await opens()).toBe(404);

    expect(customer.faults).toEqual([]);
    for (const { context } of [customer, guest]) await context.close();
  });

  test('a professional proposes somebody with an account; the customer says yes with a word, and no more than they like', async () => {
    const circle = await ground.freshCircle(`propose${visit.withScript ? 'script' : 'plain'}`);
    const { customerId } = circle.ids;
    const coach = await ground.builders.aStaffActor('facilitator', { name: `Kirsi ${circle.name}` });
    const adviser = await open(circle, 'adviser');
    const customer = await open(circle, 'customer');
    const invited = await openFor(await ground.builders.aToken(coach));

    await adviser.go(`/customers/${customerId}/invite`);
    const form = adviser.page;
    await form.locator('input[name="way"][value="account"]').check({ force: true });
    await form.locator('input[name="name"]').fill(`kirsi ${circle.name}`);
    await form.locator('select[name="role"]').selectOption('facilitator');
    await form.locator('textarea[name="purpose"]').fill('Verstaan suunnittelu.');
    for (const part of ['goal', 'steps'])
      await form.locator(`input[name="parts"][value="${part}"]`).check({ force: true });
    await press(form, 'main form button[type="submit"]:not([name])');
    await adviser.look();
    await invited.go('/invited');
    expect(await textOf(invited.page)).not.toContain(circle.mark('customerName'));

    await customer.go('/invitations');
    await press(customer.page, `main .card:has-text("Kirsi ${circle.name}") a`);
    await customer.look();
    await customer.page.locator('input[name="parts"][value="steps"]').uncheck({ force: true });
    await customer.page.locator('textarea[name="word"]').fill('Vain tavoite.');
    await press(customer.page, 'main form button[name="do"][value="yes"]');

    await invited.go('/invited');
    await press(invited.page, 'main .card a');
    await invited.look();
    const shown = await textOf(invited.page);
    expect(shown).toContain(circle.mark('goal'));
    expect(shown).not.toContain(circle.mark('step'));
    await adviser.go(`/customers/${customerId}/invite`);
    expect(await textOf(adviser.page)).toContain('Vain tavoite.');

    for (const { faults, context } of [adviser, customer, invited]) {
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  test('a customer is handed over when the other accepts, and sees it happen', async () => {
    const circle = await ground.freshCircle(`handed${visit.withScript ? 'script' : 'plain'}`);
    const { customerId, handOverId } = circle.ids;
    const other = await ground.builders.anAdviser({ name: `Uuno ${circle.name}` });
    const giver = await open(circle, 'adviser');
    const customer = await open(circle, 'customer');
    const receiver = await openFor(await ground.builders.aToken(other));

    // One waits already: it is taken back first.
    await giver.go(`/hand-overs/${handOverId}`);
    await giver.page.locator('main details.confirm summary').click();
    await press(giver.page, 'main form button[name="do"][value="takeBack"]');
    await giver.go(`/customers/${customerId}/hand-over`);
    await giver.page.locator('select[name="toId"]').selectOption(`adviser ${other.personId}`);
    await giver.page.locator('textarea[name="why"]').fill('Jään opintovapaalle.');
    await press(giver.page, 'main form button[type="submit"]');
    await giver.look();
    const at = new URL(giver.page.url()).pathname;

    await receiver.go('/hand-overs');
    await press(receiver.page, `main a[href="${at}"]`);
    await receiver.look();
    expect(await textOf(receiver.page)).toContain('Jään opintovapaalle.');
    expect(await textOf(receiver.page)).not.toContain(circle.mark('goal'));
    // A no without a reason is not taken.
    await receiver.page.locator('main details.confirm summary').click();
    await press(receiver.page, 'main form button[name="do"][value="decline"]');
    expect(await receiver.page.locator('textarea[name="reason"]').getAttribute('aria-invalid')).toBe('true');
    receiver.faults.splice(0);
    await press(receiver.page, 'main form button[name="do"][value="accept"]');
    await receiver.look();
    await receiver.go(`/customers/${customerId}`);
    expect(await textOf(receiver.page)).toContain(circle.mark('goal'));

    await customer.go(at);
    expect(await textOf(customer.page)).toContain(`Uuno ${circle.name}`);
    expect(await customer.page.locator('main .state--good').count()).toBe(1);
    expect((await giver.page.goto(`${ground.server.url}/customers/${customerId}`))?.status()).toBe(404);

    expect([...customer.faults, ...receiver.faults]).toEqual([]);
    for (const { context } of [giver, customer, receiver]) await context.close();
  });
});
