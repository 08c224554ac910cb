import type { Language } from '../../kernel/languages.ts';
import { genderWords, swedishNeedsOwner } from '../bias/gender-words.ts';

/** Words whose counterpart means something else too, or that only point at somebody. */
const leftOut: Record<Language, (word: string) => boolean> = {
  fi: (word) => /^(emän|isän[nt])/.test(word) && !/^isän(sä)?$/.test(word),
  sv: (word) => swedishNeedsOwner.has(word) || /^(hon|han|henne|honom|hennes|hans|värd.*)$/.test(word),
  en: (word) => /^(s?he|hers?|his|him)('\w+)?$|self$|^host/.test(word),
};

const neighboursIn = (language: Language): Map<string, Set<string>> => {
  const neighbours = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    const known = neighbours.get(one) ?? new Set();
    neighbours.set(one, known.add(other));
  };
  for (const [one, other] of genderWords[language]) {
    if (one === other || leftOut[language](one) || leftOut[language](other)) continue;
    add(one, other);
    add(other, one);
  }
  return neighbours;
};

/** Every word reached from one over any number of counterparts, without itself. */
const reachedFrom = (word: string, neighbours: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
  const reached = new Set([word]);
  for (const one of reached) for (const other of neighbours.get(one) ?? []) reached.add(other);
  reached.delete(word);
  return [...reached];
};

const groupsIn = (language: Language): ReadonlyMap<string, readonly string[]> => {
  const neighbours = neighboursIn(language);
  return new Map([...neighbours.keys()].map((word) => [word, reachedFrom(word, neighbours)]));
};

const groups: Record<Language, ReadonlyMap<string, readonly string[]>> = {
  fi: groupsIn('fi'),
  sv: groupsIn('sv'),
  en: groupsIn('en'),
};

/**
 * The same words of persons of the other sex, in the same form: whoever cares for a grandfather does what one does who cares for a grandmother.
 * Folded in, folded out; none for most words.
 */
export const sameButSex = (folded: string, language: Language): readonly string[] => groups[language].get(folded) ?? [];
