import { addDays, dayIn } from '../../../kernel/clock.ts';
import { timeIn } from '../../../kernel/local-time.ts';
import { locales } from '../../../kernel/say.ts';
import { useText } from '../../../web/text.tsx';

const home = 'Europe/Helsinki';

/** The calendar day of an instant here, YYYY-MM-DD. */
export const dayHere = (at: Date | string): string => dayIn(home, new Date(at));

/** The first and last day of a span from midnight to midnight here; null for one that begins or ends within a day. */
export const wholeDays = (from: Date | string, until: Date | string): { first: string; last: string } | null => {
  const isMidnight = (at: Date | string) => timeIn(home, new Date(at)) === '00:00';
  if (!isMidnight(from) || !isMidnight(until)) return null;
  return { first: dayHere(from), last: addDays(dayHere(until), -1) };
};

/** A day with its weekday, as a heading says it: Tiistai 3.3.2026. */
export const useDayName = (): ((day: string) => string) => {
  const { language, day } = useText();
  const weekday = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  return (one) => {
    const name = weekday.format(new Date(`${one}T12:00:00Z`));
    return `${name[0]?.toLocaleUpperCase(language) ?? ''}${name.slice(1)} ${day(one)}`;
  };
};

/** From when to when: 3.3.2026 klo 9.00–9.45. */
export const useWhen = (): ((one: { startsAt: Date; endsAt: Date }) => string) => {
  const { time, clock } = useText();
  return ({ startsAt, endsAt }) => `${time(startsAt)}–${clock(endsAt)}`;
};

/** How one meets, and where; a language for an interpreter. */
export const labels = {
  startsAt: 'appointments.field.time',
  phone: 'appointments.field.phone',
  way: 'appointments.field.way',
  interpreter: 'appointments.field.interpreter',
  message: 'appointments.field.message',
  kind: 'appointments.field.kind',
  word: 'appointments.field.word',
  answer: 'appointments.note.answer',
  day: 'appointments.field.day',
  clock: 'appointments.field.clock',
  minutes: 'appointments.field.minutes',
  place: 'appointments.field.place',
  weekday: 'appointments.hours.weekday',
  fromTime: 'appointments.hours.from',
  toTime: 'appointments.hours.to',
  slotMinutes: 'appointments.hours.slot',
  ways: 'appointments.hours.ways',
  address: 'appointments.hours.address',
  videoLink: 'appointments.hours.video',
  fromOn: 'appointments.hours.fromOn',
  untilOn: 'appointments.hours.untilOn',
  untilTime: 'appointments.absences.untilTime',
  text: 'appointments.note.text',
  agreed: 'appointments.note.agreed',
} as const;
