import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { demoCities } from '../../src/demo/cities.ts';
import { type Role, roles } from '../../src/kernel/actor.ts';
import { addCity } from '../../src/kernel/cities.ts';
import { addDays, dayIn, systemClock } from '../../src/kernel/clock.ts';
import type { Database } from '../../src/kernel/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import { createSecrets } from '../../src/kernel/secrets.ts';
import { startSession } from '../../src/kernel/session.ts';
import { setTerm } from '../../src/kernel/terms.ts';
import { builders, type Made } from '../../src/testing/builders.ts';
import { type Circle, makeCircle, type RecordName, recordNames } from '../../src/testing/circle.ts';
import { type Server, startServer } from '../server.ts';
import { onlyInTheDemo } from './oracle.ts';

/** Somebody who asks: a role in Turku, in circle `a` where it is a customer's, an adviser's, a social worker's or a contact's. */
export type Viewer = {
  name: string;
  role: Role | null;
  cityId: string | null;
  circle: Circle | null;
  token: string | null;
  personId: string | null;
};

const route = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string(),
  roles: z.union([z.array(z.enum(roles)), z.literal('anyone'), z.literal('signedIn')]),
  /** 'stream': server-sent events. */
  kind: z.enum(['page', 'api', 'stream']),
  hasAction: z.boolean(),
  /** Something to save rather than a page to look at. */
  isFile: z.boolean(),
  isVersioned: z.boolean(),
  example: z.unknown().optional(),
  hasBody: z.boolean(),
  /** An API's route whose body is a file; its example is what stands in it. */
  isUpload: z.boolean(),
});
export type Route = z.infer<typeof route>;

const operation = z.object({ requestBody: z.unknown().optional() });
const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

const listing = z.object({
  pages: z.array(
    z.object({
      path: z.string(),
      handle: z.object({ roles: route.shape.roles }),
      hasAction: z.boolean(),
      isFile: z.boolean(),
    }),
  ),
  api: z.array(
    route
      .pick({ method: true, roles: true, example: true, isVersioned: true, isUpload: true })
      .extend({ url: z.string() }),
  ),
  streams: z.array(z.object({ url: z.string(), roles: route.shape.roles })),
});

