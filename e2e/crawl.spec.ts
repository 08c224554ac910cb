import { CompiledQuery } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Circle } from '../src/testing/circle.ts';
import { type Ground, type Route, startGround, type Viewer } from './access/ground.ts';
import { mayReach, parametersOf } from './access/oracle.ts';
import { axeOn, openBrowser } from './browser.ts';

// Every page as every role, in a browser: no refused script or style (E3), nothing axe finds, nothing that scrolls sideways on a phone.

const browser = await openBrowser();
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
  await writeLongWords(ground);
});
afterAll(() => ground?.server.stop());

const longWord = `Xy${'pitk\u00e4sana'.repeat(12)}`;

/** Where people write, somebody writes a word without an end. */
const writeLongWords = async ({ server, a }: Ground): Promise<void> => {
  const { customerId, businessId, threadId } = a.ids;
  const places = [
    ['story', 'text', 'customer_id', customerId],
    ['customer', 'card_intro', 'id', customerId],
    ['customer', 'area', 'id', customerId],
    ['challenge', 'title', 'business_id', businessId],
    ['challenge', 'problem', 'business_id', businessId],
    ['challenge', 'place', 'business_id', businessId],
    ['business', 'name', 'id', businessId],
    ['message', 'text', 'thread_id', threadId],
    ['step', 'title', 'customer_id', customerId],
    ['step', 'why', 'customer_id', customerId],
    ['step', 'place', 'customer_id', customerId],
    ['plan', 'goal', 'customer_id', customerId],
    ['plan_section', 'text', 'customer_id', customerId],
    ['answer', 'word', 'customer_id', customerId],
    ['appointment', 'message', 'customer_id', customerId],
    ['appointment', 'place', 'customer_id', customerId],
    ['document', 'title', 'customer_id', customerId],
    ['document', 'why', 'customer_id', customerId],
    ['document', 'word', 'customer_id', customerId],
    ['after_care', 'words', 'customer_id', customerId],
    ['customer_note', 'text', 'customer_id', customerId],
  ];
  await server.database.inCity('turku', async (tx) => {
    for (const [table, column, whose, id] of places)
      await tx.executeQuery(
        CompiledQuery.raw(`update ${table} set ${column} = ${column} || ' ' || $1::text where ${whose} = $2`, [
          longWord,
          id,
        ]),
      );
    const people = [a.customer, a.adviser, a.socialWorker, a.contact].map(({ personId }) => personId);
    await tx.executeQuery(
      CompiledQuery.raw("update city_person set name = name || ' ' || $1::text where person_id = any($2)", [
        longWord,
        people,
      ]),
    );
    await tx.executeQuery(
      CompiledQuery.raw(
        "update answer set card = card || jsonb_build_object('name', $1::text) where card is not null and customer_id = $2",
        [longWord, customerId],
      ),
    );
  });
};

/** A page open to everybody is the same for them all but for the frame: three of them look at it. The home page differs by role. */
const looksAt = (viewer: Viewer, route: Route): boolean => {
  if (!mayReach(route, viewer, 'own')) return false;
  return (
    Array.isArray(route.roles) ||
    route.path === '/' ||
    ['visitor', 'newcomer'].includes(viewer.name) ||
    viewer.role === 'customer'
  );
};

type State = {
  name: string;
  viewers: () => Promise<Viewer[]>;
  circle: () => Circle | null;
  colorScheme: 'light' | 'dark';
  width: number;
};

/** Somebody of each role who has just come and has nothing yet. */
const beginners = async (): Promise<Viewer[]> => {
  const made = [
    await ground.builders.aCustomer(),
    await ground.builders.anAdviser(),
    await ground.builders.aSocialWorker(),
    await ground.builders.aBusinessContact(),
  ];
  const viewers: Viewer[] = [];
  for (const one of made)
    viewers.push({
      name: `new ${one.actor.role}`,
      role: one.actor.role,
      cityId: 'turku',
      circle: null,
      token: await ground.builders.aToken(one),
      personId: one.personId,
    });
  return viewers;
};

const states: State[] = [
  {
    name: 'full, light, phone',
    viewers: async () => ground.viewers,
    circle: () => ground.a,
    colorScheme: 'light',
    width: 360,
  },
  {
    name: 'full, dark, wide',
    viewers: async () => ground.viewers,
    circle: () => ground.a,
    colorScheme: 'dark',
    width: 1280,
  },
  { name: 'empty, light, phone', viewers: beginners, circle: () => null, colorScheme: 'light', width: 360 },
];

const openAs = async (viewer: Viewer, { colorScheme, width }: State) => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale: 'fi-FI' });
  if (viewer.token) await context.addCookies([{ name: 'tuttu', value: viewer.token, url: ground.server.url }]);
  const faults: string[] = [];
  await context.exposeFunction('tellViolation', (what: string) => faults.push(`refused by the policy: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { tellViolation(what: string): void }).tellViolation(
        `${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      );
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[34]/.test(message.text())) faults.push(message.text());
  });
  return { context, page, faults };
};

/** Everything in the light; in the dark only what colours change. */
const look = async (page: Page, { colorScheme }: State): Promise<string[]> => {
  const axe = axeOn(page);
  if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(`${headings} main headings`);
  return found;
};

describe.each(states)('every page as every role: $name', (state) => {
  test('axe finds nothing, the policy refuses nothing, the window does not scroll sideways', async () => {
    const faults: string[] = [];
    const circle = state.circle();
    let pages = 0;
    for (const viewer of await state.viewers()) {
      const { context, page, faults: told } = await openAs(viewer, state);
      for (const route of ground.routes.filter(({ kind, isFile }) => kind === 'page' && !isFile)) {
        const names = parametersOf(route);
        if (!looksAt(viewer, route) || (names.length > 0 && !circle)) continue;
        const path = route.path.replace(/:(\w+)/g, (_, name: string) => circle?.ids[name as never] ?? 'none');
        await page.goto(ground.server.url + path, { waitUntil: 'load' });
        pages += 1;
        for (const fault of [...(await look(page, state)), ...told.splice(0)])
          faults.push(`${route.path} as ${viewer.name}: ${fault}`);
      }
      await context.close();
    }
    console.log(`${state.name}: ${pages} pages looked at`);
    expect({ count: faults.length, faults: faults.slice(0, 40) }).toEqual({ count: 0, faults: [] });
  }, 600_000);
});
