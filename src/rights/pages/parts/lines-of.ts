import type { OwnedRow } from '../../read-owned.ts';

export type HeldLine = { key: string; at: string | null; words: string };

const linesShown = 5;
const wordsShown = 200;

/** Fields that hold words of people, in the order they are read; codes and numbers are for the file. */
const readable = [
  ...[
    'name',
    'title',
    'subject',
    'email',
    'letterEmail',
    'area',
    'goal',
    'challenge',
    'business',
    'personName',
    'askedName',
    'voucherName',
  ],
  ...[
    'text',
    'words',
    'word',
    'why',
    'how',
    'message',
    'whatFor',
    'place',
    'whereAt',
    'notWanted',
    'levelWords',
    'cardIntro',
  ],
];

const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return Array.isArray(value) ? value.flatMap(wordsOf) : [];
};

const instantOf = (row: OwnedRow): string | null => {
  // `whereAt` is a place.
  const found = Object.values(row).find((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:/.test(value));
  return typeof found === 'string' ? found : null;
};

const shorten = (text: string): string =>
  text.length > wordsShown ? `${text.slice(0, wordsShown - 1).trimEnd()}…` : text;

/** The latest few rows of a table as a line each: when, and the words in it. Rows without words are in the file only. */
export const linesOf = (rows: readonly OwnedRow[]): HeldLine[] =>
  rows
    .map((row, index) => ({
      key: String(index),
      at: instantOf(row),
      words: shorten(readable.flatMap((name) => wordsOf(row[name])).join(' · ')),
    }))
    .filter(({ words }) => words !== '')
    .slice(0, linesShown);
