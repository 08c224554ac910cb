import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('makes ids that are UUIDs of version 7 and stand in the order of their time', () => {
  const ids = Array.from({ length: 100 }, (_, index) => newId(1_700_000_000_000 + index));
  expect(ids.every(isId)).toBe(true);
  expect(ids.every((id) => id.charAt(14) === '7')).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});

test.each(['', 'x', '0', '018c0000-0000-7000-c000-000000000000', "' or 1=1"])('does not take %j for an id', (text) => {
  expect(isId(text)).toBe(false);
});

test('ids made within one millisecond stand in the order in which they were made', () => {
  const ids = Array.from({ length: 1000 }, () => newId(1_700_000_000_000));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(1000);
});
