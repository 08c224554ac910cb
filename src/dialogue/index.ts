import type { MoveSource } from '../kernel/move.ts';

export const dialogueMoves: MoveSource = {};
