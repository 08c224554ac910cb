import { languageNames } from '../../kernel/language-names.ts';
import type { Language } from '../../kernel/languages.ts';

/** Spoken here and without a code of two letters: Sorani, Dari, Sami languages, Karelian, Romani and others. */
const ofThreeLetters = ['ckb', 'fil', 'hmn', 'krl', 'prs', 'rom', 'sma', 'smj', 'smn', 'sms', 'tig', 'yue'];

const letters = 'abcdefghijklmnopqrstuvwxyz';
const isCanonical = (code: string): boolean => Intl.getCanonicalLocales(code)[0] === code;
const ofTwoLetters = [...letters].flatMap((one) => [...letters].map((other) => one + other)).filter(isCanonical);

/** Second codes of a language that is listed by another: Twi is called Akan, which is `ak`. */
const otherCodes = ['tw'];

const atHand = ['fi', 'sv', 'en'];

type Named = { code: string; name: string };

/**
 * Codes of ISO 639 that the reader's language has a name for, and `more` with names of our own; the country's own and English first, then by
 * name.
 */
export const knownLanguages = (language: Language, more: readonly Named[] = []): Named[] => {
  const nameOf = languageNames(language);
  const named = [...ofTwoLetters, ...ofThreeLetters].flatMap((code) => {
    const name = nameOf(code);
    return name === undefined || otherCodes.includes(code) ? [] : [{ code, name }];
  });
  const rank = (code: string) => (atHand.includes(code) ? atHand.indexOf(code) : atHand.length);
  return [...named, ...more].sort((a, b) => rank(a.code) - rank(b.code) || a.name.localeCompare(b.name, language));
};
