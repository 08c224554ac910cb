import { addDays } from '../../kernel/clock.ts';
import { instantOf } from '../../kernel/local-time.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import type { Way } from './tables.ts';

/** One rule of a professional's week. Times are local, HH:MM; `untilOn` is the last day it holds. */
export type Opening = {
  id: string;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
  slotMinutes: number;
  ways: Way[];
  address: string;
  videoLink: string;
  fromOn: string;
  untilOn: string | null;
};

/** From an instant to another, the last not included. */
export type Span = { from: Date; until: Date };

export type FreeTime = {
  startsAt: Date;
  endsAt: Date;
  ways: Way[];
  address: string;
  videoLink: string;
};

export type Asked = {
  openings: readonly Opening[];
  /** Times already given to somebody. */
  taken: readonly Span[];
  absences: readonly Span[];
  timeZone: string;
  /** No time begins before it. */
  earliest: Date;
  /** First and last day looked at, YYYY-MM-DD. */
  fromDay: string;
  toDay: string;
  /** Between two people. */
  bufferMinutes: number;
};

const minute = 60_000;

export const meet = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** Offices are closed on holidays that fall on a weekday; who opens on a Saturday means it. */
const isHoliday = (day: string): boolean => weekdayOf(day) <= 5 && !isWorkingDay(day);

const holdsOn = (opening: Opening, day: string): boolean =>
  opening.weekday === weekdayOf(day) && opening.fromOn <= day && (opening.untilOn === null || day <= opening.untilOn);

const daysBetween = (fromDay: string, toDay: string): string[] => {
  const days: string[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) days.push(day);
  return days;
};

/** The times of one rule on one day, each of full length by the clock on the wall and by the one that never changes. */
const slotsOf = (opening: Opening, day: string, { timeZone, bufferMinutes }: Asked): FreeTime[] => {
  const { ways, address, videoLink, slotMinutes } = opening;
  const end = instantOf(timeZone, day, opening.toTime).getTime();
  const slots: FreeTime[] = [];
  let start = instantOf(timeZone, day, opening.fromTime).getTime();
  while (start + slotMinutes * minute <= end) {
    const endsAt = new Date(start + slotMinutes * minute);
    slots.push({ startsAt: new Date(start), endsAt, ways, address, videoLink });
    start += (slotMinutes + bufferMinutes) * minute;
  }
  return slots;
};

const widened = ({ from, until }: Span, minutes: number): Span => ({
  from: new Date(from.getTime() - minutes * minute),
  until: new Date(until.getTime() + minutes * minute),
});

/** The times at which a professional can be met, the earliest first: what the rules of their week say, without what is taken and absences. */
export const freeTimes = (asked: Asked): FreeTime[] => {
  const closed = [...asked.taken.map((span) => widened(span, asked.bufferMinutes)), ...asked.absences];
  const isFree = ({ startsAt, endsAt }: FreeTime): boolean =>
    startsAt >= asked.earliest && !closed.some((span) => meet(span, { from: startsAt, until: endsAt }));
  const found = new Map<number, FreeTime>();
  for (const day of daysBetween(asked.fromDay, asked.toDay).filter((one) => !isHoliday(one)))
    for (const opening of asked.openings.filter((one) => holdsOn(one, day)))
      for (const slot of slotsOf(opening, day, asked).filter(isFree)) {
        const at = slot.startsAt.getTime();
        if (!found.has(at)) found.set(at, slot);
      }
  return [...found.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
};

/** Of free times, those nearest to a wished one, the earliest first. */
export const nearestTo = (wished: Date, times: readonly FreeTime[], count = 5): FreeTime[] => {
  const far = ({ startsAt }: FreeTime) => Math.abs(startsAt.getTime() - wished.getTime());
  const nearest = [...times].sort((a, b) => far(a) - far(b)).slice(0, count);
  return nearest.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
};
