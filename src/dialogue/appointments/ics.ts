import type { AppointmentState, Way } from './tables.ts';

/** What a calendar is told of an appointment: when, and where. No name, no reason, no word of what it is about. */
export type CalendarEvent = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  version: number;
  state: AppointmentState;
  /** Its professional is away then, or looks after the customer no more: it is still to be seen, and another time is needed. */
  isOff: boolean;
  way: Way;
  /** The address, or the address of the video meeting; a telephone number is left out. */
  place: string;
};

/** What the calendar's reader sees, in their language. */
export type CalendarWords = { name: string; summary: string; phone: string };

const lineBreak = '\r\n';
const mostOctets = 75;

/** TEXT of RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

const octets = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Lines of at most 75 octets, no character cut in two; what follows begins with a space (RFC 5545, 3.1). */
export const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (octets(current) + octets(character) > mostOctets) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join(lineBreak);
};

/** An instant in UTC: 20260302T090000Z. No time zone has to be told, and none can be read wrongly. */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const statuses = {
  proposed: 'TENTATIVE',
  booked: 'CONFIRMED',
  held: 'CONFIRMED',
  missed: 'CONFIRMED',
  cancelled: 'CANCELLED',
} as const;

/** What cannot be held as it was agreed is told as not certain; cancelled it is only once one of the two has cancelled it. */
const statusOf = ({ state, isOff }: CalendarEvent): string =>
  state === 'booked' && isOff ? statuses.proposed : statuses[state];

const eventOf = (event: CalendarEvent, { summary, phone }: CalendarWords): string[] => {
  const where = event.way === 'phone' ? phone : event.place;
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@tuttu`,
    `DTSTAMP:${instant(event.changedAt)}`,
    `LAST-MODIFIED:${instant(event.changedAt)}`,
    `SEQUENCE:${event.version - 1}`,
    `DTSTART:${instant(event.startsAt)}`,
    `DTEND:${instant(event.endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(where === '' ? [] : [`LOCATION:${escaped(where)}`]),
    `STATUS:${statusOf(event)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
};

/** A calendar (RFC 5545) of appointments. */
export const toCalendar = (events: readonly CalendarEvent[], words: CalendarWords): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tuttu//Appointments//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(words.name)}`,
    `X-WR-CALNAME:${escaped(words.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => eventOf(event, words)),
    'END:VCALENDAR',
  ]
    .map((line) => folded(line) + lineBreak)
    .join('');
