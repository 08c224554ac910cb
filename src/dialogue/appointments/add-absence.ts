import { sql } from 'kysely';
import { z } from 'zod';
import { across } from '../../kernel/across.ts';
import { addDays } from '../../kernel/clock.ts';
import { dayInput } from '../../kernel/day-input.ts';
import { newId } from '../../kernel/ids.ts';
import { instantOf } from '../../kernel/local-time.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import type { Span } from './free-times.ts';
import { absencesOf } from './load-free.ts';
import { changeMet } from './met-absence.ts';
import { ownHours, timeInput } from './own-hours.ts';
import { timeZoneOf } from './time-zone.ts';

const fields = z.object({
  /** The first day, YYYY-MM-DD. */
  fromOn: dayInput,
  /** The last day; null: the first. */
  untilOn: dayInput.nullable().default(null),
  /** Local time on the first day, HH:MM; null: from its beginning. */
  fromTime: timeInput.nullable().default(null),
  /** Local time on the last day; null: to its end. */
  untilTime: timeInput.nullable().default(null),
});

type Fields = z.output<typeof fields>;

/** It ends after it begins. */
export const absenceInput = fields.superRefine(
  ...across<Fields>([
    {
      ...{ of: ['fromOn', 'untilOn'], field: 'untilOn', message: 'appointments.hours.order' },
      isBroken: ({ fromOn, untilOn }) => untilOn !== null && untilOn < fromOn,
    },
    {
      ...{
        of: ['fromOn', 'untilOn', 'fromTime', 'untilTime'],
        field: 'untilTime',
        message: 'appointments.hours.order',
      },
      isBroken: ({ fromOn, untilOn, fromTime, untilTime }) =>
        (untilOn ?? fromOn) === fromOn && untilTime !== null && untilTime <= (fromTime ?? '00:00'),
    },
  ]),
);

const mostAbsences = 200;

/** From the beginning of the first day, or a time of it, to the end of the last, or a time of it. */
const spanOf = (timeZone: string, { fromOn, untilOn, fromTime, untilTime }: Fields): Span => {
  const lastDay = untilOn ?? fromOn;
  return {
    from: instantOf(timeZone, fromOn, fromTime ?? '00:00'),
    until:
      untilTime === null ? instantOf(timeZone, addDays(lastDay, 1), '00:00') : instantOf(timeZone, lastDay, untilTime),
  };
};

/**
 * Says when the professional cannot be met: what is free then is hidden, what is given to somebody waits to be moved, and its customer is
 * told at once. Returns how many those are. Throws badInput for an absence that is over, or of another age.
 */
export const addAbsence = async (work: Work, input: Fields): Promise<{ id: string; met: number }> => {
  const professionalId = ownHours(work, 'write', 'changed own absences');
  // Days of another age are slips of the pen, and the calendar's arithmetic is not made for them.
  if (input.fromOn < addDays(work.today, -366)) throw badField('fromOn', 'form.check');
  if ((input.untilOn ?? input.fromOn) > addDays(work.today, 3650)) throw badField('untilOn', 'form.dayAhead');
  const span = spanOf(await timeZoneOf(work), input);
  if (span.until <= work.now) throw badField('untilOn', 'form.dayAhead');
  if ((await absencesOf(work, professionalId)).length >= mostAbsences) throw new Problem('notNow');
  const id = newId();
  const { from: fromAt, until: untilAt } = span;
  await changeMet(work, { professionalId, span });
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
