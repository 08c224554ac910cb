import { type Language, languages } from '../../kernel/languages.ts';
import type { Lexicon, Saying } from '../lexicon/types.ts';
import type { Vectors } from '../vectors/vectors.ts';
import { inLanguages } from '../vocabulary/normalise.ts';
import { labelIn, type Skill, type Vocabulary } from '../vocabulary/types.ts';
import { aboutSkill } from './about.ts';
import { becauseOf } from './because.ts';
import { buildIndex } from './build-index.ts';
import { buildSayings, type PreparedSayings } from './build-sayings.ts';
import { buildWorks } from './build-works.ts';
import { type Clause, clausesOf, type Stance, sentencesOf } from './clauses.ts';
import { type FindHints, hintFinder } from './hints.ts';
import type { LanguageIndex } from './language-index.ts';
import { type Meaning, meaningIn } from './meaning.ts';
import { mapParts, plainWeights, shownWeights } from './parts.ts';
import { termFinder, wordListsOf } from './query.ts';
import { type Candidate, type ClauseQuery, type ClauseScorer, type ClauseTerm, clauseScorer } from './score-clause.ts';
import { buildNames, type NameIndex, nameSearch } from './search.ts';
import {
  cosineWith,
  type Nearness,
  nearnessOver,
  type SkillVectors,
  skillVectors as vectorsOfSkills,
} from './skill-vectors.ts';
import { slipMender } from './spelling.ts';
import { atOnce, inTurns, type Steps } from './steps.ts';
import { toldSkills } from './told-skills.ts';
import type { RecogniseInput, Recogniser, Suggestion } from './types.ts';
import { wordsOf } from './words.ts';
import type { Works } from './works.ts';

/** All that is worked out from a vocabulary once and kept: an index a language, kinds of work, and the skills' vectors if there are any. */
export type Prepared = Record<Language, LanguageIndex> & {
  works: Works;
  skillVectors: SkillVectors | undefined;
  names: Record<Language, NameIndex>;
  sayings: PreparedSayings;
  skills: KnownSkill[];
  /** Of each skill, what tells it from one of nearly its name. */
  about: Record<Language, string[][]>;
};

/** What a recogniser keeps of a skill: its names and descriptions lie in the indexes, and would take much memory as texts. */
type KnownSkill = Pick<Skill, 'uri' | 'labels'>;

/** What a recogniser works with besides the vocabulary; all of it can be left out. */
export type Aids = {
  vectors?: Vectors | undefined;
  /** Names the vectors, for who keeps what was suggested by which. */
  vectorsVersion?: string | undefined;
  lexicon?: Lexicon | undefined;
};

/**
 * A text whose best suggestion scores under `telling` has no skill in it as far as we can see: it is shown none. In other texts everything
 * from `floor` on is shown. Both found on the development half of our own sets; without vectors all scores are lower.
 */
const usual = { withVectors: { telling: 0.265, floor: 0.08 }, without: { telling: 0.12, floor: 0.09 } };
/** How much less a clause that is like talk of no skill counts for the text's telling of any. */
const idleTelling = 0.4;
/** How much of its score a clause gives whose subject is something or somebody else. */
const otherShare = 0.5;
/** The clauses that are looked at, by what they say of their writer. */
const stances: Record<NonNullable<RecogniseInput['of']>, readonly Stance[]> = {
  knowHow: ['can'],
  wish: ['wish'],
  need: ['can', 'cannot', 'wish', 'others', 'befell'],
};
/**
 * What a clause says its writer cannot or would like to do, or others do or did to them, is not suggested for another clause either, unless that one tells so many times more
 * of it: "I am no masseuse, but I ran the desk of a massage place". Found on the development half.
 */
const refusal: Partial<Record<Stance, number>> = { cannot: 3, wish: 1, others: 1, befell: 1 };
/** So many skills a clause can refuse. */
const mostRefused = 15;
const defaultLimit = 20;
/** After so many suggestions only those follow that would tell of a skill alone. */
const easilyRead = 10;
const mostPerClause = 5;
/** Words of so many clauses before and after, of the same sentence, count a little too. */
const mostApart = 3;
/** A clause's suggestion must come this near to its best one. */
const nearBest = 0.21;

