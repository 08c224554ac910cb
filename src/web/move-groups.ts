import { addDays } from '../kernel/clock.ts';
import type { Move } from '../kernel/move.ts';

/** How a list of moves is parted, in this order. */
export const moveGroups = ['coming', 'today', 'thisWeek', 'later', 'waiting'] as const;
export type MoveGroup = (typeof moveGroups)[number];

export const movesOnPage = 25;

/** The Sunday of a day's week, both YYYY-MM-DD. */
const sundayOf = (day: string): string => addDays(day, (7 - new Date(`${day}T12:00:00Z`).getUTCDay()) % 7);

/** Its last day has passed. */
export const isOverdue = ({ untilOn, isLate }: Pick<Move, 'untilOn' | 'isLate'>, today: string): boolean =>
  isLate === true || (untilOn !== null && untilOn < today);

/** Nobody waits for it: one's own, found by a rule, or something to know of. */
const isNobodysWait = ({ who, isNews }: Move): boolean =>
  isNews === true || who.kind === 'self' || who.kind === 'tuttu';

/**
 * Where a move stands in the list. By its last day, to the end of the week; without one, what somebody waits for is for today, and what nobody
 * waits for can be later.
 */
export const groupOf = (move: Move, today: string): MoveGroup => {
  if (move.coming) return 'coming';
  if (move.isWaiting) return 'waiting';
  if (isOverdue(move, today)) return 'today';
  if (move.untilOn === null) return isNobodysWait(move) ? 'later' : 'today';
  if (move.untilOn === today) return 'today';
  return move.untilOn <= sundayOf(today) ? 'thisWeek' : 'later';
};

export type GroupedMove = Move & {
  group: MoveGroup;
  isOverdue: boolean;
  /** Of what is coming: whether it is today or tomorrow. */
  near?: 'today' | 'tomorrow';
};

/** Whether the day of what is coming has a nearer name. */
const nearOf = ({ coming, untilOn }: Move, today: string): Pick<GroupedMove, 'near'> => {
  if (!coming) return {};
  if (untilOn === today) return { near: 'today' };
  return untilOn === addDays(today, 1) ? { near: 'tomorrow' } : {};
};

/** The same moves by group: in each what is overdue first, then by the last day, then what has waited longest. */
export const grouped = (moves: readonly Move[], today: string): GroupedMove[] => {
  const lastDay = ({ untilOn }: Move) => untilOn ?? '9999-12-31';
  const beginning = ({ coming }: Move) => coming?.startsAt.getTime() ?? 0;
  return moves
    .map((move) => ({
      ...move,
      group: groupOf(move, today),
      isOverdue: isOverdue(move, today),
      ...nearOf(move, today),
    }))
    .sort(
      (a, b) =>
        moveGroups.indexOf(a.group) - moveGroups.indexOf(b.group) ||
        Number(b.isOverdue) - Number(a.isOverdue) ||
        (a.isOverdue ? 0 : lastDay(a).localeCompare(lastDay(b))) ||
        beginning(a) - beginning(b) ||
        a.since.getTime() - b.since.getTime(),
    );
};

export type MyMoves = {
  moves: GroupedMove[];
  page: number;
  /** In the whole list. */
  total: number;
  /** By group, in the whole list. */
  counts: Record<MoveGroup, number>;
};

const countsOf = (moves: readonly GroupedMove[]): Record<MoveGroup, number> => {
  const counts = { coming: 0, today: 0, thisWeek: 0, later: 0, waiting: 0 };
  for (const { group } of moves) counts[group] += 1;
  return counts;
};

/** A page of a list of moves; a page after the last is the last. */
export const pageOfMoves = (all: readonly GroupedMove[], asked: number): MyMoves => {
  const page = Math.min(asked, Math.max(1, Math.ceil(all.length / movesOnPage)));
  const moves = all.slice((page - 1) * movesOnPage, page * movesOnPage);
  return { moves, page, total: all.length, counts: countsOf(all) };
};
