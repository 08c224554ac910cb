import { z } from 'zod';
import { addDays } from '../kernel/clock.ts';
import { dayInput } from '../kernel/day-input.ts';
import { badField } from '../kernel/problem.ts';
import { line, words } from '../kernel/words.ts';
import { sides } from './tables.ts';

/** What a step says: one thing to do, why, who does it, by when. */
export const stepTextInput = z.object({
  title: line(200),
  why: words(2000, { least: 0 }).default(''),
  owner: z.enum(sides, 'form.choose'),
  /** YYYY-MM-DD, today or later. */
  dueOn: dayInput,
});

/** Throws badInput unless the day is from today to ten years ahead. */
export const refuseDayGone = (dueOn: string, today: string): void => {
  if (dueOn < today || dueOn > addDays(today, 3650)) throw badField('dueOn', 'form.dayAhead');
};
