import { expect, test } from 'vitest';
import { wholeDays } from './appointment-words.ts';

test('from midnight to midnight is whole days, also over the night the clocks change', () => {
  expect(wholeDays('2026-12-14T22:00:00Z', '2026-12-15T22:00:00Z')).toEqual({
    first: '2026-12-15',
    last: '2026-12-15',
  });
  expect(wholeDays('2026-10-23T21:00:00Z', '2026-10-25T22:00:00Z')).toEqual({
    first: '2026-10-24',
    last: '2026-10-25',
  });
});

test('what begins or ends within a day is told by the time', () => {
  expect(wholeDays('2026-12-15T07:00:00Z', '2026-12-15T22:00:00Z')).toBeNull();
  expect(wholeDays('2026-12-14T22:00:00Z', '2026-12-15T10:00:00Z')).toBeNull();
});
