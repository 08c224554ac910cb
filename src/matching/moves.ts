import { sql } from 'kysely';
import type { Move, MoveSource } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';
import { askPersonMoves } from './ask-person/moves.ts';
import type { MatchView } from './match-view.ts';
import { showMatches } from './show-matches.ts';

const earliest = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;

/** Since when the customer could be matched as they are now: they had agreed, and kept what they keep. */
const matchableSince = async ({ tx, cityId, actor }: Work): Promise<Date | null> => {
  const { rows } = await sql<{ since: Date | null }>`
    select greatest(
      (select max(given_at) from consent where city_id = ${cityId} and customer_id = ${actor.customerId}
        and what = 'matching' and withdrawn_at is null),
      (select max(decided_at) from know_how where city_id = ${cityId} and customer_id = ${actor.customerId}
        and state = 'kept')) as since`.execute(tx);
  return rows[0]?.since ?? null;
};

/** A match waits from when there was both the challenge and the customer it fits. */
const waitingSince = (matches: readonly MatchView[], matchable: Date | null): Date =>
  new Date(Math.max(Math.min(...matches.map(({ publishedAt }) => publishedAt.getTime())), matchable?.getTime() ?? 0));

/** Good matches the customer has not answered: one move for all of them. */
const newMatches = async (work: Work): Promise<Move[]> => {
  const { matches, news } = await showMatches(work, { isUnanswered: true });
  const byId = new Map([...matches, ...news.matches].map((match) => [match.challengeId, match]));
  const good = [...byId.values()].filter(({ isGood }) => isGood);
  if (good.length === 0) return [];
  return [
    {
      kind: news.matches.length > 0 ? 'freshMatches' : 'newMatches',
      values: { count: good.length, fresh: news.matches.length },
      path: good.length === 1 ? `/matches/${good[0]?.challengeId}` : '/matches',
      since: waitingSince(good, await matchableSince(work)),
      untilOn: earliest(good.map(({ untilOn }) => untilOn)),
      who: { kind: 'tuttu' },
    },
  ];
};

const { customer: ownAsks, ...asked } = askPersonMoves;

export const matchingMoves: MoveSource = {
  ...asked,
  customer: async (work) => [...(await newMatches(work)), ...((await ownAsks?.(work)) ?? [])],
};
