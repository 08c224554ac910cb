import { type Language, languages } from '../kernel/languages.ts';
import type { Skill } from './vocabulary/types.ts';

/** Words are compared by so many letters from their beginning, so that their endings do not matter. */
const lettersOfWord = 6;
const shortestWord = 3;

const wordsOf = ({ labels, names }: Skill, language: Language): string[] =>
  [labels[language], labels[language], ...names[language]]
    .flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter(({ length }) => length >= shortestWord)
    .map((word) => `${language} ${word.slice(0, lettersOfWord)}`);

const counted = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

const lengthOf = (weights: ReadonlyMap<string, number>): number =>
  Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));

/**
 * How alike the names of two skills of a vocabulary are, 0..1: the cosine of their words in all languages, labels twice, a word the heavier the fewer
 * skills have it.
 */
export const alikeNames = (skills: readonly Skill[]): ((one: Skill, other: Skill) => number) => {
  const words = new Map(
    skills.map((skill) => [skill.uri, counted(languages.flatMap((language) => wordsOf(skill, language)))]),
  );
  const having = counted([...words.values()].flatMap((counts) => [...counts.keys()]));
  const weigh = ({ uri }: Skill): Map<string, number> =>
    new Map(
      [...(words.get(uri) ?? [])].map(([word, count]) => [
        word,
        (1 + Math.log(count)) * Math.log(skills.length / (having.get(word) ?? 1)),
      ]),
    );
  return (one, other) => {
    const [weights, others] = [weigh(one), weigh(other)];
    let shared = 0;
    for (const [word, weight] of weights) shared += weight * (others.get(word) ?? 0);
    return shared === 0 ? 0 : shared / (lengthOf(weights) * lengthOf(others));
  };
};
