/** Time comes as an argument, so that a test can fix it. */
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();

/** The calendar day of an instant in a time zone, as YYYY-MM-DD. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** A day `count` days after another, both as YYYY-MM-DD. */
export const addDays = (day: string, count: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
};

/** The same day so many months later, or the last of a month that has no such day (Act 150/1930), both as YYYY-MM-DD. */
export const addMonths = (day: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0, 12));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

export const isDay = (value: string): boolean =>
  /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && addDays(value, 0) === value;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : months.indexOf(written.slice(0, 3).toLowerCase()) + 1;

/**
 * A day as people write it (24.12.2026, 24/12/2026, 24 Dec 2026, 24 December 2026) as YYYY-MM-DD. Anything else is given back as it is, for a
 * schema to refuse.
 */
export const readDay = (text: string): string => {
  const written = /^(\d{1,2})(?:\.\s*|\/|\s+)(\d{1,2}|[a-z]{3,9})\.?(?:\s*|\/)(\d{4})$/i.exec(text.trim());
  const [, day = '', month = '', year = ''] = written ?? [];
  if (!written || monthOf(month) === 0) return text.trim();
  return `${year}-${String(monthOf(month)).padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** What is wrong with a day as `readDay` gives it back, as a key of the message files; null when it is a day. */
export const dayFault = (text: string) => {
  if (isDay(text)) return null;
  if (text === '') return 'form.dayMissing';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'form.noSuchDay' : 'form.day';
};
