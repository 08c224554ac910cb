import { describe, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

// Days of the Finnish almanac, looked up by hand.
describe('offices are closed', () => {
  test.each([
    ['on New Year', '2027-01-01'],
    ['on Epiphany', '2027-01-06'],
    ['on Good Friday', '2026-04-03'],
    ['on Easter Monday', '2026-04-06'],
    ['on Good Friday of a late Easter', '2038-04-23'],
    ['on May Day', '2026-05-01'],
    ['on Ascension Day', '2026-05-14'],
    ["on Midsummer's eve", '2026-06-19'],
    ["on Midsummer's eve when it is late", '2027-06-25'],
    ['on Christmas Eve', '2026-12-24'],
    ['on a Saturday', '2026-11-28'],
    ['on a Sunday', '2026-12-06'],
  ])('%s', (_name, day) => expect(isWorkingDay(day)).toBe(false));
});

test('and open on the days beside', () => {
  for (const day of ['2026-04-02', '2026-04-07', '2026-05-15', '2026-06-18', '2026-12-07', '2026-12-23'])
    expect([day, isWorkingDay(day)]).toEqual([day, true]);
});

test.each([
  ['2026-11-30', 5, '2026-12-07'],
  ['2026-12-22', 5, '2026-12-31'],
  ['2026-04-01', 2, '2026-04-07'],
  ['2026-11-28', 1, '2026-11-30'],
])('%s and %i working days is %s', (day, count, reached) => expect(addWorkingDays(day, count)).toBe(reached));
