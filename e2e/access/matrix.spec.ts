import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allMarks, type Circle, type RecordName } from '../../src/testing/circle.ts';
import { lastWords } from '../server.ts';
import { filled, formsOf } from './forms.ts';
import {
  type Answer,
  ask,
  choicesOf,
  exampleOf,
  type Ground,
  headersOf,
  notAnId,
  type Route,
  randomId,
  severalAtOnce,
  startGround,
  unlimited,
  type Viewer,
} from './ground.ts';
import {
  harmless,
  isByLink,
  isOpenTo,
  leaksIn,
  mayReach,
  parametersOf,
  reach,
  shownBehind,
  type Variant,
  variants,
} from './oracle.ts';
import { hashRows } from './rows.ts';

// A1 and A2 of trust.md: every role, every route, whosever record; and no mark of another's text in any byte that comes out.

let ground: Ground;
const faults: string[] = [];
let asked = 0;

beforeAll(async () => {
  ground = await startGround(unlimited);
});
afterAll(() => ground?.server.stop());

const circles = (): Circle[] => [ground.a, ground.b, ground.far];

const idFor = (parameter: string, variant: Variant, own: Circle, random: string): string => {
  const name = parameter as RecordName;
  if (harmless.includes(parameter)) return 'nothing';
  if (variant === 'own') return own.ids[name];
  if (variant === 'another person’s') return ground.b.ids[name];
  if (variant === 'another city’s') return ground.far.ids[name];
  if (variant === 'deleted') return own.deleted[name as keyof Circle['deleted']] ?? random;
  return variant === 'random' ? random : notAnId();
};

const fill = (route: Route, variant: Variant, own = ground.a): string => {
  const random = randomId();
  return route.path.replace(/:(\w+)/g, (_, name: string) => idFor(name, variant, own, random));
};

/** An answer without what differs by chance: the request's number, the nonce, the id asked for. */
const plain = ({ status, headers, text }: Answer, path: string): string => {
  const number = headers.get('x-request-id') ?? '-';
  const nonce = /nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '-';
  const kept = [...headers]
    .filter(([name]) => !/^(date|x-request-id|x-ratelimit|connection|keep-alive|content-length)/.test(name))
    .map(([name, value]) => `${name}: ${value}`);
  let all = `${status}\n${kept.join('\n')}\n${text.replace(formKey, '')}`;
  for (const part of [number, nonce, ...path.split('/').filter((one) => one.length > 10)])
    all = all.replaceAll(part, '*').replaceAll(encodeURIComponent(part), '*');
  return all;
};

const isRefused = ({ status }: Answer): boolean => [401, 403, 404].includes(status);
/** A visitor's page goes to the log-in, that of somebody in no role yet to choosing one. */
const isSentToLogIn = ({ status, headers }: Answer): boolean =>
  status === 303 && /^\/(log-in|act-as)\?back=/.test(headers.get('location') ?? '');

const look = (
  answer: Answer,
  viewer: Viewer,
  what: string,
  { extra = [], route }: { extra?: readonly Circle[]; route?: Route } = {},
): void => {
  asked += 1;
  const everything = `${answer.text}\n${[...answer.headers].join('\n')}`;
  const held = route === undefined ? [] : shownBehind(route);
  for (const leak of leaksIn(everything, viewer, [...circles(), ...extra], held)) faults.push(`${what}: shows ${leak}`);
  if (answer.status >= 500) faults.push(`${what}: ${answer.status}`);
};

const methodsOf = (route: Route): string[] =>
  route.kind === 'page' && route.hasAction ? ['GET', 'POST'] : [route.method];

const request = (route: Route, viewer: Viewer, path: string, method: string, form?: Record<string, string[]>) => {
  if (route.kind === 'page')
    return ask(ground.server.url, viewer, path, method === 'POST' ? { method, form: form ?? { text: ['x'] } } : {});
  return ask(ground.server.url, viewer, path, { method, headers: headersOf(route), body: exampleOf(route) });
};

/** Fields of the page's first form as its owner sees it, so that a refusal is not only one of an empty form. */
const ownersForms = new Map<string, Record<string, string[]>>();
const readOwnersForms = async () => {
  for (const route of ground.routes.filter(({ hasAction }) => hasAction))
    for (const viewer of ground.viewers.filter((one) => mayReach(route, one, 'own'))) {
      const path = fill(route, 'own');
      const { text } = await request(route, viewer, path, 'GET');
      const [form] = formsOf(text, path);
      // Without its key, with which a form sent twice works once.
      if (form) ownersForms.set(route.path, { ...filled(form), once: [] });
    }
};

