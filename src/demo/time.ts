import { addDays, dayIn } from '../kernel/clock.ts';

/** The demo's times, all counted from the instant it is loaded, so that it is never old. */
export type DemoTime = {
  /** An instant some days ago, in the morning hours of Finland; `minute` spreads those of one day. */
  daysAgo(days: number, minute?: number): Date;
  dayOf(at: Date): string;
  dayAhead(days: number): string;
};

export const demoTime = (now: Date): DemoTime => {
  const dayOf = (at: Date) => dayIn('Europe/Helsinki', at);
  const noon = new Date(now.getTime() - 3_600_000);
  return {
    daysAgo: (days, minute = 0) => new Date(noon.getTime() - days * 86_400_000 - (minute % 180) * 60_000),
    dayOf,
    dayAhead: (days) => addDays(dayOf(now), days),
  };
};
