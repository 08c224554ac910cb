import type { Language } from '../../kernel/languages.ts';
import type { Saying } from '../lexicon/types.ts';
import { dimensions } from '../vectors/features.ts';
import { embed, quantise, toUnit, type Vectors } from '../vectors/vectors.ts';
import { inLanguages } from '../vocabulary/normalise.ts';
import { gramBuckets, gramsOf, wordBucket } from './grams.ts';
import { type Postings, packPostings } from './postings.ts';
import { stemmers } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** Sayings in one language: lists of sayings by feature, what each feature weighs, and what all of a saying's weigh together. */
export type SayingIndex = { postings: Postings; weights: Float32Array; mass: Float32Array };

/** All sayings as clauses are compared with them, by their place in the lexicon. `meanings`: one vector a saying, of its three languages. */
export type PreparedSayings = Record<'fi' | 'sv' | 'en', SayingIndex> & { meanings: Vectors | undefined };

/** Whole words (their stems) and 4-character pieces of words, hashed side by side. */
const featureCount = 2 * gramBuckets;
/** What a piece of a word weighs beside a whole word. */
const pieceWeight = 0.6;
/** What stands in a greater share of all sayings says nothing. */
const mostCommon = 0.04;

export const isStem = (feature: number): boolean => feature >= gramBuckets;

const mostRemembered = 50_000;

/** The features of one folded word, its stem first; none of a word that says nothing by itself. */
export type FeaturesOf = (folded: string) => readonly number[];

export const featuresIn = (language: Language): FeaturesOf => {
  const ignored = stopWords[language];
  const stem = stemmers[language];
  const remembered = new Map<string, readonly number[]>();
  return (folded) => {
    const known = remembered.get(folded);
    if (known) return known;
    if (remembered.size > mostRemembered) remembered.clear();
    const found: number[] = ignored.has(folded) ? [] : [gramBuckets + wordBucket(stem(folded))];
    if (found.length > 0) gramsOf(folded, found);
    remembered.set(folded, found);
    return found;
  };
};

const weightsOf = ({ offsets }: Postings, sayingCount: number): Float32Array => {
  const most = Math.max(10, mostCommon * sayingCount);
  return Float32Array.from({ length: featureCount }, (_, feature) => {
    const count = (offsets[feature + 1] ?? 0) - (offsets[feature] ?? 0);
    if (count > most) return 0;
    const rarity = Math.log((sayingCount + 1) / (count + 0.5)) ** 2;
    return isStem(feature) ? rarity : pieceWeight * rarity;
  });
};

const indexIn = (sayings: readonly Saying[], language: Language): SayingIndex => {
  const featuresOf = featuresIn(language);
  const keys: number[] = [];
  const values: number[] = [];
  sayings.forEach(({ texts }, saying) => {
    const features = new Set(wordsOf(texts[language]).flatMap(({ folded }) => featuresOf(folded)));
    for (const feature of features) {
      keys.push(feature);
      values.push(saying);
    }
  });
  const postings = packPostings(featureCount, keys, values);
  const weights = weightsOf(postings, sayings.length);
  const mass = new Float32Array(sayings.length);
  keys.forEach((feature, at) => {
    const saying = values[at] ?? 0;
    mass[saying] = (mass[saying] ?? 0) + (weights[feature] ?? 0);
  });
  return { postings, weights, mass };
};

const meaningsOf = (sayings: readonly Saying[], vectors: Vectors): Vectors => {
  const floats = new Float32Array(sayings.length * dimensions);
  sayings.forEach(({ texts }, saying) => {
    const sum = floats.subarray(saying * dimensions, (saying + 1) * dimensions);
    for (const text of Object.values(texts)) {
      const unit = embed(vectors, text);
      for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + (unit[d] ?? 0);
    }
    toUnit(sum);
  });
  return quantise(floats);
};

/** Prepares sayings to be compared with: half a second for some ten thousand. */
export const buildSayings = (sayings: readonly Saying[], vectors: Vectors | undefined): PreparedSayings => ({
  ...inLanguages((language) => indexIn(sayings, language)),
  meanings: vectors && sayings.length > 0 ? meaningsOf(sayings, vectors) : undefined,
});
