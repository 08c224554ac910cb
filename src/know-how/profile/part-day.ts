import type { PartDay } from './portable.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (number: string | number): string => String(number).padStart(2, '0');

/** 2019; 5/2019, 5.2019, 05-2019, May 2019; 12.5.2019, 12/5/2019, 12 May 2019; and 2019-05, 2019-05-12. */
const asKept = (text: string): string | null => {
  if (/^\d{4}(-\d{1,2}){0,2}$/.test(text)) return text.split('-').map(two).join('-');
  const named = text.replace(/[a-z]{3,9}\.?/i, (word) => {
    const month = months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? word : ` ${month} `;
  });
  const numbers = named.trim().split(/[\s./-]+/);
  if (numbers.length > 3 || numbers.some((one) => !/^\d+$/.test(one)) || numbers.at(-1)?.length !== 4) return null;
  return numbers.reverse().map(two).join('-');
};

const about = /^(noin|n\.?|suunnilleen|circa|cirka|ca\.?|c\.?|omkring|ungefär|about|around|approx\.?)\s+/i;

/**
 * A day as people write it, as far as they know it: "2019", "noin 5/2019", "12.5.2019". Null where nothing is written; what cannot be read is given
 * back as it is, for the schema to refuse.
 */
export const readPartDay = (written: string, isAbout = false): PartDay | null => {
  const text = written.trim();
  if (text === '') return null;
  const plain = text.replace(about, '');
  return { on: asKept(plain) ?? plain, about: isAbout || plain !== text };
};

/** As it is written into a field again: 2019, 5/2019, 12.5.2019. */
export const writePartDay = (day: PartDay | null): string => {
  if (!day) return '';
  const numbers = day.on.split('-').map(Number).reverse();
  return numbers.join(numbers.length === 3 ? '.' : '/');
};

/** The year a time begins and ends in, counted to the part of a year where the month is known; `today` (YYYY-MM-DD) where it goes on. */
export const yearsOf = (
  time: { from: PartDay | null; to: PartDay | null; isOngoing: boolean },
  today: string,
): { begin: number; end: number } | null => {
  const at = (on: string, end: 0 | 1) => {
    const [year = '', month] = on.split('-');
    return Number(year) + (month ? (Number(month) - 1 + end) / 12 : end);
  };
  const last = time.isOngoing ? today : (time.to?.on ?? time.from?.on);
  const first = time.from?.on ?? time.to?.on ?? (time.isOngoing ? today : undefined);
  if (!first || !last) return null;
  return { begin: at(first, 0), end: Math.max(at(last, 1), at(first, 0)) };
};
