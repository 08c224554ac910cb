import { sql } from 'kysely';
import type { Database } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { childrenFirst } from '../erase/delete-order.ts';
import { type RetentionPlace, type RetentionRule, rulesInForce } from './rules-in-force.ts';

const rowsAtOnce = 1000;

/** One batch of one rule in a transaction of its own, with its line in the log. Returns how many went. */
const takeBatch = (
  database: Database,
  place: RetentionPlace,
  { table, days, source, isOver }: RetentionRule,
  limit: number,
): Promise<number> =>
  database.inCity(place.cityId, async (tx) => {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where ctid in (
      select t.ctid from ${sql.table(table)} as t where ${isOver} limit ${limit})`.execute(tx);
    const gone = Number(numAffectedRows);
    if (gone > 0)
      await tx
        .insertInto('retentionRun')
        .values({ cityId: place.cityId, id: newId(), tableName: table, at: place.now, gone, days, source })
        .execute();
    return gone;
  });

/**
 * Takes away what has been kept long enough, in batches, so that nobody waits for it: at most `most` rows a call. What hangs on a row goes before it.
 * Returns how many rows went.
 */
export const runRetention = async (
  database: Database,
  place: RetentionPlace,
  { most = 20_000, atOnce = rowsAtOnce }: { most?: number; atOnce?: number } = {},
): Promise<number> => {
  const { rules, order } = await database.inCity(place.cityId, async (tx) => {
    const all = (await rulesInForce(tx, place)).filter(({ isOurs }) => isOurs);
    return { rules: all, order: await childrenFirst(tx, [...new Set(all.map(({ table }) => table))]) };
  });
  let left = most;
  for (const table of order)
    for (const rule of rules.filter((one) => one.table === table)) {
      let gone = 1;
      while (gone > 0 && left > 0) {
        gone = await takeBatch(database, place, rule, Math.min(atOnce, left));
        left -= gone;
      }
    }
  return most - left;
};
