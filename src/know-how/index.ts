import type { MoveSource } from '../kernel/move.ts';

export const knowHowMoves: MoveSource = {};