/** The owner's form with the records in its hidden fields changed for others, as somebody would who tries. */
const formFor = (route: Route, variant: Variant, viewer: Viewer): Record<string, string[]> | undefined => {
  const random = randomId();
  const swap = (value: string): string => {
    const found = Object.entries(ground.a.ids).find(([, id]) => id === value);
    // A visitor gets back what they wrote themselves, beside the log-in; so they write words of their own.
    if (!found) return viewer.token === null ? value.replaceAll(allMarks, 'my own words') : value;
    return idFor(found[0], variant, ground.a, random);
  };
  const form = ownersForms.get(route.path);
  return form && Object.fromEntries(Object.entries(form).map(([name, values]) => [name, values.map(swap)]));
};

/** Whose a link is does not matter to it: who holds it is who it is for. */
const ofOthers: readonly Variant[] = ['another person’s', 'another city’s'];

const variantsOf = (route: Route): readonly Variant[] => {
  if (isByLink(route)) return variants.filter((variant) => !ofOthers.includes(variant));
  return parametersOf(route).some((name) => !harmless.includes(name)) ? variants : ['own'];
};

const readable = (): Route[] => ground.routes.filter(({ method }) => method === 'GET');

/** A form's own key differs each time it is shown. */
const formKey = /name="once" value="[^"]*"/g;

const report = () => {
  const found = [...new Set(faults.splice(0))];
  if (found.some((fault) => / 5\d\d/.test(fault))) console.error(lastWords(ground.server));
  expect({ count: found.length, faults: found.slice(0, 40) }).toEqual({ count: 0, faults: [] });
};

/** The id of nobody, in an example that cannot know who there is. */
const nobody = '019a0000-0000-7000-8000-000000000000';
const badInput = z.object({ fields: z.array(z.object({ field: z.string() })) });

/** Taken, or not now; or nothing is wrong with it but that the person it names is nobody. */
const isTaken = ({ example }: Route, { status, text }: Answer): boolean => {
  if (status < 300 || status === 409 || status === 412) return true;
  if (status !== 400 || typeof example !== 'object' || example === null) return false;
  const named = new Set(Object.entries(example).flatMap(([field, value]) => (value === nobody ? [field] : [])));
  return named.size > 0 && badInput.parse(JSON.parse(text)).fields.every(({ field }) => named.has(field));
};

