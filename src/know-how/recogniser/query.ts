import { type Compounds, partsOf } from './compounds.ts';
import type { LanguageIndex } from './language-index.ts';
import { stemmers } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** The words and stems of an index as they are looked up; `stems` gives the term's number. */
export type WordLists = Compounds & { stems: ReadonlyMap<string, number> };

export const wordListsOf = ({ language, words, terms }: LanguageIndex): WordLists => ({
  language,
  words: new Set(words),
  stems: new Map(terms.map((term, number) => [term, number])),
  stem: stemmers[language],
});

/** Finds the terms of a text's words as the index has them; unknown ones are left out. Remembers frequent words. */
export const termFinder = (lists: WordLists): ((word: string) => readonly number[]) => {
  const ignored = stopWords[lists.language];
  const remembered = new Map<string, readonly number[]>();
  const find = (word: string): number[] => {
    if (ignored.has(word)) return [];
    return partsOf(word, lists).flatMap((term) => lists.stems.get(term) ?? []);
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
