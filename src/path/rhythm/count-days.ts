import { addDays } from '../../kernel/clock.ts';
import { addWorkingDays, isWorkingDay } from '../../kernel/working-days.ts';
import type { RhythmUnit } from './tables.ts';

/** So many months after a day; where the month is shorter, its last day. Both YYYY-MM-DD. */
export const addMonths = (day: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

export const addUnits = (day: string, count: number, unit: RhythmUnit): string => {
  switch (unit) {
    case 'days':
      return addDays(day, count);
    case 'workingDays':
      return addWorkingDays(day, count);
    case 'weeks':
      return addDays(day, 7 * count);
    case 'months':
      return addMonths(day, count);
  }
};

/** The day itself, or the working day before it: what has to happen by a day when offices are closed happens before. */
export const lastWorkingDayBy = (day: string): string => (isWorkingDay(day) ? day : lastWorkingDayBy(addDays(day, -1)));
