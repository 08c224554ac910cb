import type { Language } from '../../kernel/languages.ts';
import { genderWords, swedishNeedsOwner, swedishOwners } from './gender-words.ts';

export type Swapped = { text: string; words: { from: string; to: string }[] };

type Place = { word: string; before: string; after: string };

const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu;

/** English "her" is both "his" and "him": a word of a thing follows the first. */
const afterObject = new Set([
  ...[
    'and',
    'or',
    'but',
    'to',
    'with',
    'at',
    'in',
    'on',
    'for',
    'from',
    'when',
    'while',
    'until',
    'as',
    'so',
    'if',
    'because',
    'then',
  ],
  ...['every', 'each', 'the', 'a', 'an', 'out', 'up', 'down', 'into', 'how', 'what', 'where', 'all', 'about', 'by', ''],
]);
/** "his" is "her" before a thing, else "hers"; "him" is always "her". */
const englishPronoun = ({ word, after }: Place): string | undefined => {
  if (word === 'him') return 'her';
  if (word === 'his') return afterObject.has(after) ? 'hers' : 'her';
  if (word === 'her') return afterObject.has(after) ? 'him' : 'his';
  return undefined;
};

const isMeant = ({ word, before }: Place): boolean => !swedishNeedsOwner.has(word) || swedishOwners.has(before);

const counterpartOf = (place: Place, language: Language): string | undefined => {
  const plain = genderWords[language].get(place.word);
  if (language === 'en') return englishPronoun(place) ?? plain;
  if (language !== 'sv') return plain;
  if (!isMeant(place)) return undefined;
  return place.word === 'man' && swedishOwners.has(place.before) && place.before !== 'en' ? 'fru' : plain;
};

const inCaseOf = (original: string, word: string): string =>
  /^\p{Lu}/u.test(original) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const isBroken = (between: string): boolean => /[.,;:!?\n]/.test(between);

/** The text with every gendered word of the language turned into its counterpart, in the same form; and which words they were. */
export const swapWords = (text: string, language: Language): Swapped => {
  const places = [...text.matchAll(wordPattern)].map((match) => ({ at: match.index, original: match[0] }));
  const words: Swapped['words'] = [];
  let swapped = '';
  let end = 0;
  /** A word beside another, in lower case; none where a sign of the sentence stands between. */
  const beside = (at: number, other: number): string => {
    const [one, two] = [places[Math.min(at, other)], places[Math.max(at, other)]];
    if (!one || !two || isBroken(text.slice(one.at + one.original.length, two.at))) return '';
    return (places[other]?.original ?? '').toLowerCase();
  };
  for (const [index, { at, original }] of places.entries()) {
    const word = original.toLowerCase().replace('’', "'");
    const place = { word, before: beside(index, index - 1), after: beside(index, index + 1) };
    const to = counterpartOf(place, language);
    if (to === undefined) continue;
    const written = inCaseOf(original, to);
    words.push({ from: original, to: written });
    swapped += text.slice(end, at) + written;
    end = at + original.length;
  }
  return { text: swapped + text.slice(end), words };
};
