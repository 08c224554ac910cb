import type { Language } from '../../kernel/languages.ts';
import type { Saying } from '../lexicon/types.ts';
import { gramBuckets, gramsOf } from './grams.ts';
import { type Postings, packPostings } from './postings.ts';
import type { Hint } from './score-clause.ts';
import { stemmers } from './stem.ts';
import { stopWords } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

/** How likeness to sayings is measured; found by leaving out sayings one fifth at a time, and on the development half of our sets. */
export const likeness = {
  /** What a piece of a word weighs beside a whole word. */
  pieceWeight: 0.6,
  /** A piece that no saying has is mostly an ending or a border: it counts this much as something more the clause tells. */
  unknownPiece: 0.25,
  /** How much of the difference in length counts against a clause that says more than the saying. */
  clauseLength: 0.25,
  /** Less likeness says nothing. */
  least: 0.09,
  /** So many of the likest sayings are heard. */
  most: 15,
  sharpness: 1.4,
  /** How much less a saying tells of each skill after its first. */
  nextSkill: 0.95,
  /** How much less a clause tells that is like what tells of no skill. */
  idle: 0.4,
};

/** Whole words (their stems) and 4-character pieces of words, hashed side by side. */
const featureCount = 2 * gramBuckets;

/** The features of one word, its stem first; none of a word that says nothing by itself. */
type FeaturesOf = (folded: string) => readonly number[];

const stemBucket = (stem: string): number => {
  let hash = 0x1b873593;
  for (let at = 0; at < stem.length; at += 1) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  return gramBuckets + ((hash ^ (hash >>> 15)) & (gramBuckets - 1));
};

const mostRemembered = 50_000;

const featuresIn = (language: Language): FeaturesOf => {
  const ignored = stopWords[language];
  const stem = stemmers[language];
  const remembered = new Map<string, readonly number[]>();
  return (folded) => {
    const known = remembered.get(folded);
    if (known) return known;
    if (remembered.size > mostRemembered) remembered.clear();
    const found: number[] = ignored.has(folded) ? [] : [stemBucket(stem(folded))];
    if (found.length > 0) gramsOf(folded, found);
    remembered.set(folded, found);
    return found;
  };
};

/** Sayings as lists by feature, and what each weighs. */
type Prepared = { featuresOf: FeaturesOf; postings: Postings; weights: Float32Array; mass: Float32Array };

const prepare = (sayings: readonly Saying[], language: Language): Prepared => {
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
  const weights = new Float32Array(featureCount);
  for (let feature = 0; feature < featureCount; feature += 1) {
    const count = (postings.offsets[feature + 1] ?? 0) - (postings.offsets[feature] ?? 0);
    const rarity = Math.log((sayings.length + 1) / (count + 0.5)) ** 2;
    weights[feature] = feature < gramBuckets ? likeness.pieceWeight * rarity : rarity;
  }
  const mass = new Float32Array(sayings.length);
  keys.forEach((feature, at) => {
    const saying = values[at] ?? 0;
    mass[saying] = (mass[saying] ?? 0) + (weights[feature] ?? 0);
  });
  return { featuresOf, postings, weights, mass };
};

/** A saying that a clause is like, and how much (0..1). */
type Like = { saying: number; value: number };

/** Finds the sayings a clause is most like, the likest first. */
const likeFinder = ({
  featuresOf,
  postings: { offsets, values },
  weights,
  mass,
}: Prepared): ((words: readonly Word[]) => Like[]) => {
  const shared = new Float32Array(mass.length);
  return (words) => {
    const features = new Set(words.flatMap(({ folded }) => featuresOf(folded)));
    const touched: number[] = [];
    let own = 0;
    for (const feature of features) {
      const weight = weights[feature] ?? 0;
      const isKnown = offsets[feature] !== offsets[feature + 1];
      own += isKnown || feature >= gramBuckets ? weight : weight * likeness.unknownPiece;
      for (let at = offsets[feature] ?? 0; at < (offsets[feature + 1] ?? 0); at += 1) {
        const saying = values[at] ?? 0;
        if (shared[saying] === 0) touched.push(saying);
        shared[saying] = (shared[saying] ?? 0) + weight;
      }
    }
    const { clauseLength, least, most } = likeness;
    const like = touched.flatMap((saying): Like[] => {
      const value = (shared[saying] ?? 0) / ((mass[saying] ?? 1) ** (1 - clauseLength) * own ** clauseLength);
      shared[saying] = 0;
      return value >= least ? [{ saying, value: Math.min(1, value) }] : [];
    });
    return like.sort((a, b) => b.value - a.value || a.saying - b.saying).slice(0, most);
  };
};

/** The places of the words a clause shares with a saying, whole or in good part. */
const placesOf = (words: readonly Word[], saying: ReadonlySet<number>, featuresOf: FeaturesOf): number[] =>
  words.flatMap(({ folded }, place) => {
    const [stem, ...pieces] = featuresOf(folded);
    if (stem === undefined) return [];
    const isShared = saying.has(stem) || pieces.filter((piece) => saying.has(piece)).length * 2 > pieces.length;
    return isShared ? [place] : [];
  });

/** What sayings say of a clause: hints for skills, and how much the clause is like what tells of no skill (0..1). */
export type Said = { hints: Hint[]; idle: number };

/**
 * Finds what a clause tells of by being like something people say: each skill of the likest sayings, more the liker and the more of them say
 * so, with the words shared with the likest. `numbers`: the vocabulary's numbers of skills; a saying's other skills are skipped.
 */
export const sayingFinder = (
  sayings: readonly Saying[],
  numbers: ReadonlyMap<string, number>,
  language: Language,
): ((words: readonly Word[]) => Said) => {
  const prepared = prepare(sayings, language);
  const find = likeFinder(prepared);
  const { featuresOf } = prepared;
  const featuresOfSaying = (saying: number): ReadonlySet<number> =>
    new Set(wordsOf(sayings[saying]?.texts[language] ?? '').flatMap(({ folded }) => featuresOf(folded)));
  return (words) => {
    const untold = new Map<number, { left: number; likest: number }>();
    let busy = 1;
    for (const { saying, value } of find(words)) {
      const tells = value ** likeness.sharpness;
      const { skills = [] } = sayings[saying] ?? {};
      if (skills.length === 0) busy *= 1 - tells;
      skills.forEach((uri, rank) => {
        const skill = numbers.get(uri);
        if (skill === undefined) return;
        const { left, likest } = untold.get(skill) ?? { left: 1, likest: saying };
        untold.set(skill, { left: left * (1 - tells * likeness.nextSkill ** rank), likest });
      });
    }
    const places = new Map<number, number[]>();
    const placesIn = (saying: number): number[] => {
      const known = places.get(saying) ?? placesOf(words, featuresOfSaying(saying), featuresOf);
      places.set(saying, known);
      return known;
    };
    const hints = [...untold].map(
      ([skill, { left, likest }]): Hint => ({
        skill,
        part: 'lexicon',
        value: 1 - left,
        words: placesIn(likest),
        from: '',
      }),
    );
    return { hints, idle: 1 - busy };
  };
};
