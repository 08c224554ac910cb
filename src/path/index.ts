import type { MoveSource } from '../kernel/move.ts';

export const pathMoves: MoveSource = {};
