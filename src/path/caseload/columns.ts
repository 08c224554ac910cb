import { type RawBuilder, sql } from 'kysely';

/** What the list can show beside the name, in the order it is shown. */
export const caseloadColumns = [
  'area',
  'since',
  'waits',
  'agreed',
  'stepDue',
  'talkDue',
  'meets',
  'touched',
  'note',
  'yes',
  'skills',
] as const;
export type CaseloadColumn = (typeof caseloadColumns)[number];

/** Shown until the adviser chooses others. */
export const usualColumns: readonly CaseloadColumn[] = [
  'area',
  'waits',
  'stepDue',
  'talkDue',
  'meets',
  'touched',
  'note',
];

export const caseloadSorts = ['name', ...caseloadColumns] as const;
export type CaseloadSort = (typeof caseloadSorts)[number];

export const orders = ['asc', 'desc'] as const;
export type Order = (typeof orders)[number];

type Rule = {
  /** The order one expects first. */
  first: Order;
  /** What the list is put in order by: of `m`, never null. */
  key(none: RawBuilder<unknown>): RawBuilder<unknown>;
};

/** Each column and what it is sorted by. Where there is nothing to sort by (`none`), a customer comes last either way. */
export const sortRules: Readonly<Record<CaseloadSort, Rule>> = {
  name: { first: 'asc', key: () => sql`m.name_key` },
  area: { first: 'asc', key: () => sql`name_key(m.area)` },
  since: { first: 'desc', key: () => sql`m.since_on` },
  waits: { first: 'desc', key: () => sql`m.waits_for_us * 1000 + m.waits_for_customer` },
  agreed: { first: 'asc', key: () => sql`m.agreed` },
  stepDue: { first: 'asc', key: (none) => sql`coalesce(m.step_due_on, ${none}::date)` },
  talkDue: { first: 'asc', key: (none) => sql`coalesce(m.talk_due_on, ${none}::date)` },
  meets: { first: 'asc', key: (none) => sql`coalesce(m.meets_at, ${none}::timestamptz)` },
  touched: { first: 'asc', key: () => sql`coalesce(m.touched_at, m.since_on)` },
  note: { first: 'desc', key: (none) => sql`coalesce(m.noted_at, ${none}::timestamptz)` },
  yes: { first: 'desc', key: (none) => sql`coalesce(m.yes_at, ${none}::timestamptz)` },
  skills: { first: 'desc', key: () => sql`coalesce(m.kept_skills, -1)` },
};

export const noneLast = (order: Order): RawBuilder<unknown> => (order === 'asc' ? sql`'infinity'` : sql`'-infinity'`);
