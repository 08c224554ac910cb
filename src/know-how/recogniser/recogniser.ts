import { type Language, languages } from '../../kernel/languages.ts';
import { labelIn, type Skill, type Vocabulary } from '../vocabulary/types.ts';
import { becauseOf } from './because.ts';
import { buildIndex } from './build-index.ts';
import { type Clause, clausesOf, type Stance } from './clauses.ts';
import type { LanguageIndex } from './language-index.ts';
import { termFinder } from './query.ts';
import { type ClauseQuery, type ClauseTerm, clauseScorer } from './score-clause.ts';
import { nameSearch } from './search.ts';
import type { RecogniseInput, Recogniser, Suggestion } from './types.ts';
import { wordsOf } from './words.ts';

export type PreparedIndexes = Record<Language, LanguageIndex>;

/** Suggestions under this are more often wrong than right in our development set. */
export const defaultFloor = 0.3;
/** The clauses that are looked at, by what they say of their writer. */
const stances: Record<NonNullable<RecogniseInput['of']>, readonly Stance[]> = {
  knowHow: ['can'],
  wish: ['wish'],
  need: ['can', 'cannot', 'wish'],
};
const defaultLimit = 20;
const mostPerClause = 5;
/** A clause's suggestion must come this near to its best one. */
const nearBest = 0.5;

/** Builds the indexes of all three languages; about two seconds for the whole of ESCO. */
export const prepareIndexes = (vocabulary: Vocabulary): PreparedIndexes => ({
  fi: buildIndex(vocabulary.skills, 'fi'),
  sv: buildIndex(vocabulary.skills, 'sv'),
  en: buildIndex(vocabulary.skills, 'en'),
});

const byScore = (a: Suggestion, b: Suggestion): number =>
  b.score - a.score || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);

const recogniseIn = (index: LanguageIndex, skills: Skill[]) => {
  const termsOf = termFinder(index);
  const score = clauseScorer(index);
  const labelOf = (skill: number): string => {
    const found = skills[skill];
    return found ? labelIn(found.labels, index.language) : '';
  };
  const queriesOf = (clauses: Clause[]): ClauseQuery[] => {
    const own = clauses.map(({ words }) =>
      words.flatMap((word, at): ClauseTerm[] => termsOf(word.folded).map((term) => ({ term, word: at }))),
    );
    const isNear = (one: number, other: number) =>
      one !== other && Math.abs(one - other) <= 3 && clauses[one]?.sentence === clauses[other]?.sentence;
    return clauses.map(({ words }, at) => ({
      words,
      own: own[at] ?? [],
      nearby: own.flatMap((terms, other) => (isNear(at, other) ? terms.map(({ term }) => ({ term, word: -1 })) : [])),
    }));
  };
  const suggestFor = (query: ClauseQuery, count: number, floor: number): Suggestion[] => {
    const found = score(query, count, floor);
    const clause = { start: query.words[0]?.start ?? 0, end: query.words.at(-1)?.end ?? 0 };
    const least = floor > 0 ? (found[0]?.score ?? 0) * nearBest : 0;
    return found.flatMap((candidate) => {
      if (candidate.score < least) return [];
      const label = labelOf(candidate.skill);
      const because = becauseOf(index, query, candidate, wordsOf(label));
      if (because.length === 0) return [];
      const { parts } = candidate;
      return [{ uri: skills[candidate.skill]?.uri ?? '', label, score: candidate.score, because, clause, parts }];
    });
  };
  return ({ text, limit = defaultLimit, floor = defaultFloor, of = 'knowHow' }: RecogniseInput): Suggestion[] => {
    const clauses = clausesOf(text, index.language).filter(({ stance }) => stances[of].includes(stance));
    const perClause = floor > 0 ? mostPerClause : Math.max(mostPerClause, limit);
    const best = new Map<string, Suggestion>();
    for (const query of queriesOf(clauses))
      for (const suggestion of suggestFor(query, perClause, floor)) {
        // Two concepts may bear one name in our language: a person is shown it once.
        const known = best.get(suggestion.label);
        if (!known || byScore(suggestion, known) < 0) best.set(suggestion.label, suggestion);
      }
    return [...best.values()].sort(byScore).slice(0, Math.max(0, limit));
  };
};

/**
 * A recogniser over a vocabulary. `prepared` saves building the indexes (see loadRecogniser). Holds some 100 MB for
 * the whole of ESCO; pure and deterministic; one text at a time.
 */
export const createRecogniser = (vocabulary: Vocabulary, prepared?: PreparedIndexes): Recogniser => {
  const indexes = prepared ?? prepareIndexes(vocabulary);
  const each = <Value>(make: (language: Language) => Value) =>
    new Map(languages.map((one) => [one, make(one)] as const));
  const recognisers = each((language) => recogniseIn(indexes[language], vocabulary.skills));
  const searches = each((language) => nameSearch(vocabulary.skills, language));
  return {
    version: vocabulary.version,
    recognise: (input) => recognisers.get(input.language)?.(input) ?? [],
    search: (query, language, limit = 20) => searches.get(language)?.(query, limit) ?? [],
  };
};
