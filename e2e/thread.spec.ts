import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayIn } from '../src/kernel/clock.ts';
import type { Language } from '../src/kernel/languages.ts';
import { expectAccessible, logIn, openBrowser, openWindow, press, type Visit } from './browser.ts';
import { type Server, startServer } from './server.ts';

const browser = await openBrowser();
let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const city = 'turku';
type Told = { problem: string; title: string; story: string; step: string };

// Honey is new to those the log-in page shows: each is suggested something they have not kept yet.
const told: Record<Language, Told> = {
  fi: {
    title: 'Kirpputorin avajaisissa oli kaaos',
    problem: 'Avajaisissamme oli kaaos. Tarvitsemme apua: tapahtumien järjestäminen ja asiakaspalvelu.',
    story:
      'Järjestin kyläjuhlat kuutena kesänä. Olen tehnyt asiakaspalvelua kioskilla. Linkosin hunajaa. En osaa ajaa trukkia.',
    step: 'Käy tutustumassa kirpputoriin',
  },
  sv: {
    title: 'Kaos på loppisens öppning',
    problem: 'Det blev kaos på öppningen. Vi behöver hjälp med att ordna evenemang och med kundservice.',
    story:
      'Jag ordnade byfesten i sex somrar. Jag har jobbat med kundservice i en kiosk. Jag slungade honung. Jag kan inte köra truck.',
    step: 'Besök loppisen',
  },
  en: {
    title: 'Chaos at the opening of our flea market',
    problem: 'Our opening was chaos. We need help with organising events and customer service.',
    story:
      'I organised the village fair for six summers. I have done customer service in a kiosk. I extracted honey. I cannot drive a forklift.',
    step: 'Visit the flea market',
  },
};

/** The customers the log-in page shows, in its order, each with who advises them. */
const customersWithAdvisers = async () => {
  const people = await server.database.acrossCities((tx) =>
    tx
      .selectFrom('demoPerson as d')
      .innerJoin('person as p', 'p.subject', 'd.subject')
      .select(['d.subject', 'd.name', 'd.roles', 'p.id'])
      .where('d.cityId', '=', city)
      .where('d.isFeatured', '=', true)
      .orderBy('d.sortOrder')
      .execute(),
  );
  const pairs = await server.database.inCity(city, (tx) =>
    tx
      .selectFrom('caseload as l')
      .innerJoin('customer as c', (join) => join.onRef('c.cityId', '=', 'l.cityId').onRef('c.id', '=', 'l.customerId'))
      .select(['l.adviserId', 'c.personId'])
      .where('l.cityId', '=', city)
      .where('l.kind', '=', 'adviser')
      .where('l.toOn', 'is', null)
      .execute(),
  );
  const byId = new Map(people.map(({ id, subject, name }) => [id, { subject, name }]));
  const adviserOf = new Map(pairs.map(({ personId, adviserId }) => [personId, byId.get(adviserId)]));
  const customers = people.flatMap(({ id, subject, name }) => {
    const adviser = adviserOf.get(id);
    return adviser ? [{ subject, name, adviser }] : [];
  });
  const contacts = people.filter(({ roles }) => roles.includes('businessContact'));
  return { customers, contacts };
};

const visits: (Visit & { at: number })[] = [
  { at: 0, language: 'fi', withScript: false, width: 360 },
  { at: 1, language: 'sv', withScript: true, width: 360 },
  { at: 2, language: 'en', withScript: true, width: 1280 },
];

/** Everything a page of the thread has to hold, wherever we stand. */
const look = async (page: Page, visit: Visit): Promise<void> => {
  if (visit.withScript) await expectAccessible(page);
  expect(await page.locator('html').getAttribute('lang')).toBe(visit.language);
};

const pointsOf = async (page: Page): Promise<number[]> => {
  const text = await page.locator('main').innerText();
  return [...text.matchAll(/(\d+) \/ \d+ /g)].map((found) => Number(found[1]));
};

