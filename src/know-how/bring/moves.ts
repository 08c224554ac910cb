import { sql } from 'kysely';
import type { Move } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';

/** Documents that have been read and wait to be looked at: one line for all of them, since the oldest. */
export const bringMoves = async (work: Work): Promise<Move[]> => {
  const waiting = await work.tx
    .selectFrom('bring as b')
    .innerJoin('bringReading as r', (join) => join.onRef('r.cityId', '=', 'b.cityId').onRef('r.bringId', '=', 'b.id'))
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<Date>`min(b.created_at)`.as('since'),
      sql<string>`min(b.id::text)`.as('bringId'),
    ])
    .where('b.cityId', '=', work.cityId)
    .where('b.customerId', '=', work.actor.customerId)
    .where('r.state', '=', 'ready')
    // Where nothing was found there is nothing to decide, and its own page says so.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('bringProposal as p')
          .select('p.id')
          .whereRef('p.cityId', '=', 'b.cityId')
          .whereRef('p.bringId', '=', 'b.id')
          .where('p.state', '=', 'open'),
      ),
    )
    .executeTakeFirstOrThrow();
  const { count, since, bringId } = waiting;
  if (count === 0) return [];
  const path = count === 1 ? `/bring/${bringId}` : '/bring';
  return [{ kind: 'brought', values: { count }, path, since, untilOn: null, who: { kind: 'tuttu' } }];
};
