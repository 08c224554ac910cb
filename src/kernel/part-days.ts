import type { Language } from './languages.ts';
import { locales } from './say.ts';

/** A day known to the year, month or day: 2019, 2019-05 or 2019-05-12. `about`: the person is not sure of it. */
export type PartDay = { on: string; about: boolean };

/** The first or last calendar day of a year, month or day, YYYY-MM-DD. */
export const wholeDay = ({ on }: PartDay, end: 'first' | 'last'): string => {
  const [year = '', month, day] = on.split('-');
  if (month && day) return on;
  const inMonth = month ?? (end === 'first' ? '01' : '12');
  const lastDay = new Date(Date.UTC(Number(year), Number(inMonth), 0)).getUTCDate();
  return `${year}-${inMonth}-${end === 'first' ? '01' : String(lastDay).padStart(2, '0')}`;
};

const formats: Record<number, Intl.DateTimeFormatOptions> = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'numeric' },
  3: { year: 'numeric', month: 'numeric', day: 'numeric' },
};

/** A day as far as it is known, in the reader's language: 2019, 5/2019, 12.5.2019. */
export const sayPartDay = (day: PartDay, language: Language): string => {
  const format = formats[day.on.split('-').length] ?? {};
  return new Intl.DateTimeFormat(locales[language], { ...format, timeZone: 'UTC' }).format(
    new Date(`${wholeDay(day, 'first')}T00:00:00Z`),
  );
};
