import { addDays, dayFault, dayIn, readDay } from '../../../kernel/clock.ts';
import { instantOf, isTime, readTime } from '../../../kernel/local-time.ts';
import type { FieldProblem } from '../../../kernel/problem.ts';
import type { Form, Page } from '../../../web/page.ts';

const zoneOf = ({ city }: Pick<Page, 'city'>): string => city?.timeZone ?? 'Europe/Helsinki';

/**
 * A day and a time of it, written apart, as an instant; null with what is wrong with either (`faults`), for the reading of the form to tell with the faults of the
 * other fields.
 */
export const instantIn = (
  page: Pick<Page, 'city'> & { app: Pick<Page['app'], 'clock'> },
  form: Pick<Form, 'text'>,
): { startsAt: string | null; faults: FieldProblem[] } => {
  const day = readDay(form.text('day'));
  const clock = readTime(form.text('clock'));
  const today = dayIn(zoneOf(page), page.app.clock());
  const isAhead = day >= today && day <= addDays(today, 366);
  const fault = dayFault(day) ?? (isAhead ? null : 'appointments.time.ahead');
  const faults = [
    ...(fault ? [{ field: 'day', message: fault }] : []),
    ...(isTime(clock) ? [] : [{ field: 'clock', message: 'appointments.clock' }]),
  ];
  return faults.length > 0
    ? { startsAt: null, faults }
    : { startsAt: instantOf(zoneOf(page), day, clock).toISOString(), faults };
};

/** A whole number as written; NaN, which no schema takes, for anything else. */
export const numberIn = (form: Pick<Form, 'text'>, name: string): number =>
  /^\d{1,4}$/.test(form.text(name).trim()) ? Number(form.text(name)) : Number.NaN;
