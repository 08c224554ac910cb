import { z } from 'zod';
import { addDays, isDay } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { isId } from '../../kernel/ids.ts';
import { badField } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { type Adviser, findAdvisers } from '../unassigned.ts';

/** For good: another adviser from today on. Standing in: another one for the days the adviser is away, after which nothing has to be done. */
export const handOverWays = ['standIn', 'forGood'] as const;
export type HandOverWay = (typeof handOverWays)[number];

const person = z.string().refine((id) => isId(id), 'form.choose');

export const handOverTerms = z.object({
  way: z.enum(handOverWays, { error: 'form.choose' }),
  /** To whom: an adviser of the city. */
  toId: person,
  /** The first and last day of standing in, YYYY-MM-DD; empty for good. */
  fromOn: dayInput.or(z.literal('')).default(''),
  untilOn: dayInput.or(z.literal('')).default(''),
});
export type HandOverTerms = z.output<typeof handOverTerms>;

const mostAtOnce = 500;

export const handOverInput = handOverTerms.extend({
  customerIds: z
    .array(z.string().refine((id) => isId(id), 'form.check'))
    .min(1, 'path.away.nobody')
    .max(mostAtOnce, 'form.check'),
});

export const handAllOverInput = handOverTerms.extend({
  /** Whose customers, all of them. */
  fromId: person,
});

/** So far ahead people know when they are away. */
const daysAhead = 3652;

/** The days of standing in; null for good. Throws badInput for days that are not there, over or the wrong way round. */
export const daysOf = (
  work: Work,
  { way, fromOn, untilOn }: HandOverTerms,
): { fromOn: string; untilOn: string } | null => {
  if (way === 'forGood') return null;
  if (!isDay(fromOn)) throw badField('fromOn', 'form.required');
  if (!isDay(untilOn)) throw badField('untilOn', 'form.required');
  if (untilOn < work.today || untilOn > addDays(work.today, daysAhead)) throw badField('untilOn', 'form.dayAhead');
  if (untilOn < fromOn) throw badField('untilOn', 'path.away.wrongWay');
  return { fromOn, untilOn };
};

/** Whom customers can be given to: the city's advisers of today but one. Throws badInput for anybody else. */
export const findOther = async (work: Work, toId: string, fromId: string): Promise<Adviser> => {
  const to = (await findAdvisers(work)).find(({ id }) => id === toId);
  if (!to || to.id === fromId) throw badField('toId', 'path.unassigned.noSuchAdviser');
  return to;
};
