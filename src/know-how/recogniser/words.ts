/** A word of a text: where it stands (UTF-16) and its folded form, which is what we compare. */
export type Word = { start: number; end: number; folded: string };

const longestWord = 48;
const finnishAndSwedish = /[^a-z0-9åäö'+#]/;
const marks = /\p{M}+/gu;

const foldLetter = (letter: string): string => {
  if (letter === 'ø') return 'ö';
  if (letter === 'æ') return 'ä';
  if (letter === 'ß') return 'ss';
  if (letter === '’' || letter === 'ʼ') return "'";
  return 'åäö'.includes(letter) ? letter : letter.normalize('NFKD').replace(marks, '');
};

/** Lower case, composed, foreign accents dropped (é -> e, š -> s); å, ä and ö are letters of their own and stay. */
export const foldWord = (word: string): string => {
  const lower = word.slice(0, longestWord).normalize('NFC').toLowerCase();
  return finnishAndSwedish.test(lower) ? Array.from(lower, foldLetter).join('') : lower;
};

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*(?:\+\+|#)?/gu;

/** The words of a text. Hyphens and slashes part words; an apostrophe inside one does not. */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const folded = foldWord(match[0]);
    if (folded !== '') words.push({ start: match.index, end: match.index + match[0].length, folded });
  }
  return words;
};
