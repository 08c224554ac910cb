import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCircle } from '../testing/circle.ts';
import { testWorld } from '../testing/database.ts';

// A5 of trust.md: raw SQL on the server's own login, past everything the product does. On PGlite there is one powerful user, so the role is
// taken the way the product takes it.
const world = await testWorld();
const sessionTables = ['session', 'person_city', 'demo_person'];

const client = new pg.Client({ connectionString: world.url });
beforeAll(async () => {
  await makeCircle(world, { name: 'here', city: 'turku' });
  await makeCircle(world, { name: 'there', city: 'espoo' });
  if (world.isEmbedded) await world.database.close();
  await client.connect();
}, 30_000);
afterAll(() => client.end());

const inCity = async <T>(city: string | null, work: () => Promise<T>): Promise<T> => {
  await client.query('begin');
  await client.query("select set_config('role', 'tuttu_app', true)");
  if (city !== null) await client.query("select set_config('app.city', $1, true)", [city]);
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
};

type Table = { name: string; columns: string[]; enabled: boolean; forced: boolean };

const tenantTables = async (): Promise<Table[]> => {
  const { rows } = await client.query<Table>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'f', 'm')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'city_id' and not a.attisdropped)
    order by 1`);
  return rows.filter(({ name }) => !sessionTables.includes(name));
};

const count = async (sql: string): Promise<number> => Number((await client.query(sql)).rows[0]?.n);

describe('row security', () => {
  test('every table with a city_id has enabled and forced row security, and a key that starts with it', async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
    const { rows } = await client.query<{ name: string }>(`
      select c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and i.indisprimary and c.relrowsecurity
        and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) <> 'city_id'`);
    expect(rows).toEqual([]);
  });

  test('every policy is the one plain equality, for reading and for writing', async () => {
    const { rows } = await client.query(
      `select distinct qual, with_check, permissive, cmd, roles::text from pg_policies where schemaname = 'public'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ cmd: 'ALL', roles: '{public}' });
    expect(rows[0]?.qual).toBe("(city_id = NULLIF(current_setting('app.city'::text, true), ''::text))");
    expect(rows[0]?.with_check).toBe(rows[0]?.qual);
  });

  test("no function of ours runs with its owner's rights, and every view with the reader's", async () => {
    const definers = `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'jobs') and p.prosecdef`;
    expect((await client.query(definers)).rows).toEqual([]);
    const views = `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'v' and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on)', false)`;
    expect((await client.query(views)).rows).toEqual([]);
  });

  test('without a city there are 0 rows in every tenant table; with one, none of another', async () => {
    for (const { name } of await tenantTables()) {
      const without = await inCity(null, () => count(`select count(*) as n from ${name}`));
      const empty = await inCity('', () => count(`select count(*) as n from ${name}`));
      const others = await inCity('turku', () => count(`select count(*) as n from ${name} where city_id <> 'turku'`));
      expect({ name, without, empty, others }).toEqual({ name, without: 0, empty: 0, others: 0 });
    }
  });

  test("the records of a circle are rows of every table that people's data stands in", async () => {
    const empty: string[] = [];
    for (const { name } of await tenantTables())
      if ((await inCity('espoo', () => count(`select count(*) as n from ${name}`))) === 0) empty.push(name);
    // Written by the product while it runs, or by the demo; no text of a person stands in them.
    const allowed = [
      'advert_feed',
      'city_process_rule',
      'city_plan_kind',
      'city_term',
      'count_asked',
      'demo_day',
      'handled_event',
      'posted_once',
      'use_log_cut',
      'use_log_seal',
    ];
    expect(empty.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('with one city every write into another is refused or finds nothing', async () => {
    for (const { name, columns } of await tenantTables()) {
      const stolen = columns.map((column) => (column === 'city_id' ? "'espoo'" : column)).join(', ');
      const tries = {
        insert: `insert into ${name} (${columns.join(', ')}) select ${stolen} from ${name}`,
        move: `update ${name} set city_id = 'espoo'`,
        update: `update ${name} set city_id = city_id where city_id = 'espoo'`,
        delete: `delete from ${name} where city_id = 'espoo'`,
      };
      for (const [what, sql] of Object.entries(tries)) {
        const changed = await inCity('turku', () =>
          client.query(sql).then(
            (result) => result.rowCount ?? 0,
            () => 0,
          ),
        );
        expect({ name, what, changed }).toEqual({ name, what, changed: 0 });
      }
    }
  });

  test('the use log takes rows and gives none back to be changed', async () => {
    for (const sql of [
      'update use_log set why = why',
      'delete from use_log',
      'truncate use_log',
      'update use_log_seal set seq = seq',
      'delete from use_log_seal',
      'insert into use_log_cut select * from use_log_cut',
    ])
      await expect(inCity('turku', () => client.query(sql))).rejects.toThrow(/permission denied/);
  });

  test.skipIf(world.isEmbedded)("the server's login owns nothing and bypasses nothing (not on PGlite)", async () => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
    );
    expect(rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    expect(
      await count(
        "select count(*) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and pg_get_userbyid(c.relowner) = current_user",
      ),
    ).toBe(0);
    for (const sql of [
      'alter table story disable row level security',
      'drop policy city on story',
      'set role tuttu_test_migrator',
      'create table mine ()',
    ])
      await expect(client.query(sql)).rejects.toThrow();
  });
});
