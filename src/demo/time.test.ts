import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoTime } from './time.ts';

const instant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-01-01T00:00:00Z'),
  noInvalidDate: true,
});

test('at whatever hour the demo is loaded, its past is in the past and in its order', () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 60 }),
      fc.nat(500),
      fc.nat(70),
      fc.nat(70),
      (now, days, minute, one, other) => {
        const time = demoTime(now);
        const at = time.daysAgo(days, minute);
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((hours) => time.hoursAfter(at, hours));
        expect(at < now).toBe(true);
        expect(Number(second) < now.getTime()).toBe(true);
        expect(Number(first)).toBeGreaterThanOrEqual(at.getTime());
        expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('what has come already is at its hour', () => {
  const time = demoTime(new Date('2026-03-02T05:00:00Z'));
  expect(time.hoursAfter(time.daysAgo(2), 5).toISOString()).toBe('2026-02-28T12:00:00.000Z');
});
