import { type Language, languages } from '../../kernel/languages.ts';
import { stopWords } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** Fewer words tell no language. */
const fewestWords = 4;
/** From so many words on, a text with hardly a common word of ours (one in so many at most) is in no language of ours. */
const plentyOfWords = 8;
const hardly = 12;
const fewestCommon = 2;
/** A language is clear when so many times more of its own words stand in the text than of any other's. */
const clearly = 3;

const isOwn = (word: string, language: Language): boolean =>
  languages.every((one) => stopWords[one].has(word) === (one === language));

const isMostlyForeignScript = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  return latin.length * 2 < letters.length;
};

/**
 * Which of our languages a text is in, by its common words that only one of them has; 'other' when it is in none of them; undefined when that
 * is not clear.
 */
export const languageOf = (text: string): Language | 'other' | undefined => {
  const words = wordsOf(text).map(({ folded }) => folded);
  if (words.length < fewestWords) return undefined;
  if (isMostlyForeignScript(text)) return 'other';
  const counts = languages
    .map((language) => ({ language, count: words.filter((word) => isOwn(word, language)).length }))
    .sort((a, b) => b.count - a.count);
  const [best, next] = counts;
  const common = words.filter((word) => languages.some((one) => stopWords[one].has(word))).length;
  if (words.length >= plentyOfWords && common * hardly <= words.length) return 'other';
  if (!best) return undefined;
  const isClear = best.count >= fewestCommon && best.count >= clearly * (next?.count ?? 0);
  return isClear ? best.language : undefined;
};

/** The language a text is read in: the chosen one, unless it is clearly in another of ours. */
export const readIn = (text: string, chosen: Language): Language => {
  const found = languageOf(text);
  return found === undefined || found === 'other' ? chosen : found;
};