/** Every page, API route and stream the running server has, as it lists them itself: a new one is tested without being named here. */
export const readRoutes = async (url: string): Promise<Route[]> => {
  const { pages, api, streams } = listing.parse(await (await fetch(`${url}/health/routes`)).json());
  const { paths } = openApi.parse(await (await fetch(`${url}/api/openapi.json`)).json());
  const hasBody = (method: string, path: string): boolean =>
    paths[path.replace(/^\/api/, '').replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.requestBody !== undefined;
  return [
    ...pages
      .filter(({ path }) => !path.includes('*') && !onlyInTheDemo.includes(path))
      .map(({ path, handle, hasAction, isFile }) => ({
        method: 'GET' as const,
        path,
        roles: handle.roles,
        kind: 'page' as const,
        hasAction,
        isFile,
        isVersioned: false,
        example: undefined,
        hasBody: false,
        isUpload: false,
      })),
    ...api.map(({ url: path, ...rest }) => ({
      ...rest,
      path,
      kind: 'api' as const,
      hasAction: false,
      isFile: false,
      hasBody: hasBody(rest.method, path),
    })),
    ...streams.map(({ url: path, roles }) => ({
      ...{ method: 'GET' as const, path, roles, kind: 'stream' as const },
      ...{ hasAction: false, isFile: false, isVersioned: false, isUpload: false, example: undefined, hasBody: false },
    })),
  ];
};

export type Ground = {
  server: Server;
  routes: Route[];
  /** Two circles in Turku, one in Espoo. */
  a: Circle;
  b: Circle;
  far: Circle;
  viewers: Viewer[];
  builders: ReturnType<typeof builders>;
  freshCircle(name: string, city?: string): Promise<Circle>;
  viewerOf(circle: Circle, role: Role): Promise<Viewer>;
};

/** As an empty database would look after the demo's start, with none of its people. */
const settle = async (database: Database): Promise<void> => {
  const today = dayIn('Europe/Helsinki', systemClock());
  await database.acrossCities(async (tx) => {
    for (const city of demoCities) await addCity(tx, city);
    await tx.insertInto('deployment').values({ isDemo: true }).execute();
    const line = JSON.stringify({ fi: 'x', sv: 'x', en: 'x' });
    const nobody = { subject: 'nobody', name: 'Nobody', cityId: 'turku', roles: ['manager'], language: 'fi' as const };
    await tx
      .insertInto('demoPerson')
      .values({ ...nobody, line, isFeatured: false, identityCode: 'x', sortOrder: 0 })
      .execute();
  });
  for (const { id: cityId } of demoCities)
    await database.inCity(cityId, async (tx) => {
      await tx
        .insertInto('demoDay')
        .values({ cityId, day: addDays(today, 1) })
        .execute();
      // Nobody is told of new challenges, so that every letter comes of what a test does.
      const term = { name: 'matchNoticesAWeek', value: 0, fromOn: '2026-01-01', source: 'tests' } as const;
      await setTerm(tx, { cityId, ...term });
      // Recommendations of everybody were made already: there come hundreds of circles, and other tests are about them.
      const run = { cityId, id: newId(), vocabularyVersion: 'tests', total: 0, done: 0, found: 0 };
      const now = systemClock();
      await tx
        .insertInto('matchingRun')
        .values({ ...run, startedAt: now, endedAt: now })
        .execute();
    });
};

const others: Role[] = roles.filter(
  (role) => !['customer', 'adviser', 'socialWorker', 'businessContact'].includes(role),
);

/** The server's own here, so that what is made beside it can be read by it. */
const secret = 'only for tests, and long enough for that';

export const startGround = async (
  options: { publicUrl?: string; environment?: Record<string, string> } = {},
): Promise<Ground> => {
  const environment = { ...options.environment, TUTTU_SECRET: secret };
  const server = await startServer({ ...options, environment, prepare: settle });
  const { database } = server;
  const secrets = createSecrets(secret);
  const made = builders({ database, secrets, clock: systemClock });
  const freshCircle = (name: string, city = 'turku') =>
    makeCircle({ database, clock: systemClock, ...made }, { name, city });
  const viewer = async (name: string, one: Made, circle: Circle | null): Promise<Viewer> => {
    const { role, cityId, personId } = one.actor;
    return { name, role, cityId, circle, personId, token: await made.aToken(one) };
  };
  const [a, b, far] = [await freshCircle('aa'), await freshCircle('bb'), await freshCircle('far', 'espoo')];
  const newcomer = await made.aStaffActor('manager');
  const newcomerToken = await database.acrossCities((tx) =>
    startSession(tx, { personId: newcomer.personId, capacity: null, kind: 'token', now: systemClock() }),
  );
  const inCircle = (circle: Circle, role: Role): Made => {
    if (role === 'customer') return circle.customer;
    if (role === 'socialWorker') return circle.socialWorker;
    return role === 'adviser' ? circle.adviser : circle.contact;
  };
  const staff = new Map<Role, Viewer>();
  for (const role of others) staff.set(role, await viewer(role, await made.aStaffActor(role as never), null));
  // Staff belong to no circle; each deed has somebody new, whose own account nobody has changed, called the same.
  const newStaff = async (role: Role): Promise<Viewer> =>
    viewer(role, await made.aStaffActor(role as never, { name: role, email: `${role}@example.invalid` }), null);
  const viewerOf = async (circle: Circle, role: Role): Promise<Viewer> =>
    staff.has(role) ? newStaff(role) : viewer(`${role} of ${circle.name}`, inCircle(circle, role), circle);
  const viewers: Viewer[] = [
    { name: 'visitor', role: null, cityId: null, circle: null, token: null, personId: null },
    { name: 'newcomer', role: null, cityId: null, circle: null, token: newcomerToken, personId: newcomer.personId },
    await viewerOf(a, 'customer'),
    await viewerOf(a, 'adviser'),
    await viewerOf(a, 'socialWorker'),
    await viewerOf(a, 'businessContact'),
    ...staff.values(),
  ];
  return { server, routes: await readRoutes(server.url), a, b, far, viewers, builders: made, freshCircle, viewerOf };
};

export type Answer = { status: number; headers: Headers; text: string };
export type Ask = {
  method?: string;
  body?: unknown;
  form?: Record<string, string | string[]>;
  headers?: Record<string, string>;
};

/** For what asks more than any person does: the limit of requests a minute, which link.spec.ts and calendar.spec.ts hold, stands in its way. */
export const unlimited = { environment: { TUTTU_REQUESTS: '1000000' } };

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The body a write is tried with: its example, where it takes one. */
export const exampleOf = ({ hasBody, isUpload, example }: Route): unknown =>
  hasBody || isUpload ? (example ?? {}) : undefined;

/** The headers a write is tried with beside who asks. */
export const headersOf = ({ isVersioned, isUpload }: Route): Record<string, string> => ({
  ...(isVersioned ? { 'if-match': '"1"' } : {}),
  ...(isUpload ? { 'content-type': 'application/octet-stream' } : {}),
});

/** What is told first where the answer is a stream, which has no end; all of any other. */
const textOf = async (response: Response): Promise<string> => {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
};

/** One request as a viewer. Waits and asks again when the limit of requests a minute is reached: that is another test's matter. */
export const ask = async (
  url: string,
  viewer: Pick<Viewer, 'token'> | null,
  path: string,
  { method = 'GET', body, form, headers = {} }: Ask = {},
): Promise<Answer> => {
  const all: Record<string, string> = { 'accept-language': 'fi', connection: 'close', ...headers };
  if (viewer?.token) all.authorization = `Bearer ${viewer.token}`;
  let payload: string | undefined;
  if (body !== undefined) {
    all['content-type'] ??= 'application/json';
    payload = typeof body === 'string' ? body : JSON.stringify(body);
  }
  if (form) {
    all['content-type'] = 'application/x-www-form-urlencoded';
    payload = new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString();
  }
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(url + path, { method, headers: all, body: payload, redirect: 'manual' });
    const text = await textOf(response);
    // Another limit, of tries of one thing say, is the product's answer.
    const isLimited = response.status === 429 && response.headers.get('x-ratelimit-remaining') === '0';
    if (!isLimited || tries > 2) return { status: response.status, headers: response.headers, text };
    await pause((Number(response.headers.get('retry-after') ?? 5) + 1) * 1000);
  }
};

