import { z } from 'zod';
import { addDays, isDay } from '../kernel/clock.ts';
import { dayInput } from '../kernel/day-input.ts';
import { badField, type FieldProblem } from '../kernel/problem.ts';
import { webLink } from '../kernel/web-link.ts';
import { line, words } from '../kernel/words.ts';
import type { StepText } from './rules.ts';
import { owners, stages } from './tables.ts';

/** What a step says: one thing to do, why, who does it, by when, where, and what it leads to. */
export const stepTextInput = z.object({
  title: line(200),
  why: words(2000, { least: 0 }).default(''),
  owner: z.enum(owners, 'form.choose'),
  /** Who it is, needed where the owner is 'named' and left out where it is not. */
  ownerName: line(100, { least: 0 }).default(''),
  /** YYYY-MM-DD, today or later; null only for an idea. */
  dueOn: dayInput.nullable(),
  place: line(200, { least: 0 }).default(''),
  link: webLink.default(''),
  stage: z.enum(stages, 'form.choose').nullable().default(null),
});

/** What is new in a step as it was read, with nobody named where a side does it. Throws badInput where nobody is and somebody should be. */
export const withOwner = <T extends Pick<StepText, 'owner' | 'ownerName'>>(text: T): T => {
  if (text.owner !== 'named') return { ...text, ownerName: '' };
  if (text.ownerName === '') throw badField('ownerName', 'form.required');
  return text;
};

const isDayGone = (dueOn: string, today: string): boolean => dueOn < today || dueOn > addDays(today, 3650);

/** What is wrong with a new step beside each field by itself, for its form to tell with the faults of the fields: nobody named, or a day that is gone. */
export const faultsOfNew = (
  { owner, ownerName, dueOn }: { owner: string; ownerName: string; dueOn: string },
  today: string,
): FieldProblem[] => [
  ...(owner === 'named' && ownerName.trim() === '' ? [{ field: 'ownerName', message: 'form.required' }] : []),
  ...(isDay(dueOn) && isDayGone(dueOn, today) ? [{ field: 'dueOn', message: 'form.dayAhead' }] : []),
];

/** Throws badInput unless the day is from today to ten years ahead. */
export const refuseDayGone = (dueOn: string | null, today: string): void => {
  if (dueOn === null) return;
  if (isDayGone(dueOn, today)) throw badField('dueOn', 'form.dayAhead');
};

/** Throws badInput unless there is a day, from today to ten years ahead: what is proposed has one. */
export const requireDay = (dueOn: string | null, today: string): void => {
  if (dueOn === null) throw badField('dueOn', 'form.dayMissing');
  refuseDayGone(dueOn, today);
};
