import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/kernel/actor.ts';
import type { Circle, RecordName } from '../../src/testing/circle.ts';
import { lastWords } from '../server.ts';
import { fromNowOn, leavePlace, replaceWords, rowsWith } from './effect.ts';
import { filled, formsOf } from './forms.ts';
import { ask, type Ground, type Route, severalAtOnce, startGround, tellingRoles, unlimited } from './ground.ts';
import { hostileStrings } from './hostile-strings.ts';
import { mayReach } from './oracle.ts';

// D1 of trust.md: hostile strings in every text field of every body and form.

let ground: Ground;
beforeAll(async () => {
  ground = await startGround(unlimited);
});
afterAll(async () => {
  if (!ground) return;
  await leavePlace(ground.server.rootUrl);
  await ground.server.stop();
});

let count = 0;
const newCircle = (): Promise<Circle> => {
  count += 1;
  return ground.freshCircle(
    `h${[...String(count).padStart(5, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`,
  );
};
const pathIn = (route: Route, circle: Circle): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => circle.ids[name as RecordName] ?? 'none');

/** Ways to every text in a body: `['needs', 0, 'text']`. */
const textsIn = (value: unknown, way: (string | number)[] = []): (string | number)[][] => {
  if (typeof value === 'string') return [way];
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, [...way, at]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...way, key]));
  return [];
};

const withText = (value: unknown, [next, ...rest]: (string | number)[], text: string): unknown => {
  if (next === undefined) return text;
  if (Array.isArray(value)) return value.map((one, at) => (at === next ? withText(one, rest, text) : one));
  return { ...(value as object), [next]: withText((value as Record<string, unknown>)[next], rest, text) };
};

const raw = /<script>zqhostile|<img src=x onerror=zqhostile|<svg\/onload=zqhostile|" autofocus onfocus=zqhostile/;

/** Faults of one HTML answer: what a browser would run that a person typed. */
const unescapedIn = (html: string): string[] => {
  // What goes along for React is a string of a script: a quotation mark ends nothing there.
  const inElements = html.replace(/<script nonce="[^"]*">window\.__reactRouterContext[\s\S]*?<\/script>/g, '');
  const found = raw.exec(inElements);
  return found ? [`unescaped: ${inElements.slice(Math.max(0, found.index - 80), found.index + 80)}`] : [];
};

/** Each of the routes with the roles that are told apart there. */
const readersOf = (routes: readonly Route[]): { route: Route; role: Role }[] =>
  routes.flatMap((route) =>
    tellingRoles(ground.viewers, (viewer) => mayReach(route, viewer, 'own')).map((role) => ({ route, role })),
  );

const report = (faults: string[]) => {
  if (faults.some((fault) => /\b500\b/.test(fault))) console.error(lastWords(ground.server));
  expect({ count: faults.length, faults: faults.slice(0, 40) }).toEqual({ count: 0, faults: [] });
};

const storedText = (text: string): string => text.normalize('NFC').trim();