/** Prepares a vocabulary for recognising: some ten seconds for the whole of ESCO with vectors. */
export const prepare = (vocabulary: Vocabulary, vectors?: Vectors, sayings: readonly Saying[] = []): Prepared => {
  const { skills } = vocabulary;
  const ofSkills = vectors && vectorsOfSkills(vectors, skills, sayings);
  return {
    fi: buildIndex(skills, 'fi'),
    sv: buildIndex(skills, 'sv'),
    en: buildIndex(skills, 'en'),
    skillVectors: ofSkills,
    names: inLanguages((language) => buildNames(skills, language)),
    sayings: buildSayings(sayings, vectors),
    skills: skills.map(({ uri, labels }) => ({ uri, labels })),
    about: inLanguages((language) => skills.map((skill) => aboutSkill(skill, language))),
    works: buildWorks(vocabulary, vectors && ofSkills ? { vectors, skills: ofSkills } : undefined),
  };
};

const byScore = (a: Suggestion, b: Suggestion): number =>
  b.score - a.score || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);

/** What a recogniser of one language holds. */
type Inside = {
  index: LanguageIndex;
  skills: readonly KnownSkill[];
  works: Works;
  skillVectors: SkillVectors | undefined;
  meaning: Meaning | undefined;
  nearness: Nearness | undefined;
  findHints: FindHints;
  termsOf: (word: string) => readonly number[];
  slips: ReturnType<typeof slipMender>;
};

const lessen = (candidate: Candidate, share: number): Candidate => ({
  ...candidate,
  score: share * candidate.score,
  parts: mapParts(candidate.parts, (part) => share * part),
});

/** `idle`: how much the clause is like what tells of no skill (0..1). */
type Query = { clause: Clause; query: ClauseQuery; idle: number };

const queryMaker = ({ meaning, skillVectors, findHints, termsOf }: Inside, { ofText }: ClauseScorer) => {
  const nearTo = (text: Float32Array | undefined): ((skill: number) => number) =>
    text && skillVectors ? (skill) => Math.max(0, cosineWith(text, skillVectors, skill)) : () => 0;
  const looked = (clause: Clause) => ({
    clause,
    own: clause.words.flatMap(({ folded }, word): ClauseTerm[] => termsOf(folded).map((term) => ({ term, word }))),
    vector: meaning?.ofClause(clause.words),
  });
  /** Looks at all clauses of a text, one a step; the query of each is made when it is asked for. */
  return function* (clauses: readonly Clause[], { city, of, floor }: RecogniseInput): Steps<(() => Query)[]> {
    const known: ReturnType<typeof looked>[] = [];
    for (const clause of clauses) {
      known.push(looked(clause));
      yield;
    }
    const whole = meaning?.ofClause(clauses.flatMap(({ words }) => words));
    const nearText = nearTo(whole);
    const text = ofText(whole);
    yield;
    const weights = floor !== undefined && floor <= 0 ? plainWeights : shownWeights;
    const nearbyOf = (at: number): ClauseTerm[] => {
      const nearby: ClauseTerm[] = [];
      for (let other = Math.max(0, at - mostApart); other <= Math.min(at + mostApart, clauses.length - 1); other += 1)
        if (other !== at && clauses[other]?.sentence === clauses[at]?.sentence)
          for (const { term } of known[other]?.own ?? []) nearby.push({ term, word: -1 });
      return nearby;
    };
    return known.map(({ clause, own, vector }, at) => () => {
      const { words } = clause;
      // A problem's words tell what is lacking, not what somebody does.
      const { hints, idle } = of === 'need' ? { hints: [], idle: 0 } : findHints(words, { city, vector, nearText });
      return { clause, idle, query: { words, own, nearby: nearbyOf(at), vector, text, hints, weights } };
    });
  };
};