describe('access matrix', () => {
  test('every parameter of every route has a rule and a record in the circles', () => {
    expect(ground.routes.length).toBeGreaterThan(5);
    const unknown = ground.routes.flatMap((route) =>
      parametersOf(route)
        .filter((name) => !harmless.includes(name) && !(name in reach && name in ground.a.ids))
        .map((name) => `${route.path}: say in e2e/access/oracle.ts who reaches :${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every write of the API has an example to be tested with', () => {
    const without = ground.routes.filter(({ hasBody, example }) => hasBody && example === undefined);
    expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('what is not yours is not there: refused, the same as a random id, and nothing is written', async () => {
    await readOwnersForms();
    const before = await hashRows(ground.server.rootUrl);
    const tries = ground.routes.flatMap((route) =>
      methodsOf(route).flatMap((method) => ground.viewers.map((viewer) => ({ route, method, viewer }))),
    );
    await severalAtOnce(tries, async ({ route, method, viewer }) => {
      const refused = variantsOf(route).filter((variant) => !mayReach(route, viewer, variant));
      if (refused.length === 0) return;
      const send = (path: string, variant: Variant) =>
        request(route, viewer, path, method, formFor(route, variant, viewer));
      const randomPath = fill(route, 'random');
      const reference = isOpenTo(route, viewer) ? plain(await send(randomPath, 'random'), randomPath) : null;
      for (const variant of refused) {
        const path = fill(route, variant);
        const what = `${method} ${route.path} as ${viewer.name}, ${variant}`;
        const answer = await send(path, variant);
        look(answer, viewer, what);
        const isAsRandom = reference !== null && plain(answer, path) === reference;
        // Input that cannot be taken is said before any record is looked for: the same words whatever the id.
        const isJustBadInput = answer.status === 400 && (isAsRandom || variant === 'not an id');
        if (!isRefused(answer) && !isSentToLogIn(answer) && !isJustBadInput)
          faults.push(`${what}: ${answer.status}, should be refused`);
        if (reference !== null && variant !== 'not an id' && !isAsRandom)
          faults.push(`${what}: differs from the answer for a random id`);
      }
    });
    const after = await hashRows(ground.server.rootUrl);
    for (const [table, hash] of Object.entries(after))
      if (before[table] !== hash) faults.push(`refused requests changed the table ${table}`);
    report();
  });

  test('what is yours opens, shows nothing that is another’s, and changes nothing by being looked at (E4)', async () => {
    const before = await hashRows(ground.server.rootUrl);
    const tries = readable().flatMap((route) =>
      ground.viewers.flatMap((viewer) =>
        variantsOf(route)
          .filter((one) => mayReach(route, viewer, one))
          .map((variant) => ({ route, viewer, variant })),
      ),
    );
    await severalAtOnce(tries, async ({ route, viewer, variant }) => {
      const path = fill(route, variant);
      const what = `GET ${route.path} as ${viewer.name}, ${variant}`;
      const answer = await request(route, viewer, path, 'GET');
      look(answer, viewer, what, { route });
      const isMeantToBeMissing = route.path === '/not-found';
      if (!isMeantToBeMissing && isRefused(answer)) faults.push(`${what}: ${answer.status}, should open`);
    });
    const after = await hashRows(ground.server.rootUrl);
    const looks = ['suggestion_log', 'document_opening'];
    // That a match was looked at, or a document opened, and by whom, stands in the log of suggestions, as every look does in the use log.
    for (const [table, hash] of Object.entries(after))
      if (before[table] !== hash && !looks.includes(table)) faults.push(`a GET changed the table ${table}`);
    report();
  });

  test('searches, pages of lists and errors show no mark of another’s text', async () => {
    const words = [
      ground.b.mark('story'),
      ground.far.mark('customerName'),
      ground.far.mark('challenge'),
      ground.b.mark('draft'),
      'Zq',
      '%',
    ];
    const names = [
      'query',
      'q',
      'search',
      'text',
      'name',
      'from',
      'after',
      'before',
      'page',
      'state',
      'done',
      'city',
      'back',
    ];
    const tries = readable().flatMap((route) =>
      ground.viewers
        .filter((one) => mayReach(route, one, 'own'))
        .flatMap((viewer) => words.map((word) => ({ route, viewer, word }))),
    );
    await severalAtOnce(tries, async ({ route, viewer, word }) => {
      const query = new URLSearchParams(names.map((name) => [name, word]));
      const path = `${fill(route, 'own')}?${query}`;
      const answer = await request(route, viewer, path, 'GET');
      // What the asker typed may come back to them.
      look(
        { ...answer, text: answer.text.replaceAll(word, ''), headers: new Headers() },
        viewer,
        `GET ${route.path}?..=${word} as ${viewer.name}`,
        { route },
      );
    });
    report();
  });

  test('what may be written is taken from its owner: no example of the API is refused', async () => {
    let count = 0;
    for (const route of ground.routes.filter(({ kind, method }) => kind === 'api' && method !== 'GET'))
      for (const { role } of ground.viewers.filter((one) => mayReach(route, one, 'own'))) {
        if (!role) continue;
        count += 1;
        const circle = await ground.freshCircle(
          `w${[...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`,
        );
        const viewer = await ground.viewerOf(circle, role);
        const what = `${route.method} ${route.path} as ${role}`;
        let answer: Answer | undefined;
        // On one of the records of its kind: a step of the right state, say.
        for (const choice of choicesOf(route)) {
          const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
            const record = choice[name] ?? (name as RecordName);
            return harmless.includes(name) ? 'nothing' : (circle.ids[record] ?? 'none');
          });
          answer = await request(route, viewer, path, route.method);
          look(answer, viewer, what, { extra: [circle], route });
          if (isTaken(route, answer)) break;
        }
        if (answer && !isTaken(route, answer)) faults.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
      }
    report();
  });

  test('a token that is unknown, ended or of a role taken away opens nothing', async () => {
    const viewer = await ground.viewerOf(await ground.freshCircle('ended'), 'customer');
    const url = ground.server.url;
    expect((await ask(url, viewer, '/api/consents')).status).toBe(200);
    expect((await ask(url, { token: `${viewer.token}x` }, '/api/consents')).status).toBe(401);
    await ground.server.database.inCity('turku', (tx) =>
      tx
        .updateTable('roleAssignment')
        .set({ toOn: '2026-01-02' })
        .where('personId', '=', viewer.personId ?? '')
        .execute(),
    );
    expect((await ask(url, viewer, '/api/consents')).status).toBe(403);
    await ground.server.database.acrossCities((tx) =>
      tx
        .updateTable('session')
        .set({ endedAt: new Date() })
        .where('personId', '=', viewer.personId ?? '')
        .execute(),
    );
    expect((await ask(url, viewer, '/api/consents')).status).toBe(401);
  });

  test('enough was asked for this to mean something', () => {
    console.log(`A1, A2: ${ground.routes.length} routes, ${ground.viewers.length} viewers, ${asked} answers read`);
    expect(asked).toBeGreaterThan(500);
  });
});
