import { mostNoise } from './noise.ts';

/** How many people, told so roughly that nobody can be picked out. */
export const bands = ['fewerThan5', '5-9', '10-19', '20-49', '50-99', '100+'] as const;
export type Band = (typeof bands)[number];

const from = [0, 5, 10, 20, 50, 100];
/** More than so many need not be counted: with any noise they are all in the last band. */
export const countedUpTo = 100 + mostNoise;

/** No exact number leaves the use case that counted it. */
export const bandOf = (count: number): Band => {
  const at = from.findLastIndex((least) => count >= least);
  return bands[at] ?? 'fewerThan5';
};

/** Too few to be told: no number of people this small is ever told apart from another. */
export const isFew = (count: number): boolean => bandOf(count) === 'fewerThan5';
