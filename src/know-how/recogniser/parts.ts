import type { PartName, ScoreParts } from './types.ts';

export type Weights = Record<PartName, number>;

/** How much each part counts in what a person is shown; they add up to 1. Found on the development half of our own sets (../evaluation). */
export const shownWeights: Weights = {
  coverage: 0.3,
  bm25: 0.07,
  grams: 0.02,
  vectors: 0.28,
  occupation: 0.12,
  lexicon: 0.21,
};

/** In the plain ranking of whole sentences, often professional ones: what they mean counts more, everyday activities less. */
export const plainWeights: Weights = {
  coverage: 0.28,
  bm25: 0.1,
  grams: 0.04,
  vectors: 0.42,
  occupation: 0.03,
  lexicon: 0.13,
};

/** Parts as they were measured (0..1 each), weighed. */
export const weighed = (raw: ScoreParts, weights: Weights): ScoreParts => ({
  coverage: weights.coverage * raw.coverage,
  bm25: weights.bm25 * raw.bm25,
  grams: weights.grams * raw.grams,
  vectors: weights.vectors * raw.vectors,
  occupation: weights.occupation * raw.occupation,
  lexicon: weights.lexicon * raw.lexicon,
});

export const mapParts = (parts: ScoreParts, change: (part: number) => number): ScoreParts => ({
  coverage: change(parts.coverage),
  bm25: change(parts.bm25),
  grams: change(parts.grams),
  vectors: change(parts.vectors),
  occupation: change(parts.occupation),
  lexicon: change(parts.lexicon),
});
