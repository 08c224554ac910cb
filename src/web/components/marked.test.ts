import { expect, test } from 'vitest';
import { segmentsOf } from './marked.tsx';

const text = 'Hoidin äitiäni ja järjestin kyläjuhlat.';

test.each([
  ['nothing marked', [], [['Hoidin äitiäni ja järjestin kyläjuhlat.', false]]],
  [
    'a word at the start',
    [{ start: 0, end: 6 }],
    [
      ['Hoidin', true],
      [' äitiäni ja järjestin kyläjuhlat.', false],
    ],
  ],
  [
    'ranges that overlap and touch are one mark',
    [
      { start: 7, end: 17 },
      { start: 0, end: 14 },
    ],
    [
      ['Hoidin äitiäni ja', true],
      [' järjestin kyläjuhlat.', false],
    ],
  ],
  [
    'a range past the end stops at the end',
    [{ start: 28, end: 99 }],
    [
      ['Hoidin äitiäni ja järjestin ', false],
      ['kyläjuhlat.', true],
    ],
  ],
])('%s', (_, ranges, expected) => {
  const segments = segmentsOf(text, ranges);
  expect(segments.map((segment) => [segment.text, segment.isMarked])).toEqual(expected);
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
});
