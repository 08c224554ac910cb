import { businessMoves } from '../business/index.ts';
import { dialogueMoves } from '../dialogue/index.ts';
import { actingMoves } from '../kernel/acting/moves.ts';
import type { Role } from '../kernel/actor.ts';
import type { Move } from '../kernel/move.ts';
import { reachMoves } from '../kernel/notices/moves.ts';
import type { UseCase, Work } from '../kernel/work.ts';
import { knowHowMoves } from '../know-how/index.ts';
import { matchingMoves } from '../matching/index.ts';
import { pathMoves } from '../path/index.ts';
import { rightsMoves } from '../rights/index.ts';

const sources = [
  knowHowMoves,
  matchingMoves,
  pathMoves,
  businessMoves,
  dialogueMoves,
  rightsMoves,
  reachMoves,
  actingMoves,
];

/** What waits for the actor, from every domain: what somebody waits for in vain first, then the oldest. */
export const myMoves: UseCase<undefined, Move[]> = async (work: Work) => {
  const moves: Move[] = [];
  for (const source of sources) moves.push(...((await source[work.actor.role as Role]?.(work)) ?? []));
  const order = ({ isLate }: Move) => (isLate ? 0 : 1);
  return moves.sort((a, b) => order(a) - order(b) || a.since.getTime() - b.since.getTime());
};
