import pg from 'pg';
import type { Circle } from '../testing/circle.ts';
import { personalTables } from './owned.ts';

/** A text of its own for one column of a person's: what an export has to show, and what erasing has to take. */
export type Canary = { table: string; column: string; mark: string };

const letters = (text: string) => text.replace(/[^a-z]/g, '');
const markOf = (circle: string, table: string, column: string) =>
  `Zc${circle}Xx${letters(table)}Xx${letters(column)}qc`;

/** How rows of a table are found to be a customer's, said here again by walking the foreign keys: independent of the data map. */
const ownRows = (table: string, has: (table: string, column: string) => boolean, keys: ForeignKey[]): string | null => {
  if (table === 'customer') return `id = $1`;
  if (table === 'person') return `id = $2`;
  if (has(table, 'customer_id')) return 'customer_id = $1';
  // Of those that name no customer but a person, a person's own: not who wrote or advised.
  const above = keys.find((key) => key.table === table && !['city_person', 'city', 'skill'].includes(key.other));
  const within = above ? ownRows(above.other, has, keys) : null;
  if (above && within) return `${above.column} in (select id from ${above.other} where ${within})`;
  return has(table, 'person_id') ? 'person_id = $2' : null;
};

type ForeignKey = { table: string; column: string; other: string };

/**
 * Writes a mark into every text of a person's that takes one, past the use cases, and tells which went in. A column that takes only certain words,
 * or a number, is left as it is.
 */
export const plantCanaries = async (rootUrl: string, circle: Circle): Promise<Canary[]> => {
  const client = new pg.Client({ connectionString: rootUrl });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ table: string; column: string; type: string }>(
      `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
    const { rows: keys } = await client.query<ForeignKey>(
      `select k.conrelid::regclass::text as table, a.attname as column, k.confrelid::regclass::text as other
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'city_id'
       where k.contype = 'f'`,
    );
    const has = (table: string, name: string) => columns.some((one) => one.table === table && one.column === name);
    await client.query('begin');
    await client.query("select set_config('app.city', $1, true)", [circle.cityId]);
    // What is suggested is sealed, and the log of use has its chain: they are read as they were written.
    const untouched = ['suggestion_log', 'use_log', 'session', 'person_city'];
    // What a person is here decides what is done with them.
    const codes = ['role_assignment.role'];
    const planted: Canary[] = [];
    for (const [table, { whose }] of personalTables().filter(([name]) => !untouched.includes(name))) {
      const where = ownRows(table, has, keys);
      if (!where && 'customer' in whose) throw new Error(`Nothing leads from "${table}" to a customer`);
      // Of people who work here, such as their hours: nothing of a customer's.
      if (!where) continue;
      for (const { column, type } of columns.filter((one) => one.table === table)) {
        if (!['text', 'text[]', 'jsonb'].includes(type) || column === 'city_id' || codes.includes(`${table}.${column}`))
          continue;
        const mark = markOf(circle.name, table, column);
        const value = type === 'text' ? mark : type === 'jsonb' ? JSON.stringify([{ text: mark }]) : [mark];
        await client.query('savepoint one');
        const params = [circle.customer.customerId, circle.customer.personId, value].filter(
          (_, at) => at === 2 || where.includes(`$${at + 1}`),
        );
        const text = `update ${table} set ${column} = $${params.length}::${type} where ${params.length === 1 ? where : where.replaceAll('$2', '$1')}`;
        const written = await client.query(text, params).catch(() => null);
        if (written === null) await client.query('rollback to savepoint one');
        else if ((written.rowCount ?? 0) > 0) planted.push({ table, column, mark });
      }
    }
    await client.query('commit');
    return planted;
  } finally {
    await client.end();
  }
};
