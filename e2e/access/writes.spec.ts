import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/kernel/actor.ts';
import type { Circle, RecordName } from '../../src/testing/circle.ts';
import { lastWords } from '../server.ts';
import { changesSince, describeEffect, fromNowOn, leavePlace, readersDone } from './effect.ts';
import {
  type Answer,
  type Ask,
  ask,
  type Choice,
  choicesOf,
  exampleOf,
  type Ground,
  headersOf,
  type Route,
  randomId,
  startGround,
  tellingRoles,
  unlimited,
  type Viewer,
} from './ground.ts';
import { mayReach } from './oracle.ts';

// A4, B4 and B5 of trust.md, over every write of the API.

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
    `c${[...String(count).padStart(5, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`,
  );
};

const pathIn = ({ route, choice }: Deed, circle: Circle): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => circle.ids[choice[name] ?? (name as RecordName)] ?? 'none');

type Deed = { route: Route; role: Role; choice: Choice };
/** A deed and what it does, done once as its example says. */
type Known = Deed & { plain: Effect };

const known = new Map<string, Known>();

/** Finds on which record the example works, once; on the first where it works on none. */
const tried = async (route: Route, role: Role): Promise<Known> => {
  const key = `${route.method} ${route.path} ${role}`;
  const before = known.get(key);
  if (before) return before;
  const trials: Known[] = [];
  for (const choice of choicesOf(route)) {
    trials.push({ route, role, choice, plain: await once({ route, role, choice }) });
    if ((trials.at(-1)?.plain.statuses[0] ?? 500) < 300) break;
  }
  const last = trials.at(-1);
  const found = last && (last.plain.statuses[0] ?? 500) < 300 ? last : trials[0];
  if (!found) throw new Error(`No record to try ${key} on`);
  known.set(key, found);
  return found;
};

const deeds = async (isWanted: (route: Route) => boolean): Promise<Known[]> => {
  const found: Known[] = [];
  for (const route of ground.routes.filter((one) => one.kind === 'api' && one.method !== 'GET' && isWanted(one)))
    for (const role of tellingRoles(ground.viewers, (viewer) => mayReach(route, viewer, 'own')))
      found.push(await tried(route, role));
  return found;
};

type Effect = { statuses: number[]; effect: string[] };

const etagOf = (answer: Answer, path: string): string | null => {
  const header = answer.headers.get('etag');
  if (header !== null || answer.status !== 200 || !answer.text.startsWith('[')) return header;
  const all = JSON.parse(answer.text) as Record<string, unknown>[];
  const own = all.find((one) => Object.values(one).includes(path.split('/').at(-1)));
  return own ? `"${own.version}"` : null;
};

/** What a deed that needs a version is sent with. Records of a circle are at their first; another is read before, where it or its list is shown. */
const versionFor = async ({ route }: Deed, viewer: Viewer): Promise<Record<string, string>> => {
  if (!route.isVersioned || route.path.includes(':')) return {};
  for (const path of [route.path, route.path.replace(/\/[^/]+$/, '')]) {
    if (!ground.routes.some((one) => one.kind === 'api' && one.method === 'GET' && one.path === path)) continue;
    const etag = etagOf(await ask(ground.server.url, viewer, path), route.path);
    if (etag !== null) return { 'if-match': etag };
  }
  return {};
};

/** Does the deed in a circle of its own and says what became different. */
const effectOf = async (
  deed: Deed,
  send: (act: (more?: Ask) => Promise<Answer>) => Promise<number[]>,
): Promise<Effect> => {
  const { route, role } = deed;
  const circle = await newCircle();
  const viewer = await ground.viewerOf(circle, role);
  const version = await versionFor(deed, viewer);
  await readersDone(ground.server.rootUrl);
  const before = await fromNowOn(ground.server.rootUrl);
  const statuses = await send((more = {}) =>
    ask(ground.server.url, viewer, pathIn(deed, circle), {
      method: route.method,
      body: exampleOf(route),
      ...more,
      headers: { ...headersOf(route), ...version, ...more.headers },
    }),
  );
  await readersDone(ground.server.rootUrl);
  const changes = await changesSince(ground.server.rootUrl, before);
  return { statuses, effect: describeEffect(changes, circle) };
};

/** Where two effects differ. */
const unlike = (one: Effect, other: Effect) => ({
  one: [one.statuses, ...one.effect.filter((line) => !other.effect.includes(line))],
  other: [other.statuses, ...other.effect.filter((line) => !one.effect.includes(line))],
  count: [one.effect.length, other.effect.length],
});

const once = (deed: Deed, more?: Ask) => effectOf(deed, async (send) => [(await send(more)).status]);
/** What a deed does when it is not the first of its kind in the city, whose own records are there for all circles. */
const plainOf = async (deed: Known): Promise<Effect> => (deed.route.path.includes(':') ? deed.plain : once(deed));
const nameOf = ({ route, role }: Deed): string => `${route.method} ${route.path} as ${role}`;

const report = (faults: string[]) => {
  if (faults.some((fault) => /\b500\b/.test(fault))) console.error(lastWords(ground.server));
  expect({ count: faults.length, faults: faults.slice(0, 30) }).toEqual({ count: 0, faults: [] });
};

