import { type RawBuilder, sql } from 'kysely';

/** The outside model's part of a suggestion's score; the rest is Tuttu's own. */
export const outsideShare = 0.3;

const own = 1 - outsideShare;

/** SQL over know_how as `k`: a suggestion's score with the outside model's part, where it has one. Null for what the customer added. */
export const scoreWithOutside: RawBuilder<number | null> = sql<number | null>`
  case when k.outside_score is null then k.score
    else round((${sql.lit(own)} * k.score + ${sql.lit(outsideShare)} * k.outside_score)::numeric, 4)::float8 end`;

/** SQL over know_how as `k`: what the outside model gives to that score (0..0.3); null where it was not asked or did not answer. */
export const partOfOutside: RawBuilder<number | null> = sql<number | null>`
  round((${sql.lit(outsideShare)} * k.outside_score)::numeric, 4)::float8`;

/** What an outside model thinks of a suggestion, in a word: a score ranks, and is no measure to read a number from. */
export type OutsideView = 'fits' | 'perhaps' | 'hardly';

/** `part` as `partOfOutside` gives it. */
export const viewOf = (part: number): OutsideView => {
  const score = part / outsideShare;
  if (score >= 2 / 3) return 'fits';
  return score >= 1 / 3 ? 'perhaps' : 'hardly';
};

/** Logged parts of a score as they are without the outside model's: the recogniser's own make the whole again. */
export const partsWithoutOutside = (parts: Readonly<Record<string, number>>): Record<string, number> => {
  const { outsideModel, ...rest } = parts;
  return outsideModel === undefined
    ? rest
    : Object.fromEntries(Object.entries(rest).map(([name, got]) => [name, got / own]));
};

/** The same of the whole score. */
export const scoreWithoutOutside = (score: number, parts: Readonly<Record<string, number>>): number =>
  parts.outsideModel === undefined ? score : (score - parts.outsideModel) / own;
