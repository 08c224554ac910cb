import { expect, test } from 'vitest';
import { instantIn } from './time-in-form.ts';

const read = (day: string, clock: string) =>
  instantIn(
    { city: null, app: { clock: () => new Date('2026-12-01T08:00:00Z') } },
    { text: (name) => (name === 'day' ? day : clock) },
  );

test('a day and a time of it are an instant', () => {
  expect(read('2.12.2026', 'klo 9')).toEqual({ startsAt: '2026-12-02T07:00:00.000Z', faults: [] });
});

test.each([
  ['30.2.2027', '25:99', ['day form.noSuchDay', 'clock appointments.clock']],
  ['', '9', ['day form.dayMissing']],
  ['30.11.2026', '9:70', ['day appointments.time.ahead', 'clock appointments.clock']],
])('of "%s" and "%s" all that is wrong is told at once', (day, clock, told) => {
  const { startsAt, faults } = read(day, clock);
  expect([startsAt, faults.map(({ field, message }) => `${field} ${message}`)]).toEqual([null, told]);
});
