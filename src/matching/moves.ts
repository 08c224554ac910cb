import type { Move, MoveSource } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';
import type { MatchView } from './match-view.ts';
import { showMatches } from './show-matches.ts';

const earliest = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;

const oldest = (matches: readonly MatchView[]): Date =>
  new Date(Math.min(...matches.map(({ publishedAt }) => publishedAt.getTime())));

/** Good matches the customer has not answered: one move for all of them. */
const newMatches = async (work: Work): Promise<Move[]> => {
  const { matches } = await showMatches(work, { isUnanswered: true });
  const good = matches.filter(({ isGood }) => isGood);
  if (good.length === 0) return [];
  return [
    {
      kind: 'newMatches',
      values: { count: good.length },
      path: good.length === 1 ? `/matches/${good[0]?.challengeId}` : '/matches',
      since: oldest(good),
      untilOn: earliest(good.map(({ untilOn }) => untilOn)),
    },
  ];
};

export const matchingMoves: MoveSource = { customer: newMatches };
