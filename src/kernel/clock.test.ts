import { expect, test } from 'vitest';
import { addDays, addMonths, dayIn, isDay, readDay } from './clock.ts';

test('knows the day in the city, not at Greenwich', () => {
  expect(dayIn('Europe/Helsinki', new Date('2026-11-21T22:30:00Z'))).toBe('2026-11-22');
  expect(dayIn('Europe/Helsinki', new Date('2026-07-01T20:59:59Z'))).toBe('2026-07-01');
});

test('counts days over months, leap days and clock changes', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
});

test.each([
  ['2026-01-15', 3, '2026-04-15'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-03-31', 12, '2027-03-31'],
])('counts months: %s and %s of them make %s', (day, count, expected) => {
  expect(addMonths(day, count)).toBe(expected);
});

test.each([
  ['2026-11-21', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['21.11.2026', false],
])('knows whether %s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ['24.12.2026', '2026-12-24'],
  [' 1. 2. 2027 ', '2027-02-01'],
  ['2026-12-24', '2026-12-24'],
  ['24 Dec 2026', '2026-12-24'],
  ['5 Sept 2026', '2026-09-05'],
  ['1 march 2027', '2027-03-01'],
  ['24/12/2026', '2026-12-24'],
  ['31.2.2027', '2027-02-31'],
  ['24 Foo 2026', '24 Foo 2026'],
  ['24.12.', '24.12.'],
  ['huomenna', 'huomenna'],
])('reads the day "%s" as %s', (written, day) => {
  expect(readDay(written)).toBe(day);
});
