import { expect, test } from 'vitest';
import { periodIn } from './reader/dates.ts';
import { writtenPeriod } from './written-period.ts';

const day = (on: string, about = false) => ({ on, about });

test.each([
  [{ from: day('2015'), to: day('2018'), isOngoing: false }, '2015–2018'],
  [{ from: day('2015-05'), to: day('2018-12'), isOngoing: false }, '5/2015–12/2018'],
  [{ from: day('2015-05-01'), to: day('2018-12-31'), isOngoing: false }, '1.5.2015–31.12.2018'],
  [{ from: day('2015-05'), to: null, isOngoing: true }, '5/2015–'],
  [{ from: day('2019-09', true), to: null, isOngoing: true }, 'noin 9/2019–'],
  [{ from: null, to: day('2019'), isOngoing: false }, '2019'],
])('%j is written so that it is read as the same', (time, text) => {
  expect(writtenPeriod(time)).toBe(text);
  expect(periodIn(text)).toMatchObject(time);
});
