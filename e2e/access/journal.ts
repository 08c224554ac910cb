import type pg from 'pg';
import { madeByPeople } from './rows.ts';

/** How the tests' own connections are called: what they write is not noted. */
export const ownName = 'tests';

const schema = `
  create schema tests;
  create table tests.written (transaction bigint not null, name text not null, more int not null);
  create index on tests.written (transaction);
  create function tests.note() returns trigger language plpgsql security definer set search_path = public as $$
  declare
    rows int := 0;
    fewer int := 0;
  begin
    if current_setting('application_name') = '${ownName}' then return null; end if;
    if tg_op <> 'DELETE' then execute format('select count(*) from new_rows t %s', tg_argv[0]) into rows; end if;
    if tg_op <> 'INSERT' then execute format('select count(*) from old_rows t %s', tg_argv[0]) into fewer; end if;
    if rows > 0 or fewer > 0 then
      insert into tests.written values (pg_current_xact_id()::text::bigint, tg_table_name, rows - fewer);
    end if;
    return null;
  end $$;`;

const newRows = 'new table as new_rows';
const oldRows = 'old table as old_rows';
const deeds = { insert: newRows, update: `${oldRows} ${newRows}`, delete: oldRows };

const triggersOf = (name: string): string[] =>
  Object.entries(deeds).map(
    ([deed, referencing]) =>
      `create trigger tests_${deed} after ${deed} on ${name} referencing ${referencing}
       for each statement execute function tests.note('${(madeByPeople[name] ?? '').replaceAll("'", "''")}')`,
  );

/** From now on each statement of the server leaves a note in which of the tables it wrote: to look at all of them after each deed took longer the more there was. */
export const keepJournal = async (pool: pg.Pool, tables: readonly string[]): Promise<void> => {
  await pool.query(schema);
  // One at a time: the server is at work, and all at once could wait for one another.
  for (const trigger of tables.flatMap(triggersOf)) await pool.query(trigger);
};

/** The tables written by the transaction `since` and later, each with how many rows more it has (less than 0 for fewer). */
export const notedSince = async (pool: pg.Pool, since: string): Promise<{ name: string; more: number }[]> => {
  const { rows } = await pool.query<{ name: string; more: number }>({
    name: 'noted',
    text: 'select name, sum(more)::int as more from tests.written where transaction >= $1 group by name order by name',
    values: [since],
  });
  return rows;
};
