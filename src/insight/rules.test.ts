import { expect, test } from 'vitest';
import { rangeOf } from './rules.ts';

test.each([
  [0, null],
  [4, null],
  [5, { from: 5, to: 9 }],
  [9, { from: 5, to: 9 }],
  [10, { from: 10, to: 19 }],
  [20, { from: 20, to: 49 }],
  [99, { from: 50, to: 99 }],
  [100, { from: 100, to: 199 }],
  [1999, { from: 1000, to: 1999 }],
  [100_000, { from: 100_000, to: 199_999 }],
])('%i is told as %j', (count, range) => {
  expect(rangeOf(count)).toEqual(range);
});

test('every count but the smallest is in exactly the range told', () => {
  for (let count = 5; count < 3000; count += 1) {
    const range = rangeOf(count);
    expect(range !== null && range.from <= count && count <= range.to).toBe(true);
    expect(rangeOf(range?.to ?? 0)).toEqual(range);
    expect(rangeOf((range?.to ?? 0) + 1)?.from).toBe((range?.to ?? 0) + 1);
  }
});
