import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, ask, exampleOf, type Ground, type Route, randomId, startGround } from './ground.ts';
import { mayReach } from './oracle.ts';

// The API's own edges (RFC 9110, 9457): a path that is there with a method it does not take, and a body that is not JSON.

let ground: Ground;
let apiRoutes: Route[] = [];
beforeAll(async () => {
  ground = await startGround();
  apiRoutes = ground.routes.filter(({ kind }) => kind === 'api');
});
afterAll(() => ground?.server.stop());

const fill = (path: string): string => path.replace(/:\w+/g, () => randomId());

const isProblem = ({ status, headers, text }: Answer, code: string): boolean => {
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return false;
  const { type, title, status: said } = JSON.parse(text);
  return type === `urn:tuttu:problem:${code}` && said === status && typeof title === 'string';
};

test('a method that a path does not take is answered with 405 and those it takes, to anybody and whatever is sent', async () => {
  const faults: string[] = [];
  const takes = new Map<string, Set<string>>();
  for (const { path, method } of apiRoutes) takes.set(path, (takes.get(path) ?? new Set()).add(method));
  for (const [path, methods] of takes) {
    const allowed = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].sort().join(', ');
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => !methods.has(one))) {
      const body = method === 'GET' ? {} : { body: '<x/>', headers: { 'content-type': 'application/xml' } };
      const answer = await ask(ground.server.url, null, fill(path), { method, ...body });
      const isAsMeant = answer.status === 405 && answer.headers.get('allow') === allowed;
      if (!isAsMeant || !isProblem(answer, 'methodNotAllowed'))
        faults.push(`${method} ${path}: ${answer.status} ${answer.headers.get('allow')} ${answer.text.slice(0, 100)}`);
    }
  }
  expect(faults).toEqual([]);
  expect(takes.size).toBeGreaterThan(20);
  const head = await ask(ground.server.url, null, '/api/openapi.json', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect((await ask(ground.server.url, null, '/api/openapi.json', { method: 'PUT' })).status).toBe(405);
  expect((await ask(ground.server.url, null, '/api/nothing-here', { method: 'PUT' })).status).toBe(404);
});

test('a body that is not JSON is answered with 415, also what a form of a page would send', async () => {
  const faults: string[] = [];
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data',
    'nothing',
  ];
  for (const route of apiRoutes.filter(({ hasBody }) => hasBody)) {
    const viewer = ground.viewers.find((one) => one.role && mayReach(route, one, 'own')) ?? null;
    for (const type of types) {
      const headers = { 'content-type': type, 'if-match': '"1"' };
      const body = JSON.stringify(exampleOf(route));
      const answer = await ask(ground.server.url, viewer, fill(route.path), { method: route.method, body, headers });
      if (answer.status !== 415 || !isProblem(answer, 'unsupportedType'))
        faults.push(`${route.method} ${route.path} ${type}: ${answer.status} ${answer.text.slice(0, 100)}`);
    }
  }
  expect(faults).toEqual([]);
});

const forReading = { accept: 'text/html', 'accept-language': 'en' };

