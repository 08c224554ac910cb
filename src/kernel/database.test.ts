import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { addCity } from './cities.ts';
import { openDatabase } from './database.ts';
import { problemOf } from './http/problems.ts';
import { newId } from './ids.ts';
import { joinCity, registerPerson } from './register-person.ts';

const world = await testWorld();
const cityIds = Array.from({ length: 20 }, (_, at) => `city-${at}`);

const populate = async () => {
  const { secrets } = world.services;
  for (const [at, cityId] of cityIds.entries()) {
    const names = { fi: cityId, sv: cityId, en: cityId };
    const look = {
      actionColor: '#0b5a7d',
      edgeColor: '#0b5a7d',
      languages: ['fi' as const],
      timeZone: 'Europe/Helsinki',
      feedback: { email: 'palaute@city.example', phone: null, page: null },
    };
    await world.database.acrossCities((tx) => addCity(tx, { id: cityId, name: names, ...look }));
    for (let person = 0; person <= at; person += 1) {
      const identity = {
        issuer: 'https://test.invalid',
        subject: newId(),
        name: cityId,
        email: null,
        language: 'fi' as const,
        identityCode: null,
      };
      const personId = await world.database.acrossCities((tx) => registerPerson(tx, secrets, identity));
      await world.database.inCity(cityId, (tx) =>
        joinCity(tx, {
          cityId,
          personId,
          name: cityId,
          email: null,
          language: 'fi',
          roles: ['manager'],
          fromOn: '2026-01-01',
        }),
      );
    }
  }
};

// PGlite has one session and no timeouts: there the requests only queue.
const ends = [
  'well',
  'throws',
  'breaks the transaction',
  world.isEmbedded ? 'throws' : 'times out',
  'sets another city',
] as const;

test('A6: 200 interleaved requests of 20 cities on 5 connections, with errors and aborts: 0 wrong rows', async () => {
  await populate();
  const database = world.isEmbedded ? world.database : openDatabase(world.url, { max: 5 });
  const wrong: string[] = [];
  const request = async (at: number) => {
    const cityId = cityIds[(at * 7) % 20] ?? '';
    const end = ends[at % ends.length];
    const look = () =>
      database.inCity(cityId, async (tx) => {
        const read = async () => {
          const rows = await tx.selectFrom('cityPerson').select(['cityId', 'name']).execute();
          if (rows.some((row) => row.cityId !== cityId) || rows.length !== cityIds.indexOf(cityId) + 1)
            wrong.push(`${at} ${cityId}: ${rows.length} rows of ${[...new Set(rows.map((row) => row.cityId))]}`);
        };
        await read();
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (end === 'throws') throw new Error('as meant');
        if (end === 'breaks the transaction') await sql`select 1 / 0`.execute(tx);
        if (end === 'times out') await sql`set local statement_timeout = 1; select pg_sleep(1)`.execute(tx);
        if (end === 'sets another city') await sql`select set_config('app.city', 'city-3', true)`.execute(tx);
        else await read();
      });
    await look().catch(() => {});
    // The connection goes back to the pool: whoever takes it next sees nothing of that city without saying so.
    const left = await database.acrossCities((tx) => tx.selectFrom('cityPerson').select('cityId').execute());
    if (left.length > 0) wrong.push(`${at}: ${left.length} rows without a city`);
  };
  await Promise.all(Array.from({ length: 200 }, (_, at) => request(at)));
  if (!world.isEmbedded) await database.close();
  expect(wrong).toEqual([]);
}, 60_000);

test('a transaction needs a city or says that it has none', () => {
  expect(() => world.database.inCity('', async () => {})).toThrow('inCity needs a city');
});

test.skipIf(world.isEmbedded)('a connection lost in the middle of a transaction fails it alone', async () => {
  const admin = new pg.Client({ connectionString: world.url });
  await admin.connect();
  const losesItsConnection = world.database.acrossCities(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    const isThere = async () =>
      (await admin.query('select 1 from pg_stat_activity where pid = $1', [rows[0]?.pid])).rowCount === 1;
    while (await isThere());
    await sql`select 1`.execute(tx);
  });
  const error: unknown = await losesItsConnection.catch((thrown: unknown) => thrown);
  await admin.end();
  expect(problemOf(error).code).toBe('unavailable');
  expect(await world.database.acrossCities(async () => 'works')).toBe('works');
});
