import { expect, test } from 'vitest';
import { readPartDay, writePartDay, yearsOf } from './part-day.ts';
import { partDay } from './portable.ts';

test.each([
  ['2019', '2019', false],
  [' 2019 ', '2019', false],
  ['5/2019', '2019-05', false],
  ['05.2019', '2019-05', false],
  ['2019-5', '2019-05', false],
  ['May 2019', '2019-05', false],
  ['12.5.2019', '2019-05-12', false],
  ['12. 5. 2019', '2019-05-12', false],
  ['2 Dec 2019', '2019-12-02', false],
  ['2019-05-12', '2019-05-12', false],
  ['noin 2019', '2019', true],
  ['n. 5/2019', '2019-05', true],
  ['ca 2019', '2019', true],
  ['about May 2019', '2019-05', true],
])('"%s" is %s, about: %s', (written, on, about) => {
  expect(readPartDay(written)).toEqual({ on, about });
  expect(partDay.safeParse(readPartDay(written)).success).toBe(true);
});

test.each([
  'joskus',
  'förra våren',
  '1.13.2019',
  '19',
  '1815',
  '13/2019',
  '31.2.2019',
  '2019/5',
  '1.2.3.2019',
  '99999',
])('"%s" is no day, and is kept as it was written', (written) => {
  const read = readPartDay(written);
  // One fault, told once.
  expect(partDay.safeParse(read).error?.issues).toHaveLength(1);
});

test('nothing is nothing, and a tick says "about" too', () => {
  expect(readPartDay('  ')).toBeNull();
  expect(readPartDay('2019', true)).toEqual({ on: '2019', about: true });
});

test.each(['2019', '5/2019', '12.5.2019'])('%s is written as it was read', (written) => {
  expect(writePartDay(readPartDay(written))).toBe(written);
});

test('a line of life: whole years, months where they are known, to this day where it goes on', () => {
  const day = (on: string) => ({ on, about: false });
  const years = (from: string | null, to: string | null, isOngoing = false) =>
    yearsOf({ from: from ? day(from) : null, to: to ? day(to) : null, isOngoing }, '2026-03-02');
  expect(years('2012', '2019')).toEqual({ begin: 2012, end: 2020 });
  expect(years('2012-07', '2012-12')).toEqual({ begin: 2012.5, end: 2013 });
  expect(years('2020', null, true)).toEqual({ begin: 2020, end: 2026.25 });
  expect(years('2020', null)).toEqual({ begin: 2020, end: 2021 });
  expect(years(null, '2020')).toEqual({ begin: 2020, end: 2021 });
  expect(years(null, null)).toBeNull();
});
