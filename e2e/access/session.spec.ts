import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCity } from '../../src/kernel/cities.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { demoIdentityCode } from '../../src/kernel/identity-code.ts';
import { registerPerson } from '../../src/kernel/register-person.ts';
import { createSecrets } from '../../src/kernel/secrets.ts';
import { builders } from '../../src/testing/builders.ts';
import { testCities } from '../../src/testing/cities.ts';
import { type Server, startServer } from '../server.ts';
import { ask, type Ground, startGround } from './ground.ts';
import { mayReach, onlyInTheDemo } from './oracle.ts';
import { Walker } from './walker.ts';

// E1 to E4 of trust.md, and what the demo has that a real deployment has not.

let ground: Ground;
let real: Server;
let realToken = '';
const realUrl = 'https://tuttu.example.fi';

beforeAll(async () => {
  ground = await startGround();
  await makeDemoPerson();
  real = await startServer({
    publicUrl: realUrl,
    environment: {
      TUTTU_DEMO: 'no',
      TUTTU_SECRET: 'a secret that is only for tests, and long enough',
      TUTTU_LOGIN: 'https://identity.example.fi|tuttu|secret',
      TUTTU_STAFF_LOGIN: 'https://staff.example.fi|tuttu|secret',
    },
    prepare: async (database) => {
      await database.acrossCities(async (tx) => {
        for (const city of testCities) await addCity(tx, city);
        await tx.insertInto('deployment').values({ isDemo: false }).execute();
      });
      const made = builders({
        database,
        secrets: createSecrets('only for tests, and long enough for that'),
        clock: systemClock,
      });
      realToken = await made.aToken(await made.aCustomer());
    },
  });
});
afterAll(async () => {
  await ground?.server.stop();
  await real?.stop();
});

const subject = 'maija-kahden-roolin';

/** Somebody of the demo who can log in through its provider: a customer and an adviser. */
const makeDemoPerson = async () => {
  const { url, database } = ground.server;
  const identityCode = demoIdentityCode(1980, 5);
  const personId = await database.acrossCities(async (tx) => {
    const line = JSON.stringify({ fi: 'x', sv: 'x', en: 'x' });
    const shown = {
      subject,
      name: 'Maija Kahdenrooli',
      cityId: 'turku',
      roles: ['customer', 'adviser'],
      language: 'fi' as const,
    };
    await tx
      .insertInto('demoPerson')
      .values({ ...shown, line, isFeatured: true, identityCode, sortOrder: 1 })
      .execute();
    const identity = {
      issuer: `${url}/demo-identity`,
      subject,
      name: shown.name,
      email: null,
      language: 'fi' as const,
      identityCode: null,
    };
    return registerPerson(tx, createSecrets('only for tests, and long enough for that'), identity);
  });
  await ground.builders.aCustomer({ personId, name: 'Maija Kahdenrooli' });
  await ground.builders.anAdviser({ personId, name: 'Maija Kahdenrooli' });
};

