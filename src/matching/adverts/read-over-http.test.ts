import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { testWorld } from '../../testing/database.ts';
import { keep } from '../fixtures.ts';
import { readMatchingWork } from '../recommend/runs.ts';
import { setMunicipality } from './set-municipality.ts';
import { showAdverts } from './show-adverts.ts';
import { takeAdverts } from './take-adverts.ts';
import { type DoubleJob, type Misbehaviour, startJobMarketDouble } from './tmt-double.ts';
import { tmtSource } from './tmt-source.ts';

// From the foreign register to what a customer sees, over HTTP: the register is the double of tmt-double.ts.
const world = await testWorld();
const { vocabulary } = world.services;
const double = await startJobMarketDouble();
afterAll(() => double.close());

const uriOf = (word: string): string => vocabulary.search(word, 'fi', 1)[0]?.uri ?? '';
const [welding, sewing, baking] = ['hitsaus', 'ompel', 'leipomi'].map(uriOf) as [string, string, string];
const esco = (uris: string[]) => uris.map((luokiteltuArvo) => ({ luokittelunNimi: 'ESCO', luokiteltuArvo }));
const said = (arvo: string) => [{ kieliKoodi: 'fi', arvo }];

type Told = { id: string; skills?: string[]; occupations?: string[]; until?: string } & Partial<DoubleJob>;
const job = ({ id, skills = [welding, sewing, baking], occupations = [], until, ...where }: Told): DoubleJob => ({
  ...{ kunta: ['853'], ...where },
  told: {
    ilmoituksenID: id,
    tyollistaja: '01',
    ilmoittajanNimi: said('Paja Oy'),
    julkaisupvm: '2026-03-01T09:00:00Z',
    perustiedot: { tyonOtsikko: said(id), tyoskentely: { tyoskentelyAika: ['01'] } },
    osaamisvaatimukset: { osaamiset: esco(skills), ammatit: esco(occupations) },
    hakeminen: until ? { hakuaikaPaattyy: until } : {},
  },
});

let waits: number[] = [];
const source = tmtSource(double, {
  wait: async (ms) => {
    waits.push(ms);
  },
  timeoutMs: 500,
  mostBytes: 1 << 20,
});
world.services.adverts = source;
const take = () => takeAdverts({ database: world.database, clock: world.clock, vocabulary, source }, 'turku');

const stored = () =>
  world.database.inCity('turku', async (tx) =>
    (await tx.selectFrom('jobAdvert').select('outsideId').orderBy('outsideId').execute()).map(
      ({ outsideId }) => outsideId,
    ),
  );
const feed = async () => {
  const administrator = await world.aStaffActor('administrator');
  return (await world.run(administrator.actor, (work) => readMatchingWork(work), undefined)).feed;
};
const aWelder = async () => {
  const welder = await world.aCustomer({ consents: ['matching'] });
  const skillId = vocabulary.idOf(welding) ?? 0;
  await keep(world, welder, { [skillId]: ['hitsasin'] });
  return welder;
};
const shownTo = async ({ actor }: Awaited<ReturnType<typeof aWelder>>) =>
  (await world.run(actor, (work) => showAdverts(work), undefined)).adverts;

const status =
  (code: number, headers: Record<string, string> = {}): Misbehaviour =>
  (_, response) =>
    response.writeHead(code, headers).end();
const breakOff: Misbehaviour = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"ilmoitukset":[');
  setImmediate(() => request.socket.destroy());
};
const stall: Misbehaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"ilmoitukset":[');
};
const say =
  (body: string): Misbehaviour =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);

await world.database.inCity('turku', (tx) => setMunicipality(tx, 'turku', '853'));
beforeEach(() => {
  [double.jobs, double.misbehave, double.asked, waits] = [[], [], [], []];
  world.clock.set('2026-03-02T07:00:00Z');
});

