import { expect, test } from 'vitest';
import { byTime, endsBeforeItBegins, mayMove, moves, type Standing, standingOf } from './rules.ts';

const day = (on: string) => ({ on, about: false });

test('of every standing, which moves there are', () => {
  const allowed = (standing: Standing) => moves.filter((move) => mayMove(standing, move));
  expect(allowed('shown')).toEqual(['hide', 'remove']);
  expect(allowed('hidden')).toEqual(['show', 'remove']);
  expect(allowed('removed')).toEqual(['bringBack', 'deleteForGood']);
});

test('removed comes before hidden', () => {
  expect(standingOf({ isHidden: false, isRemoved: false })).toBe('shown');
  expect(standingOf({ isHidden: true, isRemoved: false })).toBe('hidden');
  expect(standingOf({ isHidden: true, isRemoved: true })).toBe('removed');
});

test.each([
  ['2019', '2018', true],
  ['2019', '2019', false],
  ['2019-05', '2019', false],
  ['2019-05', '2019-04', true],
  ['2019-05-12', '2019-05', false],
  ['2019-05-12', '2019-05-11', true],
])('from %s to %s ends before it begins: %s', (from, to, isWrong) => {
  expect(endsBeforeItBegins(day(from), day(to))).toBe(isWrong);
  expect(endsBeforeItBegins(null, day(to))).toBe(false);
  expect(endsBeforeItBegins(day(from), null)).toBe(false);
});

test('what goes on comes first, then the latest, and what has no time last', () => {
  const times = [
    { from: null, to: null, isOngoing: false },
    { from: day('2001'), to: day('2010'), isOngoing: false },
    { from: day('2015'), to: null, isOngoing: false },
    { from: day('1990'), to: null, isOngoing: true },
    { from: day('2018'), to: null, isOngoing: true },
    { from: day('2005'), to: day('2010-06'), isOngoing: false },
  ];
  const begins = [...times].sort(byTime).map(({ from }) => from?.on);
  expect(begins).toEqual(['2018', '1990', '2015', '2005', '2001', undefined]);
});
