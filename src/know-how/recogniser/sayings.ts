import type { Language } from '../../kernel/languages.ts';
import { isIn, type Saying } from '../lexicon/types.ts';
import { type FeaturesOf, featuresIn, isStem, type PreparedSayings, type SayingIndex } from './build-sayings.ts';
import type { Meaning } from './meaning.ts';
import type { Hint } from './score-clause.ts';
import type { Nearness } from './skill-vectors.ts';
import { type Word, wordsOf } from './words.ts';

/** How clauses are compared with sayings; found on the development half of our own sets. */
const spelled = {
  /** A piece that no saying has is mostly an ending or a border: it counts this much as something more the clause tells. */
  unknownPiece: 0.25,
  /** How much of the difference in length counts against a clause that says more than the saying. */
  clauseLength: 0.22,
  /** Less likeness says nothing; of the rest, so many sayings are heard. */
  least: 0.125,
  most: 15,
  sharpness: 1.4,
  share: 1,
};
const meant = { least: 0.52, most: 12, sharpness: 2.1, share: 0.55 };
/** How much less a saying tells of each skill after its first. */
const nextSkill = 0.9;
/** A skill that fewer sayings than these tell of is told less, by this power of their share. */
const popular = { count: 20, power: 0.28 };

/** A saying that a clause is like, and how much it tells for that (0..1). */
type Like = { saying: number; tells: number };
type Likes = { least: number; most: number; sharpness: number; share: number };

const likest = (found: Like[], { most, sharpness, share }: Likes): Like[] =>
  found
    .sort((a, b) => b.tells - a.tells || a.saying - b.saying)
    .slice(0, most)
    .map(({ saying, tells }) => ({ saying, tells: share * Math.min(1, tells) ** sharpness }));

/** Finds the sayings a clause is most like by its words and pieces of words, the rarer the weightier. */
const spelledAlike = ({ postings: { offsets, values }, weights, mass }: SayingIndex, featuresOf: FeaturesOf) => {
  const shared = new Float32Array(mass.length);
  const { unknownPiece, clauseLength, least } = spelled;
  return (words: readonly Word[], isHere: (saying: number) => boolean): Like[] => {
    const touched: number[] = [];
    let own = 0;
    for (const feature of new Set(words.flatMap(({ folded }) => featuresOf(folded)))) {
      const weight = weights[feature] ?? 0;
      if (weight === 0) continue;
      const end = offsets[feature + 1] ?? 0;
      const begin = offsets[feature] ?? 0;
      own += begin < end || isStem(feature) ? weight : unknownPiece * weight;
      for (let at = begin; at < end; at += 1) {
        const saying = values[at] as number;
        const before = shared[saying] as number;
        if (before === 0) touched.push(saying);
        shared[saying] = before + weight;
      }
    }
    const length = own ** clauseLength;
    const found: Like[] = [];
    for (const saying of touched) {
      const tells = (shared[saying] as number) / ((mass[saying] as number) ** (1 - clauseLength) * length);
      shared[saying] = 0;
      if (tells >= least && isHere(saying)) found.push({ saying, tells });
    }
    return likest(found, spelled);
  };
};

/** Finds the sayings whose meaning lies nearest to a clause's, in whatever language they say it. */
const meantAlike = (count: number, nearness: Nearness) => {
  const near = new Float32Array(count);
  return (meaning: Float32Array, isHere: (saying: number) => boolean): Like[] => {
    nearness(meaning, near);
    const found: Like[] = [];
    for (let saying = 0; saying < count; saying += 1) {
      const tells = near[saying] as number;
      if (tells >= meant.least && isHere(saying)) found.push({ saying, tells });
    }
    return likest(found, meant);
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

const countBySkill = (sayings: readonly Saying[], numbers: ReadonlyMap<string, number>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const uri of sayings.flatMap(({ skills }) => skills)) {
    const skill = numbers.get(uri);
    if (skill !== undefined) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  return counts;
};

/** What sayings say of a clause: hints for skills, and how much the clause is like what tells of no skill (0..1). */
export type Said = { hints: Hint[]; idle: number };

/**
 * Finds what a clause tells of by being like something people say: each skill of the likest sayings, more the liker and the more of them say
 * so, with the words shared with the likest. `numbers`: the vocabulary's numbers of skills; a saying's other skills are skipped.
 */
export const sayingFinder = (
  sayings: readonly Saying[],
  {
    prepared,
    nearness,
    meaning,
  }: { prepared: PreparedSayings; nearness: Nearness | undefined; meaning: Meaning | undefined },
  numbers: ReadonlyMap<string, number>,
  language: Language,
): ((words: readonly Word[], city: string | undefined) => Said) => {
  const featuresOf = featuresIn(language);
  const findSpelled = spelledAlike(prepared[language], featuresOf);
  const findMeant = nearness && meantAlike(sayings.length, nearness);
  const counts = countBySkill(sayings, numbers);
  const fame = (skill: number): number =>
    (Math.min(popular.count, counts.get(skill) ?? 1) / popular.count) ** popular.power;
  const featuresOfSaying = (saying: number): ReadonlySet<number> =>
    new Set(wordsOf(sayings[saying]?.texts[language] ?? '').flatMap(({ folded }) => featuresOf(folded)));
  return (words, city) => {
    const isHere = (saying: number): boolean => {
      const one = sayings[saying];
      return one?.cities === undefined || isIn(one, city ?? '');
    };
    const vector = findMeant && meaning?.ofClause(words);
    const likes = [...findSpelled(words, isHere), ...(vector ? findMeant(vector, isHere) : [])];
    const untold = new Map<number, { left: number; likest: number }>();
    let busy = 1;
    for (const { saying, tells } of likes) {
      const { skills = [] } = sayings[saying] ?? {};
      if (skills.length === 0) busy *= 1 - tells;
      skills.forEach((uri, rank) => {
        const skill = numbers.get(uri);
        if (skill === undefined) return;
        const { left, likest } = untold.get(skill) ?? { left: 1, likest: saying };
        untold.set(skill, { left: left * (1 - tells * nextSkill ** rank), likest });
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
        value: (1 - left) * fame(skill),
        words: placesIn(likest),
        from: '',
      }),
    );
    return { hints, idle: 1 - busy };
  };
};
