import { z } from 'zod';
import type { Move } from '../kernel/move.ts';
import type { Work } from '../kernel/work.ts';
import { type GroupedMove, grouped } from './move-groups.ts';
import { myMoves } from './moves.ts';

export const myMovesInput = z.object({ page: z.coerce.number().int().min(1).max(1000).default(1) });

/** What waits for the actor and what they wait for, by group. `more`: moves found elsewhere than in the transaction. */
export const readMyMoves = async (work: Work, { more = [] }: { more?: readonly Move[] } = {}): Promise<GroupedMove[]> =>
  grouped([...(await myMoves(work, undefined)), ...more], work.today);