const recogniseIn = (inside: Inside) => {
  const { index, skills, works } = inside;
  const scorer = clauseScorer(index, inside.nearness);
  const queriesOf = queryMaker(inside, scorer);
  const ours = inside.nearness ? usual.withVectors : usual.without;
  const labelOf = (skill: number): string => {
    const labels = skills[skill]?.labels;
    return labels ? labelIn(labels, index.language) : '';
  };
  const workOf = ({ hints }: Candidate): Suggestion['occupation'] => {
    const hint = hints.find(({ part }) => part === 'occupation');
    const labels = typeof hint?.from === 'number' ? works.labels[hint.from] : undefined;
    return labels && { uri: works.uris[Number(hint?.from)] ?? '', label: labelIn(labels, index.language) };
  };
  const activityOf = ({ hints }: Candidate): string | undefined => {
    const hint = hints.find(({ part, from }) => part === 'lexicon' && from !== '');
    return hint && String(hint.from);
  };
  const suggest = ({ query }: Query, candidate: Candidate): Suggestion[] => {
    const label = labelOf(candidate.skill);
    const because = becauseOf(inside, query, candidate, wordsOf(label));
    if (because.length === 0) return [];
    const [activity, occupation] = [activityOf(candidate), workOf(candidate)];
    return [
      {
        uri: skills[candidate.skill]?.uri ?? '',
        label,
        score: candidate.score,
        because,
        clause: { start: query.words[0]?.start ?? 0, end: query.words.at(-1)?.end ?? 0 },
        parts: candidate.parts,
        ...(activity === undefined ? {} : { activity }),
        ...(occupation === undefined ? {} : { occupation }),
      },
    ];
  };

  /** The skills that clauses deny or wish for, each with the score another clause must pass to suggest it all the same. */
  function* refused(clauses: readonly Clause[], input: RecogniseInput): Steps<Map<number, number>> {
    const refusing = clauses.filter(({ stance, isUnschooled }) => refusal[stance] !== undefined && !isUnschooled);
    const scores = new Map<number, number>();
    for (const queryOf of yield* queriesOf(refusing, input)) {
      const { clause, query } = queryOf();
      yield;
      for (const { skill, score } of scorer.score(query, mostRefused, ours.floor))
        scores.set(skill, Math.max(scores.get(skill) ?? 0, score * (refusal[clause.stance] ?? 0)));
      yield;
    }
    return scores;
  }

  function* clausesIn(text: string): Steps<Clause[]> {
    yield* inside.slips.gather();
    const clauses = clausesOf(text, index.language);
    for (const clause of clauses) {
      clause.words = inside.slips.mend(clause.words, text);
      yield;
    }
    return clauses;
  }

  /** Half a clause a step at most. */
  return function* (input: RecogniseInput): Steps<Suggestion[]> {
    const { text, limit = defaultLimit, floor = ours.floor, of = 'knowHow' } = input;
    const isPlain = floor <= 0;
    const parted = isPlain ? sentencesOf(text) : yield* clausesIn(text);
    const clauses = isPlain ? parted : parted.filter(({ stance }) => stances[of].includes(stance));
    const best = new Map<string, Suggestion>();
    let most = 0;
    const notTheirs = of === 'knowHow' && !isPlain ? yield* refused(parted, input) : new Map<number, number>();
    for (const queryOf of yield* queriesOf(clauses, input)) {
      const one = queryOf();
      yield;
      const asFound = scorer.score(one.query, isPlain ? Math.max(mostPerClause, limit) : mostPerClause, floor);
      const isLess = of === 'knowHow' && one.clause.isOfOther;
      const found = isLess ? asFound.map((candidate) => lessen(candidate, otherShare)) : asFound;
      const least = isPlain ? 0 : (found[0]?.score ?? 0) * nearBest;
      for (const candidate of found) {
        if (candidate.score < least || candidate.score <= (notTheirs.get(candidate.skill) ?? 0)) continue;
        for (const suggestion of suggest(one, candidate)) {
          most = Math.max(most, (1 - idleTelling * one.idle) * suggestion.score);
          // Two concepts may bear one name in our language: a person is shown it once.
          const key = isPlain ? suggestion.uri : suggestion.label;
          const known = best.get(key);
          if (!known || byScore(suggestion, known) < 0) best.set(key, suggestion);
        }
      }
      yield;
    }
    const sorted = [...best.values()].sort(byScore);
    const isTelling = of !== 'knowHow' || input.floor !== undefined || most >= ours.telling;
    if (!isTelling) return [];
    const shown = sorted.filter(({ score }, at) => isPlain || at < easilyRead || score >= ours.telling);
    return shown.slice(0, Math.max(0, limit));
  };
};

