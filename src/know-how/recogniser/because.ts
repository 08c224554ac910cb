import { gramsOf } from './grams.ts';
import type { LanguageIndex } from './language-index.ts';
import type { Meaning } from './meaning.ts';
import type { Candidate, ClauseQuery } from './score-clause.ts';
import type { SkillVectors } from './skill-vectors.ts';
import type { Span } from './types.ts';
import type { Word } from './words.ts';

const telling = 0.2;

const describes = ({ everything: { offsets, values } }: LanguageIndex, term: number, skill: number): boolean => {
  let low = offsets[term] ?? 0;
  let high = (offsets[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = values[middle] ?? 0;
    if (value === skill) return true;
    if (value < skill) low = middle + 1;
    else high = middle - 1;
  }
  return false;
};

const sharedGrams = (word: Word, label: ReadonlySet<number>): number => {
  const grams: number[] = [];
  gramsOf(word.folded, grams);
  return grams.filter((gram) => label.has(gram)).length / grams.length;
};

const likeLabel = (words: Word[], label: Word[]): number[] => {
  const grams: number[] = [];
  for (const { folded } of label) gramsOf(folded, grams);
  const labelGrams = new Set(grams);
  return words.flatMap((word, at) => (sharedGrams(word, labelGrams) >= 0.4 ? [at] : []));
};

/** Spans of words, in order; neighbours with nothing but a space between them become one. */
const merge = (words: Word[], numbers: number[]): Span[] => {
  const spans: Span[] = [];
  let before = -2;
  for (const number of numbers) {
    const word = words[number];
    const last = spans.at(-1);
    if (!word) continue;
    if (last && number === before + 1 && word.start - last.end <= 1) last.end = word.end;
    else spans.push({ start: word.start, end: word.end });
    before = number;
  }
  return spans;
};

type Inside = { index: LanguageIndex; meaning: Meaning | undefined; skillVectors: SkillVectors | undefined };

const rising = (places: Iterable<number>): number[] => [...new Set(places)].sort((a, b) => a - b);

/** Words that stand in the skill's best name, and those of activities or work that spoke for it. */
const told = ({ words, hints }: Candidate): number[] => rising([...words, ...hints.flatMap((hint) => hint.words())]);

/**
 * The words of a clause that caused a suggestion: those told in so many words, else those in its description, else those that mean something
 * near, else those alike in spelling.
 */
export const becauseOf = (
  { index, meaning, skillVectors }: Inside,
  query: ClauseQuery,
  found: Candidate,
  label: Word[],
): Span[] => {
  const own = told(found);
  if (own.length > 0) return merge(query.words, own);
  const described = query.own.filter(
    ({ term }) => (index.idf[term] ?? 0) >= telling && describes(index, term, found.skill),
  );
  if (described.length > 0) return merge(query.words, rising(described.map(({ word }) => word)));
  const near = meaning && skillVectors ? meaning.towards(query.words, skillVectors, found.skill) : [];
  return merge(query.words, near.length > 0 ? near : likeLabel(query.words, label));
};
