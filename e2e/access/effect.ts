import pg from 'pg';
import type { Circle } from '../../src/testing/circle.ts';

const ownBookkeeping = ['session', 'use_log', 'use_log_seal', 'handled_event', 'posted_once', 'migration', 'mail'];

type Row = Record<string, unknown>;
export type Rows = Map<string, Map<string, Row>>;

/** Every row of every table, all cities together. */
export const readRows = async (rootUrl: string): Promise<Rows> => {
  const client = new pg.Client({ connectionString: rootUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1",
    );
    const all: Rows = new Map();
    for (const { name } of tables.filter((table) => !ownBookkeeping.includes(table.name) && !/^skill|^vocabulary/.test(table.name))) {
      const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`);
      all.set(name, new Map(rows.map(({ row }) => [JSON.stringify(row), row])));
    }
    return all;
  } finally {
    await client.end();
  }
};

/** Rows that came, went or changed between two readings: `story + {...}`, `story - {...}`. */
export const difference = (before: Rows, after: Rows): { table: string; sign: '+' | '-'; row: Row }[] =>
  [...after.keys()].flatMap((table) => {
    const [old, now] = [before.get(table) ?? new Map<string, Row>(), after.get(table) ?? new Map<string, Row>()];
    const came = [...now].filter(([text]) => !old.has(text)).map(([, row]) => ({ table, sign: '+' as const, row }));
    const went = [...old].filter(([text]) => !now.has(text)).map(([, row]) => ({ table, sign: '-' as const, row }));
    return [...came, ...went];
  });

/** A difference with the circle's ids by their names, other ids and instants blurred: the same deed in two circles reads the same. */
export const describeEffect = (changes: ReturnType<typeof difference>, circle: Circle): string[] => {
  const names = new Map<string, string>([
    ...Object.entries(circle.ids).map(([name, id]) => [id, name] as const),
    [circle.customer.personId, 'customer'],
    [circle.adviser.personId, 'adviser'],
    [circle.contact.personId, 'contact'],
  ]);
  return changes
    .map(({ table, sign, row }) => `${table} ${sign} ${JSON.stringify(row)}`)
    .map((line) =>
      line
        .replaceAll(`Zq${circle.name}`, 'Zq*')
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => names.get(id) ?? 'uuid')
        .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:\+00:00|Z)/g, 'time'),
    )
    .sort();
};

/** Rows in which a text stands, wherever. */
export const rowsWith = async (rootUrl: string, text: string): Promise<string[]> => {
  const rows: string[] = [];
  for (const [table, found] of await readRows(rootUrl)) for (const row of found.keys()) if (row.includes(text)) rows.push(`${table} ${row}`);
  return rows;
};