const aboutByUri = ({ about, skills }: Prepared): Recogniser['about'] => {
  const numbers = new Map(skills.map(({ uri }, number) => [uri, number]));
  return (uri, language) => about[language][numbers.get(uri) ?? -1] ?? [];
};

const workByUri = ({ works, skills }: Prepared): Recogniser['work'] => {
  const numbers = new Map(works.uris.map((uri, number) => [uri, number]));
  const { offsets, values, weights } = works.skills;
  return (uri) => {
    const work = numbers.get(uri);
    const labels = work === undefined ? undefined : works.labels[work];
    if (work === undefined || !labels) return undefined;
    const places = Array.from(values.subarray(offsets[work], offsets[work + 1]), (_, at) => (offsets[work] ?? 0) + at);
    places.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    return { labels, skills: places.flatMap((at) => skills[values[at] ?? -1]?.uri ?? []) };
  };
};

/** A recogniser over what has been prepared of the vocabulary of a version. Without vectors or a lexicon their parts say nothing. Pure and deterministic. */
export const recogniserOver = (version: string, prepared: Prepared, aids: Aids = {}): Recogniser => {
  const { vectors, lexicon = { activities: [], sayings: [] } } = aids;
  const { skills } = prepared;
  const told = toldSkills(lexicon, skills);
  const nearness = prepared.skillVectors && nearnessOver(prepared.skillVectors);
  const each = <Value>(make: (language: Language) => Value) =>
    new Map(languages.map((one) => [one, make(one)] as const));
  const { works, skillVectors } = prepared;
  const { meanings } = prepared.sayings;
  const sayings = { prepared: prepared.sayings, nearness: meanings && nearnessOver(meanings) };
  const recognisers = each((language) => {
    const meaning = vectors && meaningIn(vectors, language);
    const findHints = hintFinder({ works, lexicon, told, meaning, sayings }, language);
    const index = prepared[language];
    const words = wordListsOf(index);
    const termsOf = termFinder(words);
    const slips = slipMender(words, lexicon);
    return recogniseIn({ index, skills, works, skillVectors, meaning, nearness, findHints, termsOf, slips });
  });
  const searches = each((language) => nameSearch(prepared.names[language], skills, language));
  const nothing = function* (): Steps<Suggestion[]> {
    yield undefined;
    return [];
  };
  const steps = (input: RecogniseInput) => (recognisers.get(input.language) ?? nothing)(input);
  return {
    version,
    ...(vectors && aids.vectorsVersion ? { vectorsVersion: aids.vectorsVersion } : {}),
    recognise: (input) => atOnce(steps(input)),
    recogniseInTurns: (input) => inTurns(steps(input)),
    work: workByUri(prepared),
    about: aboutByUri(prepared),
    search: (query, language, limit = 20) => searches.get(language)?.(query, limit) ?? [],
  };
};

/** A recogniser over a vocabulary, which it prepares first. */
export const createRecogniser = (vocabulary: Vocabulary, aids: Aids = {}): Recogniser =>
  recogniserOver(vocabulary.version, prepare(vocabulary, aids.vectors, aids.lexicon?.sayings), aids);
