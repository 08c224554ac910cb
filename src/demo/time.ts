import { addDays, dayIn } from '../kernel/clock.ts';

/** The demo's times, all counted from the instant it is loaded, so that it is never old. */
export type DemoTime = {
  /** An instant at least a day ago, from nine to noon in Finland's winter; `minute` spreads those of one day. */
  daysAgo(days: number, minute?: number): Date;
  /** So many hours after another instant, which must leave it in the past. */
  hoursAfter(at: Date, hours: number): Date;
  dayOf(at: Date): string;
  dayAhead(days: number): string;
};

export const demoTime = (now: Date): DemoTime => {
  const dayOf = (at: Date) => dayIn('Europe/Helsinki', at);
  const today = dayOf(now);
  const nineOn = (day: string) => new Date(`${day}T07:00:00Z`);
  const inThePast = (at: Date): Date => {
    if (at >= now) throw new Error('The demo has come to the future');
    return at;
  };
  return {
    daysAgo: (days, minute = 0) =>
      inThePast(new Date(nineOn(addDays(today, -days)).getTime() + (minute % 180) * 60_000)),
    hoursAfter: (at, hours) => inThePast(new Date(at.getTime() + hours * 3_600_000)),
    dayOf,
    dayAhead: (days) => addDays(today, days),
  };
};
