/** Endings change in Finnish and Swedish: of a long word its beginning is looked for. */
const longWord = 6;
const kept = 0.6;

/**
 * What somebody looks for, as a query of `message_words`: all of their words, each by its beginning, in one city. Null where there is no word in it.
 * A city's id has small letters, digits and hyphens only, a word letters and digits.
 */
export const queryOf = (cityId: string, text: string): string | null => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 6);
  if (words.length === 0) return null;
  const beginning = (word: string) =>
    (word.length >= longWord ? word.slice(0, Math.ceil(word.length * kept)) : word).slice(0, 40);
  return words.map((word) => `'${cityId} ${beginning(word)}':*`).join(' & ');
};
