import type { Hours } from '../../kernel/tables.ts';

/**
 * Practical limits as bits, so that most of what does not fit is passed over without asking the database. They let through rather too much than
 * too little: a language that has no bit is left to the database, which is asked in any case.
 */
const hourBits: Record<Hours, number> = { any: 0b111, days: 0b001, evenings: 0b010, weekends: 0b100 };
const anyHours = hourBits.any;

const coded = [
  'fi',
  'sv',
  'en',
  'et',
  'ru',
  'ar',
  'so',
  'ku',
  'fa',
  'uk',
  'sq',
  'vi',
  'zh',
  'th',
  'tr',
  'es',
  'de',
  'fr',
  'pl',
];
const languageBits = new Map(coded.map((code, at) => [code, 1 << (3 + at)]));

const bitsOf = (languages: readonly string[]): number =>
  languages.reduce((bits, code) => bits | (languageBits.get(code) ?? 0), 0);

/** What a person has told of their week and languages; who has not told fits everything. */
export const factsOfPerson = (told: { hours: Hours | null; languages: readonly string[] }): number =>
  hourBits[told.hours ?? 'any'] | bitsOf(told.languages.length === 0 ? coded : told.languages);

/** What a challenge asks of the same. */
export const factsOfChallenge = (asked: { hours: Hours; languages: readonly string[] }): number =>
  hourBits[asked.hours] | bitsOf(asked.languages);

const hoursMeet = (asked: number, told: number): boolean =>
  (asked & anyHours) === anyHours || (asked & told & anyHours) !== 0;

const languagesMeet = (asked: number, told: number): boolean => (asked & ~told) >>> 3 === 0;

/** Whether a person with the facts `told` may fit a challenge with the facts `asked`. */
export const meets = (asked: number, told: number): boolean => hoursMeet(asked, told) && languagesMeet(asked, told);
