import { type RawBuilder, sql } from 'kysely';
import { columnsIn, type DataClass, type PersonalTable } from '../kernel/data-map.ts';
import type { Tx } from '../kernel/database.ts';
import { type Owner, ownedBy, personalTables } from './owned.ts';

/** A column as an export calls it, with its type in the database. */
export type OwnedColumn = { name: string; type: string; isNullable: boolean; class: DataClass };
export type OwnedRow = Record<string, unknown>;

/** What one table holds of a person: instants and days as ISO 8601, numbers of things as their words. */
export type OwnedTable = {
  /** As the data map calls it. */
  as: string;
  /** The table's name in the database. */
  table: string;
  class: DataClass;
  ground: PersonalTable['ground'];
  columns: OwnedColumn[];
  /** How many rows there are. */
  count: number;
  /** All of them, or the newest so many. */
  rows: OwnedRow[];
};

/** A name as it is, past Kysely's own naming. All come from the data map. */
const as = (name: string) => sql.raw(`"${name}"`);

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What a number that points elsewhere is told as. */
const words = {
  skill: { name: 'skill', from: (at: RawBuilder<unknown>) => sql`(select x.uri from skill x where x.id = ${at})` },
  challenge: {
    name: 'challenge',
    from: (at: RawBuilder<unknown>, city: RawBuilder<unknown>) =>
      sql`(select x.title from challenge x where x.city_id = ${city} and x.id = ${at})`,
  },
  business: {
    name: 'business',
    from: (at: RawBuilder<unknown>, city: RawBuilder<unknown>) =>
      sql`(select x.name from business x where x.city_id = ${city} and x.id = ${at})`,
  },
} as const;

type Part = Pick<OwnedTable, 'as' | 'table' | 'class' | 'ground'> & {
  map: PersonalTable;
  columns: string[];
  where: RawBuilder<boolean>;
};

const partsOf = (owner: Owner): Part[] =>
  personalTables().flatMap(([table, map]): Part[] => {
    const columns = [...columnsIn(map.own), ...columnsIn(map.others)];
    const { class: kind, ground } = map;
    const where = map.toldIf
      ? sql<boolean>`(${ownedBy(table, owner, 't')} and ${sql.ref(`t.${map.toldIf}`)})`
      : ownedBy(table, owner, 't');
    const own = { as: map.as, table, class: kind, ground, map, columns, where };
    const { alsoOf } = map;
    if (!alsoOf) return [own];
    const acted = sql<boolean>`(t.city_id = ${owner.cityId} and ${sql.ref(`t.${alsoOf.person}`)} = ${owner.personId})`;
    // Of who acted it is their work.
    const duty = { class: 'account', ground: 'duty' } as const;
    return [own, { as: alsoOf.as, table, ...duty, map, columns: columnsIn(alsoOf.columns), where: acted }];
  });

const hasNamed = (part: Part): boolean => part.as === part.map.as;

/** Rows of one part as one JSON array, the newest first where they have an instant; and how many there are. */
const rowsOf = (part: Part, most: number | null): RawBuilder<unknown> => {
  const { table, map, columns, where } = part;
  const plain = columns.map((name) => sql`${sql.ref(`t.${name}`)} as ${as(camel(name))}`);
  const named = Object.entries(hasNamed(part) ? (map.named ?? {}) : {}).map(([name, what]) => {
    const word = words[what];
    return sql`${word.from(sql.ref(`t.${name}`), sql`t.city_id`)} as ${as(word.name)}`;
  });
  const shown = [...named, ...plain];
  const at = columns.find((name) => /(^|_)at$/.test(name));
  const order = at ? sql`order by ${sql.ref(`t.${at}`)} desc nulls last` : sql``;
  const what = shown.length > 0 ? sql.join(shown) : sql`1 as here`;
  const from = sql`from ${sql.table(table)} as t where ${where}`;
  return sql`select ${part.as} as name, (select count(*) ${from}) as count,
    (select coalesce(jsonb_agg(to_jsonb(found)), '[]') from (select ${what} ${from} ${order} limit ${most}) found) as rows`;
};

type Described = { tableName: string; name: string; type: string; isNullable: boolean };

const describe = async (tx: Tx): Promise<Map<string, Described>> => {
  const { rows } = await sql<Described>`
    select c.relname as table_name, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as is_nullable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`.execute(tx);
  return new Map(rows.map((row) => [`${row.tableName}.${row.name}`, row]));
};

const columnsOf = (part: Part, described: Map<string, Described>): OwnedColumn[] => {
  const { map, table, columns } = part;
  const named = Object.values(hasNamed(part) ? (map.named ?? {}) : {}).map(
    (what): OwnedColumn => ({ name: words[what].name, type: 'text', isNullable: true, class: part.class }),
  );
  const plain = columns.map((name): OwnedColumn => {
    const { type = 'text', isNullable = true } = described.get(`${table}.${name}`) ?? {};
    return { name: camel(name), type, isNullable, class: map.classOf?.[name] ?? part.class };
  });
  return [...named, ...plain];
};

/**
 * Everything the data map says is this person's, table by table, or the newest `most` rows of each: two statements, however much there is. Callers have
 * authorised.
 */
export const readOwned = async (tx: Tx, owner: Owner, most: number | null = null): Promise<OwnedTable[]> => {
  const parts = partsOf(owner).filter((part) => part.columns.length > 0);
  const described = await describe(tx);
  const { rows } = await sql<{
    name: string;
    count: number;
    rows: OwnedRow[];
  }>`${sql.join(
    parts.map((part) => rowsOf(part, most)),
    sql` union all `,
  )}`.execute(tx);
  const found = new Map(rows.map((row) => [row.name, row]));
  return parts.map((part) => ({
    ...{ as: part.as, table: part.table, class: part.class, ground: part.ground },
    columns: columnsOf(part, described),
    count: found.get(part.as)?.count ?? 0,
    rows: found.get(part.as)?.rows ?? [],
  }));
};
