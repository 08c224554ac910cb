import { expect, test } from 'vitest';
import { instantOf, isTime, readTime, timeIn } from './local-time.ts';

const here = 'Europe/Helsinki';
const at = (day: string, time: string) => instantOf(here, day, time).toISOString();

test.each([
  ['2026-01-15', '09:00', '2026-01-15T07:00:00.000Z'],
  ['2026-07-15', '09:00', '2026-07-15T06:00:00.000Z'],
  // Clocks go forward from 03:00 to 04:00 on 29.3.2026.
  ['2026-03-29', '02:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', '03:30', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', '03:59', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', '04:00', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', '23:30', '2026-03-29T20:30:00.000Z'],
  // And back from 04:00 to 03:00 on 25.10.2026.
  ['2026-10-25', '02:30', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T00:00:00.000Z'],
  ['2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '04:00', '2026-10-25T02:00:00.000Z'],
  ['2026-10-25', '00:00', '2026-10-24T21:00:00.000Z'],
])('%s %s in Finland is %s', (day, time, instant) => {
  expect(at(day, time)).toBe(instant);
});

test('what a clock shows at an instant', () => {
  expect(timeIn(here, new Date('2026-10-25T00:30:00Z'))).toBe('03:30');
  expect(timeIn(here, new Date('2026-10-25T01:30:00Z'))).toBe('03:30');
  expect(timeIn(here, new Date('2026-01-01T22:00:00Z'))).toBe('00:00');
});

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['klo 14', '14:00'],
  ['kl. 14:05', '14:05'],
  [' 08:15 ', '08:15'],
])('"%s" is the time %s', (text, time) => {
  expect(readTime(text)).toBe(time);
  expect(isTime(readTime(text))).toBe(true);
});

test.each(['', '25', '9.70', 'noon', '9.3'])('"%s" is no time', (text) => {
  expect(isTime(readTime(text))).toBe(false);
});
