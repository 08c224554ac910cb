import { expect, test } from 'vitest';
import { type CalendarEvent, folded, toCalendar } from './ics.ts';

const words = { name: 'Tuttu', summary: 'Tapaaminen, Tuttu', phone: 'Puhelimessa' };
const event: CalendarEvent = {
  id: '0190c1a2-0000-7000-8000-000000000001',
  startsAt: new Date('2026-03-29T07:00:00Z'),
  endsAt: new Date('2026-03-29T07:45:00Z'),
  changedAt: new Date('2026-03-02T07:00:00.123Z'),
  version: 3,
  state: 'booked',
  isOff: false,
  way: 'inPerson',
  place: 'Linnankatu 1; 2. kerros, ovi \\B',
};

test('a calendar to the letter of RFC 5545', () => {
  expect(toCalendar([event], words)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Tuttu//Appointments//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Tuttu',
      'X-WR-CALNAME:Tuttu',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VEVENT',
      'UID:0190c1a2-0000-7000-8000-000000000001@tuttu',
      'DTSTAMP:20260302T070000Z',
      'LAST-MODIFIED:20260302T070000Z',
      'SEQUENCE:2',
      'DTSTART:20260329T070000Z',
      'DTEND:20260329T074500Z',
      'SUMMARY:Tapaaminen\\, Tuttu',
      'LOCATION:Linnankatu 1\\; 2. kerros\\, ovi \\\\B',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('a number to call never leaves for a calendar, and what is not agreed is said so', () => {
  const text = toCalendar([{ ...event, way: 'phone', place: '040 1234567', state: 'proposed' }], words);
  expect(text).not.toContain('040');
  expect(text).toContain('LOCATION:Puhelimessa\r\nSTATUS:TENTATIVE');
  expect(toCalendar([{ ...event, isOff: true }], words)).toContain('STATUS:TENTATIVE');
  for (const isOff of [false, true])
    expect(toCalendar([{ ...event, state: 'cancelled', isOff }], words)).toContain('STATUS:CANCELLED');
});

test('a line break in a place stays within its line', () => {
  const text = toCalendar([{ ...event, place: 'Talo\nBEGIN:VALARM\r\nOvi' }], words);
  expect(text).toContain('LOCATION:Talo\\nBEGIN:VALARM\\nOvi\r\n');
});

test('long lines are folded at 75 octets, no character cut, and unfold to what they were', () => {
  const long = `LOCATION:${'Hämeenkatu 🏠 '.repeat(40)}`;
  const lines = folded(long).split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
  expect(folded(long).replaceAll('\r\n ', '')).toBe(long);
  expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
});
