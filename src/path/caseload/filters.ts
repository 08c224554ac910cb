import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../kernel/clock.ts';

export const caseloadFilters = [
  'newToMe',
  'waitsForUs',
  'waitsForCustomer',
  'meetsToday',
  'nothingAgreed',
  'overdue',
  'talkDue',
  'untouched',
  'cannotBeReached',
  'saidYes',
  'restricted',
  'standIn',
] as const;
export type CaseloadFilter = (typeof caseloadFilters)[number];

/** What filters are asked with: the day in the city, the instant, and the city's numbers. */
export type Asking = {
  today: string;
  now: Date;
  newDays: number;
  untouchedDays: number;
  /** Days before its day from which a talk of the law's rhythm is due. */
  talkSoonDays: number;
  /** For which a yes to a business counts as lately said. */
  latelyDays: number;
  /** After so many failures in a row somebody counts as not reached. */
  failuresMost: number;
};

/** The city's numbers that filters are named by. */
export type DeskDays = Pick<Asking, 'newDays' | 'untouchedDays' | 'talkSoonDays' | 'latelyDays'>;

const daysBefore = ({ now }: Asking, days: number) => new Date(now.getTime() - days * 86_400_000);

/**
 * What each filter asks of a customer `m` (find-customers.ts): one row, one condition over facts that are there. Several at once: all of them hold.
 * A part of Tuttu that brings a fact adds its row here and its name to the message files (`path.desk.filter.<name>`).
 */
export const filterRules: Readonly<Record<CaseloadFilter, (asking: Asking) => RawBuilder<boolean>>> = {
  newToMe: ({ today, newDays }) => sql`m.since_on > ${addDays(today, -newDays)}::date`,
  waitsForUs: () => sql`m.waits_for_us > 0`,
  waitsForCustomer: () => sql`m.waits_for_customer > 0`,
  meetsToday: () => sql`m.meets_today`,
  nothingAgreed: () => sql`m.agreed = 0`,
  overdue: ({ today }) => sql`(m.step_due_on < ${today}::date or m.talk_due_on < ${today}::date)`,
  talkDue: ({ today, talkSoonDays }) => sql`m.talk_due_on <= ${addDays(today, talkSoonDays)}::date`,
  untouched: (asking) => sql`coalesce(m.touched_at, m.since_on) < ${daysBefore(asking, asking.untouchedDays)}`,
  cannotBeReached: () => sql`m.cannot_be_reached`,
  saidYes: (asking) => sql`m.yes_at >= ${daysBefore(asking, asking.latelyDays)}`,
  restricted: () => sql`m.is_restricted`,
  standIn: () => sql`m.stand_in_until is not null`,
};

/** SQL: all of the filters hold of `m`. */
export const passes = (filters: readonly CaseloadFilter[], asking: Asking): RawBuilder<boolean> =>
  filters.length === 0
    ? sql`true`
    : sql.join(
        filters.map((filter) => sql`coalesce(${filterRules[filter](asking)}, false)`),
        sql` and `,
      );
