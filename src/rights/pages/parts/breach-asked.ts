import { addDays, dayIn, isDay, readDay } from '../../../kernel/clock.ts';
import type { Page } from '../../../web/page.ts';
import type { BreachAsked } from '../../breach/read-breach.ts';

/** What the address asks for: a month up to today where it names no days. */
export const breachAsked = (page: Page): BreachAsked => {
  const today = dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock());
  const dayOf = (name: string): string => {
    const read = readDay((page.query.get(name) ?? '').trim().slice(0, 40));
    return isDay(read) ? read : '';
  };
  const untilOn = dayOf('until') || today;
  return {
    accountId: (page.query.get('account') ?? '').slice(0, 100),
    fromOn: dayOf('from') || addDays(untilOn, -30),
    untilOn,
  };
};