describe('writes of the API', () => {
  test('A4: fields nobody may send change nothing', async () => {
    const instant = '2001-01-01T00:00:00.000Z';
    const forbidden = {
      id: randomId(),
      cityId: 'espoo',
      city_id: 'espoo',
      customerId: ground.b.ids.customerId,
      personId: ground.b.customer.personId,
      businessId: ground.b.ids.businessId,
      authorId: ground.b.contact.personId,
      adviserId: ground.b.adviser.personId,
      role: 'administrator',
      roles: ['administrator'],
      state: 'published',
      version: 99,
      side: 'business',
      proposedBy: 'adviser',
      score: 1,
      needsWeight: 1,
      createdAt: instant,
      changedAt: instant,
      publishedAt: instant,
      decidedAt: instant,
      answeredAt: instant,
      readAt: instant,
      deletedAt: instant,
      withdrawnAt: instant,
      isAllowed: true,
      actor: { role: 'administrator' },
      __proto__: { role: 'administrator' },
    };
    const faults: string[] = [];
    const all = await deeds(({ method }) => method !== 'DELETE');
    // What is done is seen: else nothing would differ from nothing.
    const silent = all.filter(({ plain }) => (plain.statuses[0] ?? 500) < 300 && plain.effect.length === 0);
    expect(silent.length).toBeLessThan(all.length / 5);
    console.log(`A4: ${all.length} deeds, ${silent.length} of them leave nothing: ${silent.map(nameOf).join(', ')}`);
    for (const deed of all) {
      const example = deed.route.example;
      if (typeof example !== 'object' || example === null || Array.isArray(example)) continue;
      const plain = await plainOf(deed);
      const laden = await once(deed, { body: { ...forbidden, ...example } });
      const isRefusedWhole = laden.statuses[0] === 400 && laden.effect.length === 0;
      if (!isRefusedWhole && JSON.stringify(laden) !== JSON.stringify(plain))
        faults.push(`${nameOf(deed)}: ${JSON.stringify(unlike(plain, laden))}`);
    }
    report(faults);
  });

  test('B4: fifty equal posts with one Idempotency-Key do what one does; the key with another body is refused', async () => {
    const faults: string[] = [];
    for (const deed of await deeds(({ method }) => method === 'POST')) {
      const one = await plainOf(deed);
      const fifty = await effectOf(deed, async (send) => {
        const headers = { 'idempotency-key': `key-${randomId()}` };
        const answers = await Promise.all(Array.from({ length: 50 }, () => send({ headers })));
        const texts = new Set(answers.map(({ text }) => text.replace(/urn:tuttu:request:\w+/, '')));
        if (texts.size > 1)
          faults.push(`${nameOf(deed)}: ${texts.size} different answers: ${[...texts].join(' | ').slice(0, 300)}`);
        const other = await send({
          headers,
          body: { ...(deed.route.example ?? {}), ...changedText(deed.route.example) },
        });
        const isTaken = (one.statuses[0] ?? 500) < 300;
        if (isTaken && changedText(deed.route.example) && other.status !== 422)
          faults.push(`${nameOf(deed)}: same key, other body: ${other.status}`);
        return [...new Set(answers.map(({ status }) => status))];
      });
      if (JSON.stringify(one) !== JSON.stringify(fifty))
        faults.push(`${nameOf(deed)}: ${JSON.stringify(unlike(one, fifty))}`);
    }
    report(faults);
  });

  test('B5: of a hundred editors of one record one wins and 99 learn that it changed; without a version nobody writes', async () => {
    const faults: string[] = [];
    const all = await deeds(({ isVersioned }) => isVersioned);
    const canWin = ({ plain }: Known) => (plain.statuses[0] ?? 500) < 300;
    // Somebody can, on every route; a number that one has not given is not there to be taken back.
    for (const { route } of all)
      if (!all.some((deed) => deed.route === route && canWin(deed)))
        faults.push(`${route.method} ${route.path}: nobody can`);
    for (const deed of all.filter(canWin)) {
      const { statuses } = await effectOf(deed, async (send) =>
        (await Promise.all(Array.from({ length: 100 }, () => send()))).map(({ status }) => status),
      );
      const won = statuses.filter((status) => status < 300).length;
      const lost = statuses.filter((status) => status === 412).length;
      // A deleted record is gone for the others.
      const gone = deed.route.method === 'DELETE' ? statuses.filter((status) => status === 404).length : 0;
      if (won !== 1 || lost + gone !== 99)
        faults.push(`${nameOf(deed)}: ${won} won, ${lost} told, of ${[...new Set(statuses)].join(' ')}`);
      const circle = await newCircle();
      const viewer = await ground.viewerOf(circle, deed.role);
      const { status } = await ask(ground.server.url, viewer, pathIn(deed, circle), {
        method: deed.route.method,
        body: exampleOf(deed.route),
        headers: headersOf({ ...deed.route, isVersioned: false }),
      });
      if (status !== 428) faults.push(`${nameOf(deed)} without If-Match: ${status}`);
    }
    report(faults);
  });
});

/** The example's first free text with a word more; nothing where there is none. */
const changedText = (example: unknown): Record<string, string> | null => {
  if (typeof example !== 'object' || example === null) return null;
  const found = Object.entries(example).find(([, value]) => typeof value === 'string' && value.includes(' '));
  return found ? { [found[0]]: `${found[1]} Toisin sanoin.` } : null;
};
