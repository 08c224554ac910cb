import { beforeAll, beforeEach, expect, test } from 'vitest';
import { dragSteps } from '../src/path/board/drag-steps.ts';
import { openBrowser, openWindow } from './browser.ts';

// Dragging on the board of steps: what it does is what the buttons and links of "Move to" do, and nothing else.

const words = { lifted: 'Lifted {step}', cannot: '{step} stayed', moving: '{step} to {column}' };

const board = `
<p id="says" role="status"></p>
<div id="board">
  <section data-column="agreed"><h2>Agreed</h2><ul>
    <li data-step="1" style="padding:20px"><h3>Call</h3><form><ul>
      <li data-way="doing"><button name="do" value="start">Under way</button></li>
      <li data-way="left"><a href="#asked">Not going on</a></li>
    </ul></form></li></ul></section>
  <section data-column="doing" style="height:80px"><h2>Under way</h2></section>
  <section data-column="left" style="height:80px"><h2>Not going on</h2></section>
  <section data-column="idea" style="height:80px"><h2>Ideas</h2></section>
</div>`;

let page: Awaited<ReturnType<typeof openWindow>>['page'];

beforeAll(async () => {
  const browser = await openBrowser();
  page = (await openWindow(browser, { language: 'en', withScript: true, width: 800 })).page;
});

beforeEach(async () => {
  await page.setContent(board);
  await page.evaluate(`
    document.addEventListener('submit', (event) => { event.preventDefault(); document.title = event.submitter.value; });
    (${dragSteps.toString()})(document.getElementById('board'), document.getElementById('says'), ${JSON.stringify(words)});`);
});

const dragTo = (column: string) => page.dragAndDrop('[data-step] h3', `[data-column="${column}"]`);
const said = () => page.textContent('#says');

test('a card dropped on a column presses the button for it', async () => {
  await dragTo('doing');
  expect(await page.title()).toBe('start');
  expect(await said()).toBe('Call to Under way');
});

test('or follows the link where something is asked first', async () => {
  await dragTo('left');
  expect(page.url()).toMatch(/#asked$/);
  expect(await page.title()).toBe('');
});

test('on a column it cannot go to nothing happens, and that is said', async () => {
  await dragTo('idea');
  expect(await page.title()).toBe('');
  expect(await said()).toBe('Call stayed');
  expect(await page.locator('.board__column--open').count()).toBe(0);
});

test('what is lifted is said, and the columns it can go to are marked', async () => {
  await page.hover('[data-step] h3');
  await page.mouse.down();
  await page.hover('[data-column="idea"]');
  await page.hover('[data-column="idea"]');
  expect(await said()).toBe('Lifted Call');
  const open = await page
    .locator('.board__column--open')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-column')));
  expect(open).toEqual(['doing', 'left']);
  await page.mouse.up();
});
