import type { TermName } from './terms.ts';

/** What a term's number counts; a term's name says it. */
export const termUnits = ['workingDays', 'days', 'months', 'hours', 'minutes', 'hour', 'times'] as const;
export type TermUnit = (typeof termUnits)[number];

const inWorkingDays: readonly TermName[] = ['askPersonDays', 'replyPromiseDays', 'handOverDays'];

const byName: readonly (readonly [RegExp, TermUnit])[] = [
  [/Days(Most)?$/, 'days'],
  [/Months$/, 'months'],
  [/Hours$/, 'hours'],
  [/Hour$/, 'hour'],
  [/Minutes$/, 'minutes'],
];

/** Days, working days and the like; `hour` is one of the clock. */
export const unitOf = (name: TermName): TermUnit =>
  inWorkingDays.includes(name) ? 'workingDays' : (byName.find(([ends]) => ends.test(name))?.[1] ?? 'times');

/** What terms are about, in the order of a page. */
export const termAreas = ['answers', 'appointments', 'path', 'reach', 'vouching', 'keeping'] as const;
export type TermArea = (typeof termAreas)[number];

const areas: readonly (readonly [RegExp, TermArea])[] = [
  [/^(reply|askPerson)/, 'answers'],
  [/^appointment/, 'appointments'],
  [/^(notice|phone|match)/, 'reach'],
  [/^vouch/, 'vouching'],
  [/^(keep|suggestion|correction|erasure|files)/, 'keeping'],
];

export const areaOf = (name: TermName): TermArea => areas.find(([begins]) => begins.test(name))?.[1] ?? 'path';
