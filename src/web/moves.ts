import { businessMoves } from '../business/index.ts';
import { dialogueMoves } from '../dialogue/index.ts';
import { actingMoves } from '../kernel/acting/moves.ts';
import type { Role } from '../kernel/actor.ts';
import { stoodInFor } from '../kernel/advisers.ts';
import type { Move } from '../kernel/move.ts';
import { reachMoves } from '../kernel/notices/moves.ts';
import { asStandIn } from '../kernel/standing-in.ts';
import type { Use, UseCase, Work } from '../kernel/work.ts';
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

/** What is somebody's because they look after a customer; all else is theirs by name, whomever they stand in for. */
const byCaseload: readonly Use['section'][] = ['caseload', 'messages', 'appointments', 'documents'];

/** What waits for the actor, from every domain: what somebody waits for in vain first, then the oldest. What they do for a colleague who is away says so, here and in the use log. */
export const myMoves: UseCase<undefined, Move[]> = async (work: Work) => {
  const stoodIn = await stoodInFor(work);
  const isStandIn = ({ section, customerId }: Use) =>
    customerId !== null && stoodIn.has(customerId) && byCaseload.includes(section);
  const asked: Work = {
    ...work,
    note: (use) => work.note(isStandIn(use) ? { ...use, why: asStandIn(use.why) } : use),
  };
  const found: Move[] = [];
  for (const source of sources) found.push(...((await source[work.actor.role as Role]?.(asked)) ?? []));
  const moves = found.map(({ customerId = '', ...move }): Move => {
    const standIn = stoodIn.get(customerId);
    return standIn ? { ...move, standIn: { name: standIn.name, untilOn: standIn.untilOn } } : move;
  });
  const order = ({ isLate }: Move) => (isLate ? 0 : 1);
  return moves.sort((a, b) => order(a) - order(b) || a.since.getTime() - b.since.getTime());
};
