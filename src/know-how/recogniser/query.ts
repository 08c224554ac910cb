import { type Compounds, partsOf } from './compounds.ts';
import type { LanguageIndex } from './language-index.ts';
import { stemmers } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** Finds the terms of a text's words as the index has them; unknown ones are left out. Remembers frequent words. */
export const termFinder = (index: LanguageIndex): ((word: string) => readonly number[]) => {
  const numbers = new Map(index.terms.map((term, number) => [term, number]));
  const stem = stemmers[index.language];
  const compounds: Compounds = {
    language: index.language,
    words: new Set(index.words),
    stems: numbers,
    stem,
  };
  const ignored = stopWords[index.language];
  const remembered = new Map<string, readonly number[]>();
  const find = (word: string): number[] => {
    if (ignored.has(word)) return [];
    return partsOf(word, compounds).flatMap((term) => numbers.get(term) ?? []);
  };
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    if (remembered.size > 50_000) remembered.clear();
    const found = find(word);
    remembered.set(word, found);
    return found;
  };
};
