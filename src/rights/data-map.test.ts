import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsIn, isPersonal, type PersonalTable, type TableMap } from '../kernel/data-map.ts';
import { catalogues } from '../messages/index.ts';
import { emptyDatabase } from '../testing/database.ts';
import { dataMap } from './data-map.ts';

type Column = { table: string; name: string; type: string };

const place = await emptyDatabase();
const client = new pg.Client({ connectionString: place.migratorUrl });
let columns: Column[] = [];
beforeAll(async () => {
  await client.connect();
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`);
  columns = rows;
});
afterAll(async () => {
  await client.end();
  await place.remove();
}, 60_000);

const mapped = (table: TableMap): string[] =>
  isPersonal(table)
    ? [
        ...columnsIn(table.keys),
        ...columnsIn(table.own),
        ...columnsIn(table.others),
        ...columnsIn(table.sealed),
        ...Object.keys(table.named ?? {}),
      ]
    : columnsIn(table.columns);

const personal = (): [string, PersonalTable][] =>
  Object.entries(dataMap).flatMap(([name, table]) => (isPersonal(table) ? [[name, table] as const] : [])) as [
    string,
    PersonalTable,
  ][];

describe('the data map', () => {
  test('says of every column of every table whose data it holds', () => {
    const missing = columns
      .filter(({ table, name }) => !dataMap[table] || !mapped(dataMap[table]).includes(name))
      .map(({ table, name }) =>
        dataMap[table]
          ? `Column "${name}" of "${table}" is new: add it to the map of that table in its domain's *-data.ts: to own (in the export), others (another person's), named (a number that stands for a word), sealed (never read) or keys (says nothing of anybody).`
          : `Table "${table}" is new: map it in its domain's *-data.ts (as src/path/path-data.ts does): whose its rows are, why they are held, how long, what an export calls it and what erasing does; or { nobody: why, columns } when it is about no person. Column "${name}" waits for that.`,
      );
    expect(missing).toEqual([]);
  });

  test('names no table or column that is not there', () => {
    const gone = Object.entries(dataMap).flatMap(([table, map]) =>
      mapped(map)
        .filter((name) => !columns.some((column) => column.table === table && column.name === name))
        .map((name) => `${table}.${name} is in the data map and no longer in the database: take it out of the map.`),
    );
    expect(gone).toEqual([]);
  });

  test('names each column once', () => {
    const twice = Object.entries(dataMap).flatMap(([table, map]) => {
      const names = mapped(map);
      return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${table}.${name}`);
    });
    expect(twice).toEqual([]);
  });

  test('finds the owner of each row by columns that are there, at last by a customer or a person', () => {
    const has = (table: string, name: string) => columns.some((one) => one.table === table && one.name === name);
    const wrong = personal().flatMap(([name, { whose, keep, erase, alsoOf, classOf }]) => {
      const needed = [
        ...('customer' in whose ? [whose.customer] : []),
        ...('person' in whose ? [whose.person] : []),
        ...('through' in whose ? [whose.by] : []),
        ...(typeof keep === 'object' ? [keep.from] : []),
        ...(typeof erase === 'object' && 'set' in erase ? Object.keys(erase.set) : []),
        ...(alsoOf ? [alsoOf.person, ...columnsIn(alsoOf.columns)] : []),
        ...Object.keys(classOf ?? {}),
      ];
      const parent = 'through' in whose ? dataMap[whose.through] : undefined;
      return [
        ...needed.filter((column) => !has(name, column)).map((column) => `${name}.${column}`),
        ...('through' in whose && (!parent || !isPersonal(parent)) ? [`${name} through ${whose.through}`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('asks nothing of the product that its role may not do', async () => {
    const { rows } = await client.query<{ table: string; deletes: boolean; updates: boolean }>(
      `select c.relname as table, has_table_privilege('tuttu_app', c.oid, 'delete') as deletes, has_table_privilege('tuttu_app', c.oid, 'update') as updates
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
    );
    const may = new Map(rows.map((row) => [row.table, row]));
    // The use log is its owner's to cut.
    const missing = personal()
      .filter(([name]) => name !== 'use_log')
      .flatMap(([name, { erase }]) => {
        const isEmptied = typeof erase === 'object' && 'set' in erase;
        const mayDo = isEmptied ? may.get(name)?.updates : may.get(name)?.deletes;
        const what = isEmptied ? 'update' : 'delete';
        return mayDo
          ? []
          : [
              `Rows of "${name}" go when their owner is erased or their time is over: grant ${what} on it to tuttu_app.`,
            ];
      });
    expect(missing).toEqual([]);
  });

  test('calls no two tables alike in an export', () => {
    const names = personal().flatMap(([, { as, alsoOf }]) => [as, ...(alsoOf ? [alsoOf.as] : [])]);
    expect(names.length).toBe(new Set(names).size);
  });

  test('has a name for each table that people are told of', () => {
    const unnamed = personal()
      .flatMap(([, { as, alsoOf }]) => [as, ...(alsoOf ? [alsoOf.as] : [])])
      .filter((as) => !Object.hasOwn(catalogues.fi, `rights.table.${as}`))
      .map(
        (as) => `Write what people call "${as}" into messages/{fi,sv,en}.json of its domain, as rights.table.${as}.`,
      );
    expect(unnamed).toEqual([]);
  });

  test('holds no text in a key: what can be read is exported', () => {
    // Texts that are numbers of ours: the city, an Idempotency-Key, the part of a profile, the request's number in the log.
    const numbers = ['city_id', 'key', 'item', 'request_id'];
    const texts = personal().flatMap(([name, { keys }]) =>
      columnsIn(keys)
        .filter((key) => !numbers.includes(key))
        .filter((key) =>
          /text|json|date|time/.test(columns.find((c) => c.table === name && c.name === key)?.type ?? ''),
        )
        .map((key) => `${name}.${key}`),
    );
    expect(texts).toEqual([]);
  });
});
