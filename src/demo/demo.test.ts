import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openApp } from '../app.ts';
import { readConfig } from '../kernel/config.ts';
import { setConsent } from '../kernel/consent.ts';
import { keepAllOfStory } from '../know-how/index.ts';
import {
  countPeople,
  noiseOf,
  plainPoints,
  showMatches,
  showMatchesAndAdverts,
  takeAdverts,
} from '../matching/index.ts';
import { startJobs } from '../run-jobs.ts';
import { emptyDatabase } from '../testing/database.ts';
import { demoCities } from './cities.ts';
import { loadDemo } from './index.ts';

// Just after midnight in Finland, so that nothing made "today" could hide in the past.
const now = new Date('2026-03-01T22:01:00Z');
const place = await emptyDatabase();
const config = readConfig({
  TUTTU_DATA: mkdtempSync(join(tmpdir(), 'tuttu-data-')),
  TUTTU_DEMO: 'only-made-up-people',
});
const { url: databaseUrl, isEmbedded } = place;
const errors: unknown[] = [];
const app = await openApp(config, {
  databaseUrl,
  isEmbedded,
  clock: () => now,
  onError: (error) => errors.push(error),
});
await loadDemo(app, () => {});
afterAll(async () => {
  await app.close();
  await place.remove();
  rmSync(config.dataFolder, { recursive: true, force: true });
}, 60_000);

/** Rows of a query in every city together. */
const inAllCities = async <Row>(query: (cityId: string) => ReturnType<typeof sql<Row>>): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const { id } of demoCities) rows.push(...(await app.database.inCity(id, (tx) => query(id).execute(tx))).rows);
  return rows;
};

type Chain = Record<string, Date | null>;

/** The instants of each row that are there, in the order they are selected, out of which no later one may be earlier. */
const outOfOrder = (rows: readonly Chain[]): Chain[] =>
  rows.filter((row) => {
    const instants = Object.values(row).filter((at) => at !== null);
    return instants.some((at, index) => index > 0 && at <= (instants[index - 1] ?? at));
  });

test('what led to a yes came before it, and what follows from it comes after', async () => {
  const rows = await inAllCities<Chain>(
    (city) => sql`
      select (select min(s.created_at) from story s where s.city_id = a.city_id and s.customer_id = a.customer_id) as told,
        c.published_at as published, a.answered_at as answered,
        (select min(m.at) from message m where m.city_id = a.city_id and m.thread_id = a.thread_id) as wrote,
        (select max(m.at) from message m where m.city_id = a.city_id and m.thread_id = a.thread_id
          having count(*) > 1) as replied,
        (select v.at from step s join step_version v on v.city_id = s.city_id and v.step_id = s.id and v.version = 1
          where s.city_id = a.city_id and s.customer_id = a.customer_id and s.challenge_id = a.challenge_id) as proposed,
        (select v.at from step s join step_version v on v.city_id = s.city_id and v.step_id = s.id and v.version = 2
          where s.city_id = a.city_id and s.customer_id = a.customer_id and s.challenge_id = a.challenge_id) as decided
      from answer a join challenge c on c.city_id = a.city_id and c.id = a.challenge_id where a.city_id = ${city}`,
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ decided }) => decided !== null).length).toBeGreaterThan(20);
  expect(outOfOrder(rows)).toEqual([]);
});

test('nothing has happened in the future, and nobody acted before they were there', async () => {
  const rows = await inAllCities<{ at: Date; what: string }>(
    (city) => sql`
      select at, 'log' as what from use_log where city_id = ${city}
      union all select changed_at, 'story' from story where city_id = ${city}
      union all select decided_at, 'know-how' from know_how where city_id = ${city} and decided_at is not null
      union all select given_at, 'consent' from consent where city_id = ${city}
      union all select greatest(created_at, published_at), 'challenge' from challenge where city_id = ${city}
      union all select answered_at, 'answer' from answer where city_id = ${city}
      union all select greatest(created_at, latest_at), 'thread' from thread where city_id = ${city}
      union all select at, 'message' from message where city_id = ${city}
      union all select at, 'step' from step_version where city_id = ${city}`,
  );
  expect(new Set(rows.map(({ what }) => what)).size).toBe(9);
  expect(rows.filter(({ at }) => at >= now)).toEqual([]);
  const early = await inAllCities<{ id: string }>(
    (city) => sql`
      select l.id from use_log l join customer c on c.city_id = l.city_id and c.id = l.customer_id
      where l.city_id = ${city} and l.at < c.created_at`,
  );
  expect(early).toEqual([]);
});

