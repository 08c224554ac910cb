import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { setTerm } from '../../kernel/terms.ts';
import { sealUseLog, verifyUseLog } from '../../kernel/use-log.ts';
import { makeCircle } from '../../testing/circle.ts';
import { testWorld } from '../../testing/database.ts';
import { personalTables } from '../owned.ts';
import { cutUseLog } from './cut-use-log.ts';
import { decideTerm } from './decide-term.ts';
import { dryRun, readRetention } from './read-retention.ts';
import { retentionTerms } from './retention-terms.ts';
import { runRetention } from './run-retention.ts';

const world = await testWorld();
const old = '2023-01-10T10:00:00Z';
beforeAll(async () => {
  const { customer } = await makeCircle(world, { name: 'mine', city: 'turku' });
  await makeCircle(world, { name: 'there', city: 'espoo' });
  await world.database.inCity('turku', (tx) =>
    sql`insert into mail (city_id, id, event_id, person_id, to_address, language, subject, body, created_at)
      select 'turku', gen_random_uuid(), gen_random_uuid(), ${customer.personId}, 'x@example.invalid', 'fi', 'Vanha', 'Vanha', ${old}::timestamptz + n * interval '1 hour'
      from generate_series(1, 7) n`.execute(tx),
  );
}, 60_000);

const place = () => ({ cityId: 'turku', now: world.clock(), today: '2026-03-02' });
const dry = () => world.database.inCity('turku', (tx) => dryRun(tx, place()));
const mails = async () => {
  const { rows } = await world.database.inCity('turku', (tx) =>
    sql<{ n: number }>`select count(*) as n from mail where city_id = 'turku'`.execute(tx),
  );
  return rows[0]?.n;
};
const ageOf = async (table: string) => (await dry()).find((line) => line.table === table && line.why === 'age');

