import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { readTerm } from '../../kernel/terms.ts';

const hour = 3_600_000;

type Near = { id: string; startsAt: Date; which: 'first' | 'last' };

/**
 * Finds the booked times that have come near, writes down that they are reminded of, and sends an event for each. A time agreed within the hours
 * of the first reminder needs none: it has just been talked of. What is moved is reminded of anew.
 */
export const remindOfAppointments = async (
  tx: Tx,
  { cityId, now, today, jobs }: { cityId: string; now: Date; today: string; jobs: Jobs },
): Promise<number> => {
  const termOf = async (name: 'appointmentRemindFirstHours' | 'appointmentRemindLastHours') =>
    (await readTerm(tx, { cityId, name, today })).value * hour;
  const first = await termOf('appointmentRemindFirstHours');
  const last = await termOf('appointmentRemindLastHours');
  const within = (ms: number) => new Date(now.getTime() + ms);
  const { rows } = await sql<Near>`
    insert into appointment_reminder (city_id, appointment_id, which, starts_at, sent_at)
    select a.city_id, a.id, w.which, a.starts_at, ${now}
    from appointment a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    cross join lateral (
      select case when a.starts_at <= ${within(last)} then 'last' else 'first' end as which) w
    where a.city_id = ${cityId} and a.state = 'booked' and a.starts_at > ${now} and a.starts_at <= ${within(Math.max(first, last))}
      and a.booked_at < a.starts_at - make_interval(secs => (case when w.which = 'last' then ${last}::float8 else ${first}::float8 end) / 1000)
    on conflict do nothing
    returning appointment_id as id, starts_at, which`.execute(tx);
  for (const { id: appointmentId, startsAt, which } of rows) {
    const data = { appointmentId, which, startsAt: startsAt.toISOString() };
    await jobs.send(tx, 'event', { cityId, topic: 'appointmentNear', data });
  }
  return rows.length;
};
