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
  expect((await ask(url, newcomer, '/api/account')).status).toBe(403);
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