describe('how long what is kept', () => {
  test('a dry run counts what would go and how old it is, and takes nothing', async () => {
    const line = await ageOf('mail');
    expect(line).toMatchObject({ count: 7, days: 730, term: 'keepMailDays' });
    expect(line?.examples.map((at) => at.toISOString().slice(0, 13))).toEqual([
      ...['2023-01-10T11', '2023-01-10T12', '2023-01-10T13'],
    ]);
    expect(await mails()).toBe(8);
  });

  test('a city decides otherwise, with where that stands, and others are as they were', async () => {
    const longer = {
      cityId: 'turku',
      name: 'keepMailDays',
      fromOn: '2026-02-01',
      value: 2000,
      source: 'Päätös 7/2026',
    } as const;
    await world.database.inCity('turku', (tx) => setTerm(tx, longer));
    expect(await ageOf('mail')).toMatchObject({ count: 0, days: 2000, source: 'Päätös 7/2026' });
    await world.database.inCity('turku', (tx) => setTerm(tx, { ...longer, value: 730 }));
    expect(await ageOf('mail')).toMatchObject({ count: 7 });
  });

  test('the run takes just what the dry run told, in batches, and writes down how much went by which rule', async () => {
    const told = (await dry()).filter(({ isOurs }) => isOurs).reduce((sum, { count }) => sum + count, 0);
    expect(await runRetention(world.database, place(), { atOnce: 3 })).toBe(told);
    expect(await mails()).toBe(1);
    expect((await dry()).filter(({ isOurs }) => isOurs).every(({ count }) => count === 0)).toBe(true);
    expect(await runRetention(world.database, place())).toBe(0);
    const { actor } = await world.aStaffActor('administrator');
    const { runs } = await world.run(actor, readRetention, undefined);
    const of = runs.filter(({ tableName, gone }) => tableName === 'mail' && gone > 0);
    expect(of.map(({ gone }) => gone).sort()).toEqual([1, 3, 3]);
    expect(of[0]).toMatchObject({ days: 730, source: 'Päätös 7/2026' });
  });

  test('the administrator decides a term from today on, with its source, and not below what the law asks', async () => {
    const { actor } = await world.aStaffActor('administrator', { city: 'espoo' });
    const term = { name: 'keepMailDays', fromOn: '2026-03-02', value: 900, source: 'Suunnitelma 3/2026' } as const;
    await world.run(actor, decideTerm, term);
    const { lines } = await world.run(actor, readRetention, undefined);
    expect(lines.find(({ table }) => table === 'mail')).toMatchObject({ days: 900, source: 'Suunnitelma 3/2026' });
    expect(await ageOf('mail')).toMatchObject({ days: 730 });
    await expect(world.run(actor, decideTerm, { ...term, fromOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'badInput',
    });
    await expect(
      world.run(actor, decideTerm, { ...term, name: 'suggestionLogDays', value: 100 }),
    ).rejects.toMatchObject({ code: 'badInput', fields: [{ field: 'value', values: { days: 183 } }] });
    const manager = await world.aStaffActor('manager', { city: 'espoo' });
    await expect(world.run(manager.actor, decideTerm, term)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('every term of the data map can be decided', () => {
    const used = personalTables().flatMap(([, { keep, erase }]) => [
      ...(typeof keep === 'object' ? [keep.term] : []),
      ...(typeof erase === 'object' && 'after' in erase ? [erase.after] : []),
    ]);
    expect([...new Set(used)].sort()).toEqual([...retentionTerms].sort());
  });

  test('takes so many at most in one go', async () => {
    await world.database.inCity('espoo', (tx) =>
      sql`update mail set created_at = ${old} where city_id = 'espoo'`.execute(tx),
    );
    expect(await runRetention(world.database, { ...place(), cityId: 'espoo' }, { most: 0 })).toBe(0);
    expect(await runRetention(world.database, { ...place(), cityId: 'espoo' }, { most: 1 })).toBe(1);
  });

  test('the use log is not the product’s to cut, and says so', async () => {
    expect((await ageOf('use_log'))?.isOurs).toBe(false);
  });

  test('its owner cuts what is old, and the chain that begins later still finds a changed row', async () => {
    const day = '2019-05-01T10:00:00Z';
    await world.database.inCity('turku', (tx) =>
      sql`insert into use_log (city_id, id, at, person_name, role, section, action, why, is_allowed, request_id)
        select 'turku', gen_random_uuid(), ${day}::timestamptz + n * interval '1 hour', 'Vanha Katsoja', 'adviser', 'plan', 'read', 'plan', true, 'test'
        from generate_series(1, 5) n`.execute(tx),
    );
    const seal = () => world.database.inCity('turku', (tx) => sealUseLog(tx, 'turku'));
    const walk = () => world.database.inCity('turku', (tx) => verifyUseLog(tx, 'turku'));
    await seal();
    const before = await walk();
    expect(before.fault).toBeNull();
    const client = new pg.Client({ connectionString: world.migratorUrl });
    await client.connect();
    try {
      expect(await cutUseLog(client, place())).toBe(5);
      expect(await cutUseLog(client, place())).toBe(0);
      expect(await walk()).toEqual({ rows: before.rows - 5, fault: null });
      await world.database.inCity('turku', (tx) =>
        sql`insert into use_log (city_id, id, person_name, role, section, action, why, is_allowed, request_id)
          values ('turku', gen_random_uuid(), 'Uusi', 'adviser', 'plan', 'read', 'plan', true, 'test')`.execute(tx),
      );
      expect(await seal()).toBe(1);
      expect(await walk()).toEqual({ rows: before.rows - 4, fault: null });
      await client.query("select set_config('app.city', 'turku', false)");
      await client.query("update use_log set why = 'other' where person_name = 'Uusi'");
      expect((await walk()).fault?.what).toBe('changed');
      expect((await client.query("select 1 from use_log where person_name = 'Vanha Katsoja'")).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });

  test('is the administrator’s to see', async () => {
    const { actor } = await world.aStaffActor('manager');
    await expect(world.run(actor, readRetention, undefined)).rejects.toMatchObject({ code: 'notFound' });
  });
});
