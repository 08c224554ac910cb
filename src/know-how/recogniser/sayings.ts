import type { Language } from '../../kernel/languages.ts';
import { isIn, type Saying } from '../lexicon/types.ts';
import { bestOf } from './best-of.ts';
import { type FeaturesOf, featuresIn, isStem, type PreparedSayings, type SayingIndex } from './build-sayings.ts';
import type { Hint } from './score-clause.ts';
import type { Nearness } from './skill-vectors.ts';
import type { ToldSkills } from './told-skills.ts';
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
/** A saying that a clause is like, and how much it tells for that (0..1). */
type Like = { saying: number; tells: number };
type Likes = { sharpness: number; share: number };

/** The likest of all, the likest first, with how much each tells. */
const heard = ({ numbers, scores }: ReturnType<typeof bestOf>, { sharpness, share }: Likes): Like[] =>
  numbers.map((saying, at) => ({ saying, tells: share * Math.min(1, scores[at] as number) ** sharpness }));

/** Finds the sayings a clause is most like by its words and pieces of words, the rarer the weightier. */
const spelledAlike = ({ postings: { offsets, values }, weights, mass }: SayingIndex, featuresOf: FeaturesOf) => {
  const { unknownPiece, clauseLength } = spelled;
  const shared = new Float32Array(mass.length);
  const touched = new Int32Array(mass.length);
  const length = Float64Array.from(mass, (one) => one ** (1 - clauseLength));
  return (words: readonly Word[], isHere: (saying: number) => boolean): Like[] => {
    let count = 0;
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
        if (before === 0) {
          touched[count] = saying;
          count += 1;
        }
        shared[saying] = before + weight;
      }
    }
    const ownLength = own ** clauseLength;
    const likest = bestOf(spelled.most, spelled.least);
    for (let at = 0; at < count; at += 1) {
      const saying = touched[at] as number;
      const tells = (shared[saying] as number) / ((length[saying] as number) * ownLength);
      shared[saying] = 0;
      if (tells >= likest.least() && isHere(saying)) likest.put(saying, tells);
    }
    return heard(likest, spelled);
  };
};

/** Finds the sayings whose meaning lies nearest to a clause's, in whatever language they say it. */
const meantAlike = (count: number, nearness: Nearness) => {
  const near = new Float32Array(count);
  return (meaning: Float32Array, isHere: (saying: number) => boolean): Like[] => {
    nearness.all(meaning, near);
    const likest = bestOf(meant.most, meant.least);
    for (let saying = 0; saying < count; saying += 1) {
      const tells = near[saying] as number;
      if (tells >= likest.least() && isHere(saying)) likest.put(saying, tells);
    }
    return heard(likest, meant);
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

/** A clause's words, what they mean (length 1; undefined without vectors or known words), and the city they are told in. */
export type SaidClause = { words: readonly Word[]; vector: Float32Array | undefined; city: string | undefined };

/**
 * Finds what a clause tells of by being like something people say: each skill of the likest sayings, more the liker and the more of them say
 * so, with the words shared with the likest. A saying's skills that the vocabulary lacks are skipped.
 */
export const sayingFinder = (
  sayings: readonly Saying[],
  { prepared, nearness }: { prepared: PreparedSayings; nearness: Nearness | undefined },
  { said, fame }: ToldSkills,
  language: Language,
): ((clause: SaidClause) => Said) => {
  const featuresOf = featuresIn(language);
  const findSpelled = spelledAlike(prepared[language], featuresOf);
  const findMeant = nearness && meantAlike(sayings.length, nearness);
  const featuresOfSaying = (saying: number): ReadonlySet<number> =>
    new Set(wordsOf(sayings[saying]?.texts[language] ?? '').flatMap(({ folded }) => featuresOf(folded)));
  return ({ words, vector, city }) => {
    const isHere = (saying: number): boolean => {
      const one = sayings[saying];
      return one?.cities === undefined || isIn(one, city ?? '');
    };
    const likes = [...findSpelled(words, isHere), ...(vector && findMeant ? findMeant(vector, isHere) : [])];
    const untold = new Map<number, { left: number; likest: number }>();
    let busy = 1;
    for (const { saying, tells } of likes) {
      if (sayings[saying]?.skills.length === 0) busy *= 1 - tells;
      for (let at = said.offsets[saying] ?? 0; at < (said.offsets[saying + 1] ?? 0); at += 1) {
        const skill = said.values[at] as number;
        const { left, likest } = untold.get(skill) ?? { left: 1, likest: saying };
        untold.set(skill, { left: left * (1 - tells * nextSkill ** (said.weights[at] as number)), likest });
      }
    }
    const hints = [...untold].map(
      ([skill, { left, likest }]): Hint => ({
        skill,
        part: 'lexicon',
        value: (1 - left) * (fame.get(skill) ?? 1),
        words: () => placesOf(words, featuresOfSaying(likest), featuresOf),
        from: '',
      }),
    );
    return { hints, idle: 1 - busy };
  };
};
