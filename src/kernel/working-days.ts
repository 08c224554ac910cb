import { addDays } from './clock.ts';

/** Easter Sunday of a year, YYYY-MM-DD (the Gregorian computus in Butcher's form). */
const easterOf = (year: number): string => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** 0 Sunday to 6 Saturday. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** The first day on or after another that falls on a weekday. */
const firstOn = (weekday: number, from: string): string => addDays(from, (weekday - weekdayOf(from) + 7) % 7);

/** Days on which offices in Finland are closed besides Sundays and Saturdays: the church's days, Independence Day, May Day, and the two eves. */
const holidaysOf = (year: number): Set<string> => {
  const easter = easterOf(year);
  return new Set([
    `${year}-01-01`,
    `${year}-01-06`,
    addDays(easter, -2),
    addDays(easter, 1),
    `${year}-05-01`,
    addDays(easter, 39),
    // Midsummer's eve: the Friday between the 19th and the 25th of June.
    firstOn(5, `${year}-06-19`),
    `${year}-12-06`,
    `${year}-12-24`,
    `${year}-12-25`,
    `${year}-12-26`,
  ]);
};

const known = new Map<number, Set<string>>();

/** Each year is counted once: rhythms ask for thousands of days. */
const knownHolidays = (year: number): Set<string> => {
  const found = known.get(year) ?? holidaysOf(year);
  known.set(year, found);
  return found;
};

export const isWorkingDay = (day: string): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !knownHolidays(Number(day.slice(0, 4))).has(day);
};

/** The day so many working days after another; the day itself does not count. Both YYYY-MM-DD. */
export const addWorkingDays = (day: string, count: number): string => {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
};