test('what no route takes is answered with a page for a browser and a problem document for a program, never a raw error', async () => {
  const { url } = ground.server;
  const cases = [
    ['GET', '/%E0%A4%A', 'notFound', 404],
    ['GET', '/api/%E0%A4%A', 'notFound', 404],
    ['GET', '/assets/nope.js', 'notFound', 404],
    ['PUT', '/consents', 'methodNotAllowed', 405],
    ['DELETE', '/matches', 'methodNotAllowed', 405],
    ['PATCH', '/', 'methodNotAllowed', 405],
    ['OPTIONS', '/', 'methodNotAllowed', 405],
  ] as const;
  for (const [method, path, code, status] of cases) {
    const told = await ask(url, null, path, { method });
    expect([method, path, told.status, isProblem(told, code)]).toEqual([method, path, status, true]);
    expect(told.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD, POST' : null);
    expect(told.headers.get('content-security-policy')).toContain("default-src 'none'");
    if (path.startsWith('/api/')) continue;
    const page = await ask(url, null, path, { method, headers: forReading });
    expect([method, path, page.status]).toEqual([method, path, status]);
    expect(page.text).toContain('<html lang="en">');
  }
});

test('a consent is given by an explicit yes and by nothing else', async () => {
  const { url } = ground.server;
  const circle = await ground.freshCircle('consent');
  const customer = await ground.viewerOf(circle, 'customer');
  const given = async () => {
    const all: { what: string; givenAt: string | null }[] = JSON.parse(
      (await ask(url, customer, '/api/consents')).text,
    );
    return all.find(({ what }) => what === 'matching')?.givenAt != null;
  };
  const send = (form: Record<string, string>) => ask(url, customer, '/consents', { method: 'POST', form });
  expect((await send({ what: 'matching', isGiven: 'no' })).status).toBe(303);
  const unclear: Record<string, string>[] = [
    { what: 'matching' },
    { what: 'matching', isGiven: '' },
    { what: 'matching', isGiven: 'maybe' },
    { what: 'matching', isGiven: 'false' },
    { press: 'what=matching' },
    { 'untilOn-matching': '24.12.2030' },
    { isGiven: 'yes' },
    { what: 'everything', isGiven: 'yes' },
  ];
  for (const form of unclear) {
    const answer = await send(form);
    expect([form, answer.status, await given()]).toEqual([form, 400, false]);
    expect(answer.text).toContain('class="mend"');
  }
  expect((await send({ press: 'what=matching&isGiven=yes' })).status).toBe(303);
  expect(await given()).toBe(true);
});

test('an If-Match that is no version is said to be none', async () => {
  const customer = await ground.viewerOf(ground.a, 'customer');
  const headers = { 'if-match': '*' };
  const answer = await ask(ground.server.url, customer, '/api/limits', {
    method: 'PUT',
    body: exampleOf(apiRoutes.find(({ path, method }) => path === '/api/limits' && method === 'PUT') as Route),
    headers,
  });
  expect([answer.status, isProblem(answer, 'versionUnreadable')]).toEqual([412, true]);
});

test('somebody signed in who has no role yet becomes a customer by the API, under the name they are known by', async () => {
  const { url } = ground.server;
  const newcomer = ground.viewers.find(({ name }) => name === 'newcomer') ?? null;
  const known = JSON.parse((await ask(url, newcomer, '/api/join')).text);
  const body = { cityId: 'oulu', name: known.name, email: null, language: 'sv' };
  for (const time of ['first', 'second']) {
    const joined = await ask(url, newcomer, '/api/join', { method: 'PUT', body });
    expect([time, joined.status, JSON.parse(joined.text)]).toEqual([time, 200, { cityId: 'oulu', role: 'customer' }]);
  }
  const after = JSON.parse((await ask(url, newcomer, '/api/join')).text);
  expect(after.cities.find(({ id }: { id: string }) => id === 'oulu')).toMatchObject({ isJoined: true });
  // In no role yet, nothing else is theirs.
  const refused = await ask(url, newcomer, '/api/account');
  expect([refused.status, isProblem(refused, 'chooseRole')]).toEqual([403, true]);
});

test('the administrator reads the use log of the city by the API, page after page', async () => {
  const administrator = ground.viewers.find(({ role }) => role === 'administrator') ?? null;
  const { url } = ground.server;
  const found = JSON.parse((await ask(url, administrator, `/api/use-log?customerId=${ground.a.ids.customerId}`)).text);
  expect(found.lines.length).toBeGreaterThan(0);
  expect((await ask(url, administrator, '/api/use-log?day=24.12.2026')).status).toBe(400);
  const chain = JSON.parse((await ask(url, administrator, '/api/use-log/chain?walk=yes')).text);
  expect(chain.walk).toMatchObject({ fault: null });
  expect(JSON.parse((await ask(url, administrator, '/api/parked-jobs')).text)).toEqual([]);
});
