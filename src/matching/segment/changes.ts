import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

/** Where a reader of the changes stands: a transaction's number, as text. Every earlier transaction has ended and been read. */
export type Position = string;
export type Changes = { upTo: Position; customers: string[]; challenges: string[] };

/** From here a new reader goes on: whatever is not yet to be seen in the database comes later. */
export const readPosition = async (tx: Tx): Promise<Position> => {
  const { rows } = await sql<{ upTo: Position }>`select pg_snapshot_xmin(pg_current_snapshot())::text as up_to`.execute(
    tx,
  );
  return rows[0]?.upTo ?? '0';
};

/**
 * The ids of what has changed in a city since a position, each once. Transactions that still run are read again the next time, so none is missed,
 * whatever order they end in; an id may come twice.
 */
export const readChanges = async (tx: Tx, cityId: string, from: Position): Promise<Changes> => {
  const { rows } = await sql<Changes>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as up_to,
      coalesce(array_agg(distinct id) filter (where kind = 'customer'), '{}') as customers,
      coalesce(array_agg(distinct id) filter (where kind = 'challenge'), '{}') as challenges
    from matching_change where city_id = ${cityId} and xact >= ${from}::xid8`.execute(tx);
  return rows[0] ?? { upTo: from, customers: [], challenges: [] };
};

/** Forgets changes older than any reader needs: one that has slept longer begins anew. */
export const forgetChanges = async (tx: Tx, cityId: string, before: Date): Promise<void> => {
  await tx.deleteFrom('matchingChange').where('cityId', '=', cityId).where('changedAt', '<', before).execute();
};