/** Of the roles that may reach their own record there: each that has a circle, and one of the staff, whose records are nobody's more than another's. */
export const tellingRoles = (viewers: readonly Viewer[], mayReach: (viewer: Viewer) => boolean): Role[] => {
  const all = viewers.filter((viewer) => viewer.role !== null && mayReach(viewer));
  const one = all.find(({ circle }) => circle === null);
  return all.filter((viewer) => viewer.circle !== null || viewer === one).flatMap(({ role }) => role ?? []);
};

/** The record a route is tried on: among those of its kind, the one it takes (a step of the right state, say). */
export type Choice = Record<string, RecordName>;

/** `stepId` may be any of stepId, agreedStepId, customerStepId and the like. */
export const choicesOf = (route: Route): Choice[] => {
  const name = /:(\w+)/.exec(route.path)?.[1];
  if (!name) return [{}];
  const others: Record<string, RecordName[]> = { knowHowId: ['suggestedId'], challengeId: ['draftId'] };
  const ending = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return [name as RecordName, ...(others[name] ?? []), ...recordNames.filter((record) => record.endsWith(ending))].map(
    (record) => ({ [name]: record }),
  );
};

/** Does the work for each, some at once: for what only asks, where the order of the answers means nothing. */
export const severalAtOnce = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = items.values();
  const takeTurns = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, takeTurns));
};

export const randomId = (): string => newId();
export const notAnId = (): string => `no-${randomUUID().slice(0, 8)}`;
