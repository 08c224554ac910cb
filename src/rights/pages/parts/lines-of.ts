import type { OwnedRow } from '../../read-owned.ts';

/** `until`: its end, where it is something from when to when. */
export type HeldLine = { key: string; at: string | null; until: string | null; words: string };

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

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:/.test(value);

/** When it was: from its beginning to its end where it has both, else the first instant there is. */
const whenOf = (row: OwnedRow): Pick<HeldLine, 'at' | 'until'> => {
  const { startsAt, endsAt } = row;
  if (isInstant(startsAt) && isInstant(endsAt)) return { at: startsAt, until: endsAt };
  // `whereAt` is a place.
  return { at: Object.values(row).find(isInstant) ?? null, until: null };
};

const shorten = (text: string): string =>
  text.length > wordsShown ? `${text.slice(0, wordsShown - 1).trimEnd()}…` : text;

/** The latest few rows of a table as a line each: when, and the words in it. Rows without words are in the file only. */
export const linesOf = (rows: readonly OwnedRow[]): HeldLine[] =>
  rows
    .map((row, index) => ({
      key: String(index),
      ...whenOf(row),
      words: shorten(readable.flatMap((name) => wordsOf(row[name])).join(' · ')),
    }))
    .filter(({ words }) => words !== '')
    .slice(0, linesShown);
