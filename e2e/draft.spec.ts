import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, startGround, type Viewer } from './access/ground.ts';
import { Walker } from './access/walker.ts';
import { expectAccessible, openBrowser, openWindow, press, switchTo } from './browser.ts';

// What is half written in a form is never lost: pressing something else on the page, or a session that ended, brings it back.

const browser = await openBrowser();
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground?.server.stop());

const text = 'Hoidin äitiäni <viisi> vuotta.\nJa pidin "kioskia" & kirjaa.';

const openAs = async (viewer: Viewer, withScript: boolean): Promise<{ page: Page; close(): Promise<void> }> => {
  const { page, context } = await openWindow(browser, { language: 'fi', withScript, width: 360 });
  await context.addCookies([{ name: 'tuttu', value: viewer.token ?? '', url: ground.server.url }]);
  return { page, close: () => context.close() };
};

describe.each([true, false])('with script: %s', (withScript) => {
  test('a story stays through the language switch and through what else can be pressed', async () => {
    const circle = await ground.freshCircle(`story${withScript}`);
    const { page, close } = await openAs(await ground.viewerOf(circle, 'customer'), withScript);
    // One thing left out, so that there is something else to press.
    await page.goto(`${ground.server.url}/know-how/${circle.ids.knowHowId}/change`);
    await press(page, 'button[value*="what=drop"]');
    await page.goto(`${ground.server.url}/know-how`);
    await page.locator('textarea[name="text"]').fill(text);
    await page.locator('select[name="language"]').selectOption('en');
    await switchTo(page, 'sv');
    await switchTo(page, 'fi');
    expect(await page.locator('textarea[name="text"]').inputValue()).toBe(text);
    await page.locator('details.more summary').first().click();
    await press(page, 'button[value*="what=bringBack"]');
    expect(await page.locator('[role="status"]').first().innerText()).not.toBe('');
    expect(await page.locator('textarea[name="text"]').inputValue()).toBe(text);
    expect(await page.locator('select[name="language"]').inputValue()).toBe('en');
    if (withScript) await expectAccessible(page);
    await press(page, 'main form button[name="what"][value="tell"]');
    expect(new URL(page.url()).pathname).toMatch(/^\/know-how\/stories\//);
    await close();
  });

  test('a message stays when the others are marked as read', async () => {
    const circle = await ground.freshCircle(`message${withScript}`);
    const { page, close } = await openAs(await ground.viewerOf(circle, 'customer'), withScript);
    await ground.server.database.inCity('turku', (tx) =>
      tx
        .updateTable('message')
        .set({ readAt: null })
        .where('threadId', '=', circle.ids.threadId ?? '')
        .execute(),
    );
    await page.goto(`${ground.server.url}/threads/${circle.ids.threadId}`);
    await page.locator('textarea[name="text"]').fill(text);
    await press(page, 'button[value*="do=markRead"]');
    expect(await page.locator('textarea[name="text"]').inputValue()).toBe(text);
    expect(await page.locator('button[value*="do=markRead"]').count()).toBe(0);
    await close();
  });

  test('Enter in a field sends its form, not the language switch before it', async () => {
    const circle = await ground.freshCircle(`enter${withScript}`);
    const { page, close } = await openAs(await ground.viewerOf(circle, 'customer'), withScript);
    await page.goto(`${ground.server.url}/my-account`);
    await page.locator('[name="email"]').fill('nobody at all');
    await Promise.all([page.waitForEvent('load'), page.locator('[name="email"]').press('Enter')]);
    expect(await page.locator('html').getAttribute('lang')).toBe('fi');
    expect(await page.locator('section.mend a').innerText()).toContain('Sähköposti');
    await close();
  });
});

test('a story stays when its writer goes elsewhere by a link and comes back, until it is sent', async () => {
  const circle = await ground.freshCircle('elsewhere');
  const { page, close } = await openAs(await ground.viewerOf(circle, 'customer'), true);
  const story = page.locator('textarea[name="text"]');
  await page.goto(`${ground.server.url}/know-how`);
  await story.fill(text);
  await page.locator('main a[href="/profile"]').first().click();
  await page.waitForURL('**/profile');
  await page.locator('main a[href="/know-how"]').first().click();
  await page.waitForURL('**/know-how');
  expect(await story.inputValue()).toBe(text);
  await press(page, 'main form button[name="what"][value="tell"]');
  await page.goto(`${ground.server.url}/know-how`);
  expect(await story.inputValue()).toBe('');
  await close();
});

test('a version somebody began from is kept with the draft: a change made meanwhile is not written over', async () => {
  const circle = await ground.freshCircle('version');
  const { page, close } = await openAs(await ground.viewerOf(circle, 'customer'), false);
  await page.goto(`${ground.server.url}/know-how/stories/${circle.ids.storyId}/edit`);
  await page.locator('textarea[name="text"]').fill(text);
  await ground.server.database.inCity('turku', (tx) =>
    tx
      .updateTable('story')
      .set(({ eb }) => ({ version: eb('version', '+', 1), text: 'Meanwhile' }))
      .where('id', '=', circle.ids.storyId ?? '')
      .execute(),
  );
  await switchTo(page, 'sv');
  await press(page, 'main form button[value="save"]');
  expect(await page.locator('.both').innerText()).toContain('Meanwhile');
  expect(await page.locator('textarea[name="text"]').inputValue()).toBe(text);
  await close();
});

const endSessions = (personId: string) =>
  ground.server.database.acrossCities((tx) =>
    tx.updateTable('session').set({ endedAt: new Date() }).where('personId', '=', personId).execute(),
  );

test('what was sent after the session ended is in the form again after the log-in, for its writer only', async () => {
  const { url } = ground.server;
  const circle = await ground.freshCircle('ended');
  const writer = await ground.viewerOf(circle, 'customer');
  const other = await ground.viewerOf(await ground.freshCircle('other'), 'customer');
  const walker = new Walker(url);
  walker.cookies.set('tuttu', writer.token ?? '');
  await endSessions(writer.personId ?? '');
  const { status, text: door } = await walker.send('POST', '/know-how', { text, language: 'fi' }, { origin: url });
  expect([status, door.includes('&lt;viisi&gt;')]).toEqual([401, true]);
  const kept = [...walker.cookies].filter(([name]) => name.startsWith('tuttu_draft'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.join()).not.toContain('Hoidin');

  walker.cookies.set('tuttu', (await ground.viewerOf(circle, 'customer')).token ?? '');
  const back = await walker.get('/know-how');
  expect(back.text).toContain('&lt;viisi&gt;');
  expect((await walker.get('/know-how')).text).not.toContain('&lt;viisi&gt;');

  for (const [name, value] of kept) walker.cookies.set(name, value);
  walker.cookies.set('tuttu', other.token ?? '');
  expect((await walker.get('/know-how')).text).not.toContain('&lt;viisi&gt;');
  expect([...walker.cookies.keys()].some((name) => name.startsWith('tuttu_draft'))).toBe(false);
});