describe.each(visits)('the thread in $language, with script: $withScript, $width px', (visit) => {
  const words = told[visit.language];

  test("goes from a person's own words and a business's problem to a step both agree on", async () => {
    const { customers, contacts } = await customersWithAdvisers();
    const customer = customers[visit.at];
    const contact = contacts[visit.at];
    if (!customer || !contact) throw new Error('The demo has too few people to log in as');
    const windows = await Promise.all([
      openWindow(browser, visit),
      openWindow(browser, visit),
      openWindow(browser, visit),
    ]);
    const [{ page: business }, { page: person }, { page: adviser }] = windows as [
      (typeof windows)[0],
      (typeof windows)[0],
      (typeof windows)[0],
    ];
    const { language } = visit;

    // The business tells its problem and publishes it.
    await logIn(business, server, {
      subject: contact.subject,
      city,
      door: 'people',
      role: 'businessContact',
      language,
    });
    await look(business, visit);
    await business.goto(`${server.url}/challenges/new`);
    await business.locator('[name="problem"]').fill(words.problem);
    await business.locator('[name="title"]').fill(words.title);
    await business.locator('[name="place"]').fill('Turku');
    await look(business, visit);
    await press(business, 'main form button[type="submit"]');
    expect(await business.locator('main mark').count()).toBeGreaterThan(0);
    await press(business, 'main button[name="move"][value="publish"]');
    await look(business, visit);
    const challengePath = new URL(business.url()).pathname;
    expect(await business.title()).toMatch(new RegExp(`^${words.title} – .+ – Tuttu (Turku|Åbo)$`));

    // The customer tells, sees the words each skill was found in, drops one and keeps the rest.
    await logIn(person, server, { subject: customer.subject, city, door: 'people', role: 'customer', language });
    await person.goto(`${server.url}/know-how`);
    await look(person, visit);
    await person.locator('textarea[name="text"]').fill(words.story);
    await press(person, 'main form:has(textarea[name="text"]) button[type="submit"]');
    await look(person, visit);
    const marked = await person.locator('main mark').allInnerTexts();
    expect(marked.length).toBeGreaterThan(1);
    expect(marked.join(' ')).not.toMatch(/truk|truck|forklift/i);
    await press(person, 'main button[value="keepAll"]');
    await look(person, visit);

    // They agree to be matched, and see why the challenge is theirs; the parts add up to the whole.
    await person.goto(`${server.url}/matches`);
    await look(person, visit);
    const consent = person.locator('main form button[type="submit"]');
    if ((await consent.count()) > 0) await press(person, 'main form button[type="submit"]');
    await person.goto(`${server.url}${challengePath.replace('challenges', 'matches')}`);
    await look(person, visit);
    const points = await pointsOf(person);
    const total = points.reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThanOrEqual(40);
    expect(await person.locator('main').innerText()).toMatch(new RegExp(`\\b${total}\\b`));

    // Nobody is seen before the yes.
    await business.goto(server.url + challengePath);
    expect(await business.locator('main').innerText()).not.toContain(customer.name);
    await press(person, 'main a[href$="/yes"]');
    await look(person, visit);
    await press(person, 'main form button[type="submit"]');
    await look(person, visit);

    // The business sees the card that was chosen, the first name only, and writes.
    const [firstName = '', ...lastNames] = customer.name.split(' ');
    await business.goto(server.url + challengePath);
    await look(business, visit);
    const seen = await business.locator('main').innerText();
    expect(seen).toContain(firstName);
    expect(seen).not.toContain(lastNames.join(' '));
    await press(business, 'main a[href^="/threads/"]');
    await business.locator('textarea[name="text"]').fill(`${words.title}?`);
    await press(business, 'main form:has(textarea[name="text"]) button[type="submit"]');
    await look(business, visit);
    expect(await business.content()).not.toContain('@demo.invalid');

    await person.goto(`${server.url}/threads`);
    await look(person, visit);
    await press(person, 'main a[href^="/threads/"]:not([href="/threads/new"])');
    expect(await person.locator('main').innerText()).toContain(`${words.title}?`);
    await look(person, visit);
    expect(await person.content()).not.toContain('@demo.invalid');

    // The adviser finds the yes in the caseload and proposes a step.
    await logIn(adviser, server, { subject: customer.adviser.subject, city, door: 'staff', role: 'adviser', language });
    await look(adviser, visit);
    await adviser.goto(`${server.url}/caseload`);
    await look(adviser, visit);
    await adviser.locator('main [name="name"]').fill(lastNames.join(' '));
    await press(adviser, 'main form button[type="submit"]');
    await look(adviser, visit);
    await press(adviser, `main a:has-text("${customer.name}")`);
    await look(adviser, visit);
    await press(adviser, 'main a[href*="/steps/new?challenge="]');
    await adviser.locator('[name="title"]').fill(words.step);
    await adviser.locator('[name="owner"][value="customer"]').check({ force: true });
    const [year, month, day] = addDays(dayIn('Europe/Helsinki', new Date()), 14).split('-').map(Number);
    await adviser.locator('[name="dueOn"]').fill(`${day}.${month}.${year}`);
    await look(adviser, visit);
    await press(adviser, 'main form button[type="submit"]');
    await look(adviser, visit);

    // The customer agrees; both see it, and the customer sees who has looked.
    await person.goto(`${server.url}/plan`);
    await look(person, visit);
    await press(person, `main a:has-text("${words.step}")`);
    await look(person, visit);
    await press(person, 'main button[value="agree"]');
    await look(person, visit);
    await person.goto(`${server.url}/who-has-looked`);
    await look(person, visit);
    expect(await person.locator('main').innerText()).toContain(customer.adviser.name);

    for (const { faults } of windows) expect(faults).toEqual([]);
    for (const { context } of windows) await context.close();
  });
});

test('the mailbox holds what each was told, in their own language', async () => {
  const { page } = await openWindow(browser, { language: 'fi', withScript: false, width: 360 });
  await expect
    .poll(
      async () => {
        await page.goto(`${server.url}/mailbox`);
        return page.locator('main a[href^="/mailbox/"]').count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBeGreaterThan(3);
});

test('what was written into a form whose session had ended is shown beside the log-in, to take along', async () => {
  const text = 'Hoidin äitiäni <viisi> vuotta kotona.';
  const answer = await fetch(`${server.url}/know-how`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ text, language: 'fi' }),
  });
  const page = await answer.text();
  expect(answer.status).toBe(401);
  expect(page).toContain('Hoidin äitiäni &lt;viisi&gt; vuotta kotona.');
  expect(page).toContain('/log-in/start?door=people&amp;back=%2Fknow-how');
});
