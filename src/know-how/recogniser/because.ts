import { gramsOf } from './grams.ts';
import type { LanguageIndex } from './language-index.ts';
import type { Candidate, ClauseQuery } from './score-clause.ts';
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

/** The words of a clause that caused a suggestion: those in its best name, else in its description, else alike in spelling. */
export const becauseOf = (index: LanguageIndex, query: ClauseQuery, found: Candidate, label: Word[]): Span[] => {
  if (found.words.length) return merge(query.words, found.words);
  const described = query.own.filter(
    ({ term }) => (index.idf[term] ?? 0) >= telling && describes(index, term, found.skill),
  );
  const words = [...new Set(described.map(({ word }) => word))].sort((a, b) => a - b);
  return merge(query.words, words.length ? words : likeLabel(query.words, label));
};