const logIn = async (walker: Walker): Promise<void> => {
  await walker.get('/log-in/start?door=people');
  expect(walker.path).toMatch(/^\/log-in\/as\//);
  await walker.post(walker.path, { subject });
};

const isSignedIn = async (cookie: string): Promise<boolean> => {
  const answer = await ask(ground.server.url, null, '/my-account', { headers: { cookie: `tuttu=${cookie}` } });
  return answer.status === 200;
};

describe('sessions', () => {
  test('E1: a new session at log-in, at a change of role and after log-out; the old ones open nothing', async () => {
    const walker = new Walker(ground.server.url);
    walker.cookies.set('tuttu', 'a-session-somebody-else-has-set');
    await logIn(walker);
    const first = walker.cookies.get('tuttu') ?? '';
    expect(first).not.toBe('a-session-somebody-else-has-set');
    expect(await isSignedIn('a-session-somebody-else-has-set')).toBe(false);
    expect(await isSignedIn(first)).toBe(true);

    await walker.post('/act-as', { capacity: 'turku:customer:' });
    const second = walker.cookies.get('tuttu') ?? '';
    expect(second).not.toBe(first);
    expect(await isSignedIn(first)).toBe(false);

    await walker.post('/act-as', { capacity: 'turku:adviser:' });
    const third = walker.cookies.get('tuttu') ?? '';
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await isSignedIn(second)).toBe(false);
    expect(await isSignedIn(third)).toBe(true);

    await logIn(walker);
    const fourth = walker.cookies.get('tuttu') ?? '';
    expect(await isSignedIn(third)).toBe(false);

    const elsewhere = new Walker(ground.server.url);
    await logIn(elsewhere);
    await walker.post('/log-out', { where: 'everywhere' });
    expect(await isSignedIn(fourth)).toBe(false);
    expect(await isSignedIn(elsewhere.cookies.get('tuttu') ?? '')).toBe(false);
  });

  test('a role one does not hold cannot be taken, nor a city or business of others', async () => {
    const walker = new Walker(ground.server.url);
    await logIn(walker);
    for (const capacity of [
      'turku:administrator:',
      'espoo:customer:',
      `turku:businessContact:${ground.a.ids.businessId}`,
      'turku:customer',
      '',
      '::',
      'turku:customer:x',
    ])
      expect([capacity, (await walker.post('/act-as', { capacity })).status]).toEqual([capacity, 404]);
    expect((await walker.get('/api/consents')).status).toBe(403);
  });

  test('somebody in no role yet chooses one on the way to any page, and goes on to that page; the log-in lets them pass', async () => {
    const walker = new Walker(ground.server.url);
    await logIn(walker);
    await walker.get('/caseload?show=all');
    expect(walker.path).toBe(`/act-as?back=${encodeURIComponent('/caseload?show=all')}`);
    await walker.get(`/log-in?back=${encodeURIComponent('/plan')}`);
    expect(walker.path).toBe(`/act-as?back=${encodeURIComponent('/plan')}`);
    await walker.post('/act-as', { capacity: 'turku:adviser:', back: '/caseload?show=all' });
    expect(walker.path).toBe('/caseload?show=all');
    await walker.get('/log-in?back=/my-account');
    expect(walker.path).toBe('/my-account');
  });

  test('a write with a cookie must come from a page of ours', async () => {
    const walker = new Walker(ground.server.url);
    await logIn(walker);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.invalid' },
      { origin: 'null' },
      { referer: 'https://evil.invalid/page' },
      { origin: `${ground.server.url}.evil.invalid` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign)
      for (const path of ['/act-as', '/log-out', '/', '/join', '/api/consents'])
        expect([
          path,
          headers,
          (await walker.send('POST', path, { capacity: 'turku:customer:' }, headers)).status,
        ]).toEqual([path, headers, 403]);
    expect(await isSignedIn(walker.cookies.get('tuttu') ?? '')).toBe(true);
  });

  test('an address to go back to is only ever one of ours', async () => {
    for (const back of [
      '//evil.invalid',
      'https://evil.invalid',
      '/\\evil.invalid',
      '\\/evil.invalid',
      '/\t/evil.invalid',
      'javascript:x',
      '/%0d%0aset-cookie:x=y',
    ]) {
      const walker = new Walker(ground.server.url);
      await logIn(walker);
      const chosen = await walker.send(
        'POST',
        '/act-as',
        { capacity: 'turku:customer:', back },
        { origin: ground.server.url },
      );
      const signedIn = await walker.send('GET', `/log-in?back=${encodeURIComponent(back)}`);
      for (const { headers } of [chosen, signedIn])
        expect([back, new URL(headers.get('location') ?? '', ground.server.url).href]).toEqual([
          back,
          `${ground.server.url}/`,
        ]);
    }
  });

  test('unknown, malformed and ended secrets get one and the same answer', async () => {
    const answers = new Set<string>();
    const viewer = await ground.viewerOf(ground.b, 'customer');
    await ground.server.database.acrossCities((tx) =>
      tx
        .updateTable('session')
        .set({ endedAt: new Date() })
        .where('personId', '=', viewer.personId ?? '')
        .execute(),
    );
    for (const token of [viewer.token, 'tuttu_unknown-unknown-unknown-unknown', 'x', "' or 1=1 --"]) {
      const { status, text } = await ask(ground.server.url, { token }, '/api/consents');
      answers.add(`${status} ${text.replace(/urn:tuttu:request:\w+/, '')}`);
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toMatch(/^401 /);
  });

  test("the demo's provider answers an unknown person as one it does not let in, and tells nothing more", async () => {
    const walker = new Walker(ground.server.url);
    await walker.get('/log-in/start?door=people');
    const known = ['nobody-at-all', '', "' or 1=1", 'x'.repeat(3000)];
    const statuses = new Set<number>();
    for (const one of known)
      statuses.add((await walker.send('POST', walker.path, { subject: one }, { origin: ground.server.url })).status);
    for (const status of statuses) expect(status).toBeLessThan(500);
    expect(walker.cookies.has('tuttu')).toBe(false);
  });
});

describe('a real deployment over HTTPS', () => {
  const asReal = (path: string, more = {}) => ask(real.url, { token: realToken }, path, more);

  test('E2: the session cookie is __Host-, HttpOnly, Secure, Lax, for the whole host and no domain', async () => {
    const answer = await asReal('/act-as', {
      method: 'POST',
      form: { capacity: 'turku:customer:' },
      headers: { origin: realUrl },
    });
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('tuttu=')) ?? '';
    expect(cookie).toMatch(/^__Host-tuttu=[\w-]{40,};/);
    for (const part of [/; Path=\/(;|$)/, /; HttpOnly/, /; Secure/, /; SameSite=Lax/]) expect(cookie).toMatch(part);
    expect(cookie).not.toMatch(/domain/i);
  });

  test('browsers are told to stay on HTTPS', async () => {
    expect((await ask(real.url, null, '/')).headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });

  test('the demo is nowhere in it: no people to be, no mailbox, no list of routes', async () => {
    const random = await ask(real.url, null, '/nothing-here');
    expect(random.status).toBe(404);
    for (const path of [
      ...onlyInTheDemo.map((one) => one.replace(/:\w+/g, 'x')),
      '/log-in/as/x',
      '/demo-identity/auth',
      '/demo-identity/.well-known/openid-configuration',
      '/health/routes',
    ])
      expect([path, (await ask(real.url, null, path)).status]).toEqual([path, 404]);
    expect((await ask(real.url, null, '/')).text).not.toContain('class="demo"');
  });
});

describe('what every page is sent with', () => {
  test('E3: a nonce for each answer, no unsafe-inline, and nothing inline without it', async () => {
    const nonces = new Set<string>();
    let pages = 0;
    for (const route of ground.routes.filter(({ kind }) => kind === 'page'))
      for (const viewer of ground.viewers.filter((one) => mayReach(route, one, 'own'))) {
        const path = route.path.replace(/:(\w+)/g, (_, name: string) => ground.a.ids[name as never] ?? 'none');
        const { headers, text } = await ask(ground.server.url, viewer, path);
        const policy = headers.get('content-security-policy') ?? '';
        // What is to be saved runs nothing at all.
        if (route.isFile && policy.includes('sandbox')) {
          expect([path, policy.includes("default-src 'none'"), /-src (?!'none')/.test(policy)]).toEqual([
            path,
            true,
            false,
          ]);
          continue;
        }
        const nonce = /script-src 'self' 'nonce-([\w+/=]{20,})'/.exec(policy)?.[1] ?? 'none';
        expect([path, policy.includes("default-src 'none'"), nonces.has(nonce), nonce !== 'none']).toEqual([
          path,
          true,
          false,
          true,
        ]);
        expect(policy).not.toMatch(/unsafe-(inline|eval|hashes)|\*/);
        nonces.add(nonce);
        pages += 1;
        for (const [tag] of text.matchAll(/<(?:script|style)\b[^>]*>/g))
          expect([path, tag, tag.includes(`nonce="${nonce}"`) || /src="\/assets\//.test(tag)]).toEqual([
            path,
            tag,
            true,
          ]);
        for (const name of ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'x-request-id'])
          expect(headers.has(name)).toBe(true);
        expect([path, /\son\w+="/.exec(text.replace(/>[^<]*</g, '><'))?.[0]]).toEqual([path, undefined]);
        expect([path, /<[^>]+\sstyle="[^"]*"/.exec(text)?.[0]]).toEqual([path, undefined]);
      }
    expect(pages).toBeGreaterThan(40);
  });
});