test('what is due lies ahead', async () => {
  const rows = await inAllCities<{ day: string }>(
    (city) => sql`select due_on as day from step where city_id = ${city}
      union all select until_on from challenge where city_id = ${city}`,
  );
  expect(rows.filter(({ day }) => day <= '2026-03-02')).toEqual([]);
});

test('many challenges tell in bands how many could help', async () => {
  const bands: string[] = [];
  const totals: (string | null)[] = [];
  for (const { id: cityId } of demoCities)
    await app.database.inCity(cityId, async (tx) => {
      const challenges = await tx
        .selectFrom('challenge')
        .select(['id', 'businessId', 'hours', 'languages'])
        .where('cityId', '=', cityId)
        .where('state', '=', 'published')
        .execute();
      for (const { id, ...asked } of challenges) {
        const needs = await tx
          .selectFrom('challengeNeed')
          .select(['skillId', 'weight', 'isMust', 'level'])
          .where('cityId', '=', cityId)
          .where('challengeId', '=', id)
          .execute();
        const noise = noiseOf(app.services.secrets, { cityId, today: '2026-03-02' });
        const told = await countPeople(tx, { cityId, needs, ...asked, today: '2026-03-02' }, { people: null, noise });
        totals.push(told.all);
        bands.push(...told.needs.map(({ band }) => band));
      }
    });
  expect(totals.length).toBeGreaterThan(90);
  expect(bands.filter((band) => band !== 'fewerThan5').length).toBeGreaterThan(bands.length / 2);
  // A total is told only where no need is rare.
  expect(totals.filter((total) => total !== null).length).toBeGreaterThan(10);
});

test('who follows the tour finds several places that need what Aino can', async () => {
  const turku = { cityId: 'turku', role: 'customer', businessId: null, sessionId: 'test', requestId: 'test' } as const;
  const aino = await app.database.inCity('turku', (tx) =>
    tx
      .selectFrom('customer as c')
      .innerJoin('cityPerson as p', (join) =>
        join.onRef('p.cityId', '=', 'c.cityId').onRef('p.personId', '=', 'c.personId'),
      )
      .innerJoin('story as s', (join) => join.onRef('s.cityId', '=', 'c.cityId').onRef('s.customerId', '=', 'c.id'))
      .select(['c.id as customerId', 'c.personId', 'p.name', 'p.language', 's.id as storyId', 's.version'])
      .where('c.cityId', '=', 'turku')
      .where('p.name', '=', 'Aino Lehtonen')
      .executeTakeFirstOrThrow(),
  );
  const { storyId, version, ...person } = aino;
  const matches = await app.run(
    { ...turku, ...person },
    async (work) => {
      await keepAllOfStory(work, { storyId, version });
      await setConsent(work, { what: 'matching', isGiven: true, untilOn: null });
      return (await showMatches(work)).matches.filter(({ isGood }) => isGood);
    },
    undefined,
  );
  expect(matches[0]?.businessName).toBe('Kolmosen Leipomo');
  expect(matches[0]?.points).toBeGreaterThan(60);
  expect(matches.length).toBeGreaterThanOrEqual(3);
  expect(matches.length).toBeLessThanOrEqual(8);
});

type Shown = { points: number; parts: (PlainPart & { got: number; outOf: number })[] };
type PlainPart = Parameters<typeof plainPoints>[0];

