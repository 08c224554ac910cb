import { addDays, dayFault, dayIn, readDay } from '../../../kernel/clock.ts';
import { instantOf, isTime, readTime } from '../../../kernel/local-time.ts';
import { badField } from '../../../kernel/problem.ts';
import type { Form, Page } from '../../../web/page.ts';

const zoneOf = ({ city }: Page): string => city?.timeZone ?? 'Europe/Helsinki';

/** A day and a time of it, written apart, as an instant. Throws badInput for what is none. */
export const instantIn = (page: Page, form: Form): string => {
  const day = readDay(form.text('day'));
  const clock = readTime(form.text('clock'));
  const fault = dayFault(day);
  if (fault) throw badField('day', fault);
  const today = dayIn(zoneOf(page), page.app.clock());
  if (day < today || day > addDays(today, 366)) throw badField('day', 'appointments.time.ahead');
  if (!isTime(clock)) throw badField('clock', 'appointments.clock');
  return instantOf(zoneOf(page), day, clock).toISOString();
};

/** A whole number as written; NaN, which no schema takes, for anything else. */
export const numberIn = (form: Form, name: string): number =>
  /^\d{1,4}$/.test(form.text(name).trim()) ? Number(form.text(name)) : Number.NaN;
