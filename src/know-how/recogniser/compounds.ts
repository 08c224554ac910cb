import type { Language } from '../../kernel/languages.ts';

export type Compounds = {
  language: Language;
  /** Whole words seen in the vocabulary, folded: what the first part of a compound may be. */
  words: ReadonlySet<string>;
  /** Stems of words seen: what the last part must give. */
  stems: { has(stem: string): boolean };
  stem: (word: string) => string;
};

/** Words that look like compounds of others, and mean neither: "föräldrar" are no elderly people, who is "muistisairas" has no good memory. */
const whole: Record<Language, RegExp> = {
  fi: /^(muistisair|nostoliin|nostovyö|nostovöi|koripallo)/,
  sv: /^(föräld|mittback)/,
  en: /^$/,
};

const shortestFirst = 3;
const shortestLast = 4;
const shortestCompound = 8;

const isFirstPart = (part: string, { language, words }: Compounds): boolean => {
  if (words.has(part)) return true;
  return language === 'sv' && part.length > shortestFirst && part.endsWith('s') && words.has(part.slice(0, -1));
};

/** The last part wins that is longest but leaves a first part of some length: "asiakas|palvelu", not "asia|kaspalvelu". */
const bestSplit = (word: string, compounds: Compounds): number => {
  let best = 0;
  let bestLength = 0;
  for (let at = shortestFirst; at <= word.length - shortestLast; at += 1) {
    const shorter = Math.min(at, word.length - at);
    if (shorter <= bestLength || !isFirstPart(word.slice(0, at), compounds)) continue;
    if (!compounds.stems.has(compounds.stem(word.slice(at)))) continue;
    best = at;
    bestLength = shorter;
  }
  return best;
};

/** Stems of a word's parts: one for a simple word, two or more for a compound. English words are never split. */
export const partsOf = (word: string, compounds: Compounds): string[] => {
  if (compounds.language === 'en' || word.length < shortestCompound) return [compounds.stem(word)];
  const at = whole[compounds.language].test(word) ? 0 : bestSplit(word, compounds);
  if (at === 0) return [compounds.stem(word)];
  const first = word.slice(0, at);
  const bare = compounds.words.has(first) ? first : first.slice(0, -1);
  return [...partsOf(bare, compounds), ...partsOf(word.slice(at), compounds)];
};