/** What the page and the API show of a match: its parts add up to its points, both ways of telling them. */
const expectToAddUp = ({ points, parts }: Shown): void => {
  const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
  expect(sum(parts.map(({ got }) => got))).toBe(points);
  expect(sum(parts.map(({ outOf }) => outOf))).toBe(100);
  const plain = parts.map(plainPoints);
  const whole = sum(plain.map(({ outOf }) => outOf));
  // In tenths, so that nothing is lost on the way.
  const got = sum(plain.map((one) => Math.round(one.got * 10)));
  expect(Math.round((10 * got) / whole)).toBe(points);
};

test('the parts of every match and every open job of every customer add up to its points', async () => {
  const { adverts: source, vocabulary } = app.services;
  let [matchCount, advertCount, levelCount] = [0, 0, 0];
  for (const { id: cityId } of demoCities) {
    if (source) await takeAdverts({ ...app, source, vocabulary }, cityId);
    const customers = await app.database.inCity(cityId, (tx) =>
      tx
        .selectFrom('customer as c')
        .innerJoin('cityPerson as p', (join) =>
          join.onRef('p.cityId', '=', 'c.cityId').onRef('p.personId', '=', 'c.personId'),
        )
        .select(['c.id as customerId', 'c.personId', 'p.name', 'p.language'])
        .where('c.cityId', '=', cityId)
        .execute(),
    );
    for (const customer of customers) {
      const actor = {
        ...customer,
        cityId,
        role: 'customer',
        businessId: null,
        sessionId: 't',
        requestId: 't',
      } as const;
      const { matches, adverts } = await app.run(actor, (work) => showMatchesAndAdverts(work), undefined);
      for (const one of [...matches, ...adverts]) expectToAddUp(one);
      matchCount += matches.length;
      advertCount += adverts.length;
      levelCount += matches.filter(({ parts }) => parts.some(({ level }) => level !== null)).length;
    }
  }
  expect(matchCount).toBeGreaterThan(1800);
  expect(advertCount).toBeGreaterThan(60);
  expect(levelCount).toBeGreaterThan(200);
}, 120_000);

test('mails are dated when they would have been sent', async () => {
  await startJobs(app);
  const mails = () =>
    inAllCities<{ createdAt: Date; sentAt: Date }>(
      (city) => sql`select created_at, sent_at from mail where city_id = ${city} and sent_at is not null`,
    );
  await expect.poll(async () => (await mails()).length, { timeout: 60_000, interval: 500 }).toBeGreaterThan(20);
  for (const { createdAt, sentAt } of await mails()) {
    expect(createdAt < now).toBe(true);
    expect(sentAt).toEqual(createdAt);
  }
  expect(errors).toEqual([]);
}, 90_000);

test('each city has a plan that both have signed, and one of two authorities that still waits for signatures', async () => {
  const rows = await inAllCities<{ kind: string; party: string }>(
    (cityId) => sql`
      select coalesce(k.kind, 'employment') as kind, s.party from plan_signature s
      left join plan_kind_change k on k.city_id = s.city_id and k.customer_id = s.customer_id
      where s.city_id = ${cityId}`,
  );
  const counts = Map.groupBy(rows, ({ kind, party }) => `${kind} ${party}`);
  expect(Object.fromEntries([...counts].map(([what, found]) => [what, found.length]).sort())).toEqual({
    'employment customer': demoCities.length,
    'employment employment': demoCities.length,
    'multisectoral customer': demoCities.length,
    'multisectoral wellbeing': demoCities.length,
  });
});

test('each city has a customer with steps in every state but withdrawn, and an idea of their own', async () => {
  const rows = await inAllCities<{ state: string; onlyMine: boolean }>(
    (cityId) => sql`select state, only_mine from step where city_id = ${cityId} and challenge_id is null`,
  );
  const found = [...new Set(rows.map(({ state }) => state))].sort();
  expect(found).toEqual(['agreed', 'declined', 'doing', 'done', 'dropped', 'ended', 'idea', 'proposed']);
  expect(rows.filter(({ onlyMine }) => onlyMine)).toHaveLength(demoCities.length);
});
