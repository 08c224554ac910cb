import { z } from 'zod';
import { addDays } from '../../kernel/clock.ts';
import type { StepView } from '../steps.ts';
import { owners, type Side, stages } from '../tables.ts';
import { columnOf, columns } from './columns.ts';

/** How steps are laid out: columns by state, one list, or as on paper. */
export const views = ['board', 'list', 'paper'] as const;
export type View = (typeof views)[number];

export const turns = ['mine', 'theirs'] as const;
export const dues = ['late', 'soon', 'later', 'none'] as const;

/** Which steps are looked at; what is left out does not matter. */
export const stepFilters = z.object({
  /** Whose answer they wait for, seen from who asks. */
  turn: z.enum(turns).optional(),
  owner: z.enum(owners).optional(),
  /** Where they stand; 'left' is all that is not gone on with. */
  state: z.enum(columns).optional(),
  /** When their day is: gone by and not done, near (by the city's term `stepSoonDays`), later; or they have none. */
  due: z.enum(dues).optional(),
  stage: z.enum(stages).optional(),
});
export type StepFilters = z.infer<typeof stepFilters>;

const isOpen = ({ state }: StepView): boolean => columnOf(state) !== 'done' && columnOf(state) !== 'left';

/** A day that has gone by matters only while the step is not done or left. */
export const isLate = (step: StepView, today: string): boolean =>
  step.dueOn !== null && step.dueOn < today && isOpen(step);

type Asking = { side: Side; today: string; soonDays: number };

const dueOf = (step: StepView, { today, soonDays }: Asking): (typeof dues)[number] | null => {
  if (step.dueOn === null) return 'none';
  if (step.dueOn < today) return isLate(step, today) ? 'late' : null;
  return step.dueOn <= addDays(today, soonDays) ? 'soon' : 'later';
};

const turnOf = ({ waitsFor }: StepView, side: Side): (typeof turns)[number] | null => {
  if (waitsFor === null) return null;
  return waitsFor === side ? 'mine' : 'theirs';
};

/** The steps that all filters let through, in the order they came. */
export const filtered = (
  steps: readonly StepView[],
  { turn, owner, state, due, stage }: StepFilters,
  asking: Asking,
): StepView[] =>
  steps.filter(
    (step) =>
      (turn === undefined || turnOf(step, asking.side) === turn) &&
      (owner === undefined || step.owner === owner) &&
      (state === undefined || columnOf(step.state) === state) &&
      (due === undefined || dueOf(step, asking) === due) &&
      (stage === undefined || step.stage === stage),
  );
