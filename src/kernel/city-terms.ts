import { z } from 'zod';
import { access } from './access/access.ts';
import { addDays } from './clock.ts';
import { dayInput } from './day-input.ts';
import { mostInteger } from './numbers.ts';
import { badField } from './problem.ts';
import { setTerm, type Term, type TermBounds, type TermName, termBounds, termNames } from './terms.ts';
import { line } from './words.ts';
import type { Work } from './work.ts';

export type CityTerm = {
  name: TermName;
  /** What holds today, and whether the city has decided it. */
  held: Term & { isOwn: boolean };
  /** What holds where a city has decided nothing. */
  everywhere: Term;
  bounds: TermBounds;
  /** What the city has decided, those to come too; the newest first. */
  decided: Term[];
};

const authorise = (work: Work, action: 'read' | 'write', why: string): void =>
  access.authorise(work, { section: 'planRules', action, why, relations: ['city'], customerId: null });

/** Every number a city decides: what holds today, since when and by what, and what has been decided. For an administrator. */
export const readCityTerms = async (work: Work): Promise<CityTerm[]> => {
  authorise(work, 'read', 'terms of the city');
  const { tx, cityId, today } = work;
  const all = await tx.selectFrom('term').selectAll().where('fromOn', '<=', today).orderBy('fromOn', 'desc').execute();
  const own = await tx
    .selectFrom('cityTerm')
    .select(['name', 'value', 'fromOn', 'source'])
    .where('cityId', '=', cityId)
    .orderBy('fromOn', 'desc')
    .execute();
  return termNames.map((name) => {
    const law = all.find((one) => one.name === name);
    if (!law) throw new Error(`No term "${name}" on ${today}`);
    const { value, fromOn, source, least, most, bound } = law;
    const everywhere = { value, fromOn, source };
    const decided = own.filter((one) => one.name === name).map(({ name: _, ...term }) => term);
    const held = decided.find((one) => one.fromOn <= today);
    return {
      ...{ name, everywhere, decided, bounds: { least, most, bound } },
      held: held ? { ...held, isOwn: true } : { ...everywhere, isOwn: false },
    };
  });
};

export const cityTermInput = z.object({
  name: z.enum(termNames, 'form.choose'),
  /** The day it holds from, YYYY-MM-DD: today or later. */
  fromOn: dayInput,
  value: z.number('form.check').int('form.check').min(0, 'form.check').max(mostInteger, 'form.check'),
  /** Who decided it and where that can be read. */
  source: line(300),
});

/** How far ahead a city decides: ten years. */
const mostAhead = 3660;

/**
 * Decides a term of the city from a day on, within its limits; what held before stays to be read. Deciding again for the same day replaces it.
 * Throws badInput for a day that has been or is too far, and for a number outside the limits.
 */
export const decideCityTerm = async (work: Work, term: z.output<typeof cityTermInput>): Promise<void> => {
  authorise(work, 'write', "changed the city's terms");
  const { tx, cityId, today } = work;
  if (term.fromOn < today || term.fromOn > addDays(today, mostAhead)) throw badField('fromOn', 'form.dayAhead');
  const { least, most } = await termBounds(tx, { name: term.name, day: term.fromOn });
  if (term.value < least || term.value > most) throw badField('value', 'terms.between', { least, most });
  await setTerm(tx, { cityId, ...term });
};