describe('hostile strings', () => {
  test('in every text of every body of the API: no failure, and valid text is kept as it is', async () => {
    const faults: string[] = [];
    let sent = 0;
    const tries = readersOf(ground.routes.filter(({ hasBody }) => hasBody)).flatMap(({ route, role }) =>
      textsIn(route.example).map((way) => ({ route, role, way })),
    );
    await severalAtOnce(tries, async ({ route, role, way }) => {
      let circle = await newCircle();
      let viewer = await ground.viewerOf(circle, role);
      let version = '"1"';
      for (const { name, text, isText } of hostileStrings) {
        sent += 1;
        const mark = `zq${sent}`;
        const marked = isText ? `${text} ${mark}` : text;
        const since = await fromNowOn(ground.server.rootUrl);
        const send = async () => {
          const answer = await ask(ground.server.url, viewer, pathIn(route, circle), {
            method: route.method,
            headers: route.isVersioned ? { 'if-match': version } : {},
            body: withText(route.example, way, marked),
          });
          version = answer.headers.get('etag') ?? version;
          return answer;
        };
        const begin = async () => {
          circle = await newCircle();
          viewer = await ground.viewerOf(circle, role);
          version = '"1"';
          return send();
        };
        const isKept = async () => {
          const wanted = JSON.stringify(storedText(marked)).slice(1, -1);
          return (await rowsWith(ground.server.rootUrl, mark, since)).some((row) => row.includes(wanted));
        };
        let answer = await send();
        // The record is not as it was: what was taken before has changed it.
        if ([404, 409, 412].includes(answer.status)) answer = await begin();
        const what = `${route.method} ${route.path} ${way.join('.')} as ${role}, ${name}`;
        if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
        if (answer.status >= 300) continue;
        // What was there already, or was brought before, is not written twice.
        if (isText && !(await isKept()) && (await begin()).status < 300 && !(await isKept()))
          faults.push(`${what}: not stored as it was sent`);
      }
    });
    console.log(`D1: ${sent} bodies with hostile strings, in ${count} circles`);
    report(faults);
  }, 900_000);

  test('in every text of every form: no failure, nothing unescaped comes back', async () => {
    const faults: string[] = [];
    let sent = 0;
    const tries = readersOf(ground.routes.filter(({ kind, hasAction }) => kind === 'page' && hasAction));
    await severalAtOnce(tries, async ({ route, role }) => {
      const circle = await newCircle();
      const viewer = await ground.viewerOf(circle, role);
      const path = pathIn(route, circle);
      const page = await ask(ground.server.url, viewer, path);
      for (const form of formsOf(page.text, path).filter(({ method }) => method === 'POST'))
        for (const field of form.textFields)
          for (const { name, text } of hostileStrings) {
            const to = new URL(form.action.replace(/^\?/, `${path}?`), 'http://x').pathname;
            const answer = await ask(ground.server.url, viewer, to, {
              method: 'POST',
              form: { ...filled(form), [field]: [text] },
            });
            sent += 1;
            const what = `POST ${route.path} ${field} as ${role}, ${name}`;
            if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
            for (const fault of unescapedIn(answer.text)) faults.push(`${what}: ${fault}`);
          }
    });
    console.log(`D1: ${sent} forms with hostile strings`);
    report(faults);
  });

  test('in every text of every search: no failure, nothing unescaped comes back', async () => {
    const faults: string[] = [];
    let sent = 0;
    const circle = await newCircle();
    // An address of more than some thousand characters is no search a page offers: the server refuses it before any page sees it.
    const searched = hostileStrings.filter(({ text }) => text.length < 1_000);
    const tries = readersOf(ground.routes.filter(({ kind, isFile }) => kind === 'page' && !isFile));
    await severalAtOnce(tries, async ({ route, role }) => {
      const viewer = await ground.viewerOf(circle, role);
      const path = pathIn(route, circle);
      const page = await ask(ground.server.url, viewer, path);
      for (const form of formsOf(page.text, path).filter(({ method }) => method === 'GET'))
        for (const field of Object.keys(form.fields))
          for (const { name, text } of searched) {
            const query = new URLSearchParams(
              Object.entries({ ...form.fields, [field]: [text.toWellFormed()] }).flatMap(([key, all]) =>
                all.map((value) => [key, value]),
              ),
            );
            const to = new URL(form.action, `http://x${path}`).pathname;
            const answer = await ask(ground.server.url, viewer, `${to}?${query}`);
            sent += 1;
            const what = `GET ${route.path} ${field} as ${role}, ${name}`;
            if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
            for (const fault of unescapedIn(answer.text)) faults.push(`${what}: ${fault}`);
          }
    });
    console.log(`D1: ${sent} searches with hostile strings`);
    expect(sent).toBeGreaterThan(100);
    report(faults);
  });

  test('shown to everybody who may see it, nothing is unescaped', async () => {
    const faults: string[] = [];
    const text = hostileStrings.find(({ name }) => name === 'HTML')?.text ?? '';
    const circle = await newCircle();
    const replaced = await replaceWords(ground.server.rootUrl, `Zq${circle.name}`, text);
    expect(replaced).toBeGreaterThan(30);
    let seen = 0;
    for (const route of ground.routes.filter(({ kind }) => kind === 'page'))
      for (const { role } of ground.viewers.filter((viewer) => mayReach(route, viewer, 'own'))) {
        if (!role) continue;
        const viewer = await ground.viewerOf(circle, role);
        const answer = await ask(ground.server.url, viewer, pathIn(route, circle));
        if (answer.text.includes('zqhostile')) seen += 1;
        if (answer.status >= 500) faults.push(`GET ${route.path} as ${role}: ${answer.status}`);
        // What is saved is not shown: no browser reads it as a page.
        const isSaved = answer.headers.get('content-disposition')?.startsWith('attachment');
        if (route.isFile && answer.status === 200 && !isSaved) faults.push(`GET ${route.path}: opens in the browser`);
        const unescaped = route.isFile ? [] : unescapedIn(answer.text);
        for (const fault of unescaped) faults.push(`GET ${route.path} as ${role}: ${fault}`);
      }
    expect(seen).toBeGreaterThan(5);
    report(faults);
  });

  test('malformed requests are told so, never a failure', async () => {
    const customer = await ground.viewerOf(await newCircle(), 'customer');
    const put = (body: string, type = 'application/json') =>
      ask(ground.server.url, customer, '/api/consents', { method: 'PUT', body, headers: { 'content-type': type } });
    for (const body of [
      '{',
      '[]',
      'null',
      '"x"',
      '{"what":',
      '\u0000',
      `${'['.repeat(20_000)}`,
      '{"__proto__":{"x":1}}',
      '{"what":{"$ne":1},"isGiven":"yes"}',
    ])
      expect([body.slice(0, 20), (await put(body)).status]).toEqual([body.slice(0, 20), 400]);
    expect((await put('x'.repeat(1_100_000))).status).toBe(413);
    for (const type of [
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json; charset=x',
      'nonsense',
    ])
      expect((await put('<a/>', type)).status).toBeLessThan(500);
    for (const path of [
      '/%',
      '/%ff',
      '/..%2f..%2fetc/passwd',
      '/%00',
      `/${'a'.repeat(5000)}`,
      '/api/%',
      '/api/nothing',
      '/assets/%2e%2e/x',
      '//evil.invalid',
      '/know-how.data',
      '/_root.data',
    ]) {
      const { status } = await ask(ground.server.url, customer, path);
      expect([path.slice(0, 30), status < 500]).toEqual([path.slice(0, 30), true]);
    }
  });
});