test('reads the municipality’s by page, then those without a fixed place; the progress is there to see', async () => {
  double.jobs = [
    ...Array.from({ length: 600 }, (_, at) => job({ id: `turku-${String(at).padStart(3, '0')}` })),
    job({ id: 'vaasa', kunta: ['905'] }),
    job({ id: 'anywhere', kunta: ['905'], sijaintiJoustava: true }),
  ];
  const seen: unknown[] = [];
  const watched = {
    ...source,
    page: async (asked: Parameters<typeof source.page>[0]) => {
      const now = await feed();
      seen.push([now?.readingCount, now?.readingOf]);
      return source.page(asked);
    },
  };
  expect(await takeAdverts({ ...world, vocabulary, source: watched }, 'turku')).toEqual({ count: 601, skipped: 0 });
  expect(double.asked).toEqual([
    '/api/v1/tyopaikat?sivu=0&maara=500&kunta=853',
    '/api/v1/tyopaikat?sivu=1&maara=500&kunta=853',
    '/api/v1/tyopaikat?sivu=0&maara=500&sijaintiJoustava=true',
  ]);
  expect(seen).toEqual([
    [null, null],
    [500, 600],
    [600, 600],
  ]);
  expect(await feed()).toMatchObject({ advertCount: 601, readingCount: null, trouble: '' });
  expect(await stored()).not.toContain('vaasa');
  const welder = await aWelder();
  double.jobs = [job({ id: 'anywhere', kunta: ['905'], sijaintiJoustava: true }), job({ id: 'here' })];
  await take();
  const limits = new Map((await shownTo(welder)).map(({ title, limits: all }) => [title, all.map(({ kind }) => kind)]));
  expect(limits.get('anywhere')).toEqual(['place', 'hours']);
  expect(limits.get('here')).toEqual(['hours']);
});

test('waits when asked to, by seconds or by date, and goes on after a broken and a stalled answer', async () => {
  double.jobs = [job({ id: 'a' })];
  const inTenSeconds = new Date(Date.now() + 10_000).toUTCString();
  double.misbehave = [
    status(429, { 'retry-after': '3' }),
    status(429, { 'retry-after': inTenSeconds }),
    breakOff,
    stall,
  ];
  expect(await take()).toEqual({ count: 1, skipped: 0 });
  expect(waits[0]).toBe(3000);
  expect(waits[1]).toBeGreaterThan(7000);
  expect(waits[1]).toBeLessThanOrEqual(10_000);
  expect(waits.slice(2)).toEqual([4000, 8000]);
});

test('what is hostile or none takes nothing away, and the operator is told', async () => {
  double.jobs = [job({ id: 'stays' })];
  await take();
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  for (const body of [
    `"${'x'.repeat(2 << 20)}"`,
    '<html>',
    '[]',
    '{"ilmoitukset":{"length":1e9}}',
    `{"ilmoitukset":${deep}`,
    '',
  ]) {
    double.misbehave = [say(body)];
    expect(await take(), body.slice(0, 40)).toHaveProperty('trouble');
    expect(await stored()).toEqual(['stays']);
    expect((await feed())?.trouble).not.toBe('');
  }
  double.misbehave = [say(`{"ilmoitukset":[${'{"__proto__":{"x":1}},'.repeat(20)}${deep}]}`)];
  expect(await take()).toEqual({ count: 0, skipped: 21 });
  expect(Object.prototype).not.toHaveProperty('x');
});

test('a register that repeats its first page for ever is read once', async () => {
  const page = JSON.stringify({ ilmoitukset: Array.from({ length: 500 }, (_, at) => job({ id: `same-${at}` }).told) });
  double.misbehave = Array.from({ length: 50 }, () => say(page));
  expect(await take()).toEqual({ count: 500, skipped: 0 });
  expect(double.asked).toHaveLength(4);
});

test('an advert whose time is over is gone at that moment, before it is read again', async () => {
  const welder = await aWelder();
  double.jobs = [job({ id: 'short', until: '2026-03-02T12:00:00Z' }), job({ id: 'long' })];
  await take();
  const titles = async () => (await shownTo(welder)).map(({ title }) => title).sort();
  expect(await titles()).toEqual(['long', 'short']);
  world.clock.set('2026-03-02T12:00:00Z');
  expect(await titles()).toEqual(['long']);
});

test('an advert that names no skills asks for what its occupations need, and says so', async () => {
  const welder = await aWelder();
  const smith = 'http://data.europa.eu/esco/occupation/smith';
  const occupation = vi.spyOn(vocabulary, 'occupation').mockImplementation((uri) => {
    const skillIds = [welding, sewing, baking].map((one) => vocabulary.idOf(one) ?? 0);
    return uri === smith ? { labels: { fi: 'seppä', sv: 'smed', en: 'smith' }, skillIds } : undefined;
  });
  try {
    double.jobs = [
      job({ id: 'by occupation', skills: [], occupations: [smith, 'http://data.europa.eu/esco/occupation/none'] }),
      job({ id: 'by skills', skills: [welding, sewing, baking], occupations: [smith] }),
    ];
    await take();
    const shown = new Map((await shownTo(welder)).map((one) => [one.title, one.parts]));
    expect(shown.get('by occupation')?.map((part) => [part.isNamed, part.occupation, part.state])).toEqual([
      [false, 'seppä', 'met'],
      [false, 'seppä', 'missing'],
      [false, 'seppä', 'missing'],
    ]);
    expect(shown.get('by skills')?.map((part) => [part.isNamed, part.occupation])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ]);
  } finally {
    occupation.mockRestore();
  }
});
