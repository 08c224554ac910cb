import { type RawBuilder, sql } from 'kysely';
import { columnsIn, isPersonal, type PersonalTable, type Whose } from '../kernel/data-map.ts';
import { dataMap } from './data-map.ts';

/** Whose data is meant, in one city. */
export type Owner = { cityId: string; personId: string; customerId: string | null };

export const personalTables = (): [string, PersonalTable][] =>
  Object.entries(dataMap).flatMap(([name, map]): [string, PersonalTable][] => (isPersonal(map) ? [[name, map]] : []));

const personal = (table: string): PersonalTable => {
  const map = dataMap[table];
  if (!map || !isPersonal(map)) throw new Error(`The data map holds no person's table "${table}"`);
  return map;
};

/** Whether a table's rows are one city's: all but who logs in. */
export const isOfCity = ({ keys, own }: PersonalTable): boolean =>
  [...columnsIn(keys), ...columnsIn(own)].includes('city_id');

const col = (alias: string, name: string) => sql.ref(`${alias}.${name}`);

const isOf = (whose: Whose, owner: Owner, alias: string): RawBuilder<boolean> => {
  if ('customer' in whose)
    return owner.customerId === null ? sql`false` : sql`${col(alias, whose.customer)} = ${owner.customerId}`;
  if ('person' in whose) return sql`${col(alias, whose.person)} = ${owner.personId}`;
  const above = `${alias}_of`;
  return sql`exists (select from ${sql.table(whose.through)} as ${sql.ref(above)}
    where ${col(above, 'city_id')} = ${owner.cityId} and ${col(above, whose.key ?? 'id')} = ${col(alias, whose.by)}
      and ${isOf(personal(whose.through).whose, owner, above)})`;
};

/** SQL: true for the rows of `table` (by its `alias`) that are this person's, in this city. Found by the data map. */
export const ownedBy = (table: string, owner: Owner, alias: string): RawBuilder<boolean> => {
  const map = personal(table);
  const inCity = isOfCity(map) ? sql`${col(alias, 'city_id')} = ${owner.cityId} and ` : sql``;
  return sql`(${inCity}${isOf(map.whose, owner, alias)})`;
};

/** SQL: true for the rows of a table, by its `alias`, that stay on a day although their owner is to be erased. */
export const staysOn = ({ stays }: PersonalTable, today: string, alias: string): RawBuilder<boolean> =>
  stays
    ? sql`coalesce(${sql.raw(stays.until)}(${col(alias, 'city_id')}, ${col(alias, stays.by)}, ${today}::date) >= ${today}::date, false)`
    : sql`false`;
