import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { instantOf } from '../../kernel/local-time.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { Span } from './free-times.ts';
import { absencesOf } from './load-free.ts';
import { ownHours, timeInput } from './own-hours.ts';
import { timeZoneOf } from './time-zone.ts';

export const absenceInput = z.object({
  /** First and last day, YYYY-MM-DD. */
  fromOn: dayInput,
  untilOn: dayInput,
  /** Local time on the first day, HH:MM; null: from its beginning. */
  fromTime: timeInput.nullable().default(null),
  /** Local time on the last day; null: to its end. */
  untilTime: timeInput.nullable().default(null),
});

const mostAbsences = 200;

/** From the beginning of the first day, or a time of it, to the end of the last, or a time of it. */
const spanOf = (timeZone: string, { fromOn, untilOn, fromTime, untilTime }: z.output<typeof absenceInput>): Span => ({
  from: instantOf(timeZone, fromOn, fromTime ?? '00:00'),
  until:
    untilTime === null ? instantOf(timeZone, addDays(untilOn, 1), '00:00') : instantOf(timeZone, untilOn, untilTime),
});

/**
 * Says when the professional cannot be met: what is free then is hidden, what is given to somebody waits to be moved, and its customer is
 * told at once. Returns how many those are. Throws badInput for an absence that is over or ends before it begins.
 */
export const addAbsence = async (
  work: Work,
  input: z.output<typeof absenceInput>,
): Promise<{ id: string; met: number }> => {
  const professionalId = ownHours(work, 'write', 'changed own absences');
  // Days of another age are slips of the pen, and the calendar's arithmetic is not made for them.
  if (input.fromOn < addDays(work.today, -366)) throw badField('fromOn', 'form.check');
  if (input.untilOn > addDays(work.today, 3650)) throw badField('untilOn', 'form.dayAhead');
  const span = spanOf(await timeZoneOf(work), input);
  if (span.until <= span.from) throw badField('untilOn', 'appointments.hours.order');
  if (span.until <= work.now) throw badField('untilOn', 'form.dayAhead');
  if ((await absencesOf(work, professionalId)).length >= mostAbsences) throw new Problem('notNow');
  const id = newId();
  const { from: fromAt, until: untilAt } = span;
  await work.tx
    .insertInto('absence')
    .values({ cityId: work.cityId, id, professionalId, fromAt, untilAt, createdAt: work.now })
    .execute();
  const { rows } = await sql<{ id: string }>`
    select id from appointment
    where city_id = ${work.cityId} and professional_id = ${professionalId} and state in ('proposed', 'booked')
      and starts_at < ${untilAt} and ends_at > ${fromAt} and starts_at > ${work.now}`.execute(work.tx);
  for (const { id: appointmentId } of rows) work.emit('appointmentMetAbsence', { appointmentId });
  return { id, met: rows.length };
};
