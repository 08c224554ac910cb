import type { StepMove } from '../rules.ts';
import type { StepState } from '../tables.ts';

/** The columns of the board, in the order a step goes. What is not gone on with is one column, whoever left it. */
export const columns = ['idea', 'proposed', 'agreed', 'doing', 'done', 'left'] as const;
export type BoardColumn = (typeof columns)[number];

export const columnOf = (state: StepState): BoardColumn =>
  state === 'declined' || state === 'withdrawn' || state === 'dropped' || state === 'ended' ? 'left' : state;

/** Where a move leads on the board; 'asks' when something has to be written first, on a page of its own. Editing an idea moves it nowhere. */
const ways: Record<Exclude<StepMove, 'edit'>, { to: BoardColumn; asks?: 'text' | 'word' }> = {
  propose: { to: 'proposed', asks: 'text' },
  change: { to: 'proposed', asks: 'text' },
  agree: { to: 'agreed' },
  start: { to: 'doing' },
  finish: { to: 'done' },
  takeUp: { to: 'idea' },
  withdraw: { to: 'left' },
  decline: { to: 'left', asks: 'word' },
  drop: { to: 'left', asks: 'word' },
  end: { to: 'left', asks: 'word' },
};

/** A way from a card to another column: by a move made at once, or by a page that asks first. */
export type Way = { to: BoardColumn; move: StepMove; askedAt: string | null };

/** Where a step can be moved to by whoever reads, one way to each column. Changing what is proposed moves it nowhere. */
export const waysFor = ({ id, state, moves }: { id: string; state: StepState; moves: readonly StepMove[] }): Way[] =>
  columns.flatMap((to): Way[] => {
    if (to === columnOf(state)) return [];
    const move = moves.find((one) => one !== 'edit' && ways[one].to === to);
    if (move === undefined || move === 'edit') return [];
    const { asks } = ways[move];
    const pages = { text: `/steps/${id}/change`, word: `/steps/${id}` };
    return [{ to, move, askedAt: asks === undefined ? null : pages[asks] }];
  });
