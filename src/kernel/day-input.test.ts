import { expect, test } from 'vitest';
import { readDay } from './clock.ts';
import { dayInput } from './day-input.ts';

test.each([
  ['', 'form.dayMissing'],
  ['31.2.2027', 'form.noSuchDay'],
  ['32.1.2027', 'form.noSuchDay'],
  ['next week', 'form.day'],
])('says what is wrong with the day "%s": %s', (written, message) => {
  expect(dayInput.safeParse(readDay(written)).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
