import { addDays, dayIn } from '../kernel/clock.ts';

/** The demo's times, all counted from the instant it is loaded, so that it is never old. */
export type DemoTime = {
  /** An instant at least a day ago, from nine to noon in Finland's winter; `minute` spreads those of one day. */
  daysAgo(days: number, minute?: number): Date;
  /** So many hours after another instant. What would not have come yet, just after midnight say, is put into the last minute, in the same order. */
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
  const lastMinute = now.getTime() - 60_000;
  /** Before it an instant is as it is; after it ever nearer to now, which is never reached. */
  const squeezed = (at: number): number =>
    at <= lastMinute ? at : now.getTime() - 60_000 / (1 + (at - lastMinute) / 3_600_000);
  return {
    daysAgo: (days, minute = 0) =>
      inThePast(new Date(nineOn(addDays(today, -days)).getTime() + (minute % 180) * 60_000)),
    hoursAfter: (at, hours) => new Date(squeezed(at.getTime() + hours * 3_600_000)),
    dayOf,
    dayAhead: (days) => addDays(today, days),
  };
};
