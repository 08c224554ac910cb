import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { addDays, isDay } from '../../kernel/clock.ts';
import { instantOf } from '../../kernel/local-time.ts';
import type { Work } from '../../kernel/work.ts';
import { findAppointments, loadAppointment, professionalRoleOf } from './load-appointment.ts';
import { type Notes, notesOf } from './notes.ts';
import { isInCaseload, type Professional, professionalsOf } from './professionals.ts';
import { timeZoneOf } from './time-zone.ts';
import { type AppointmentView, createSeen, seenBy } from './view.ts';

export const readAppointment = async (work: Work, appointmentId: string): Promise<AppointmentView> =>
  seenBy(work, await loadAppointment(work, appointmentId, { action: 'read', why: 'appointment' }));

export type AppointmentWithNotes = AppointmentView & { notes: Notes };

/** All of an appointment, as the actor's side sees it. */
export const readAppointmentWithNotes = async (work: Work, appointmentId: string): Promise<AppointmentWithNotes> => {
  const record = await loadAppointment(work, appointmentId, { action: 'read', why: 'appointment' });
  return { ...(await seenBy(work, record)), notes: await notesOf(work, record) };
};

export type MyAppointments = {
  /** Still to come or going on, or waiting for a word; the earliest first. */
  coming: AppointmentView[];
  /** Over, the latest first; fifty at most. */
  past: AppointmentView[];
  professionals: Professional[];
};

/** The actor's own, a customer: what is to come, what has been, and with whom times can be taken. */
export const readMyAppointments = async (work: Work): Promise<MyAppointments> => {
  const me = await access.self(work, { section: 'appointments', action: 'read', why: 'own appointments' });
  const seen = await createSeen(work);
  const isComing = sql`a.ends_at > ${work.now} and a.state in ('proposed', 'booked')`;
  const coming = await findAppointments(work, sql`a.customer_id = ${me.id} and ${isComing}`);
  const past = await findAppointments(
    work,
    sql`a.customer_id = ${me.id} and not (${isComing})`,
    sql`a.starts_at desc, a.id desc limit 50`,
  );
  const professionals = await professionalsOf(work, me.id);
  return { coming: coming.map(seen), past: past.map(seen), professionals };
};

export const weekInput = z.object({
  /** A day of the week that is asked for, YYYY-MM-DD; this week's where it is left out or is no day. */
  day: z.string().default(''),
});

export type MyWeek = {
  /** Its Monday. */
  monday: string;
  appointments: AppointmentView[];
  /** Times of the week kept for people the professional does not look after any more: only when. */
  others: { startsAt: Date; endsAt: Date }[];
};

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));

/** A professional's week, in the role they act in. Each customer in it gets a row in their use log. */
export const readMyWeek = async (work: Work, { day }: z.output<typeof weekInput>): Promise<MyWeek> => {
  const { actor, today } = work;
  const role = professionalRoleOf(actor.role);
  const timeZone = await timeZoneOf(work);
  const monday = mondayOf(isDay(day) && /^2[0-8]/.test(day) ? day : today);
  const from = instantOf(timeZone, monday, '00:00');
  const until = instantOf(timeZone, addDays(monday, 7), '00:00');
  const inWeek = sql`a.professional_id = ${actor.personId} and a.starts_at >= ${from} and a.starts_at < ${until}`;
  const isMine = isInCaseload(work, role);
  const records = await findAppointments(work, sql`${inWeek} and a.state <> 'cancelled' and ${isMine}`);
  for (const customerId of new Set(records.map((record) => record.customerId)))
    access.authorise(work, {
      section: 'appointments',
      action: 'list',
      why: 'own week',
      relations: ['caseload'],
      customerId,
    });
  const { rows: others } = await sql<{ startsAt: Date; endsAt: Date }>`
    select a.starts_at, a.ends_at from appointment a
    where a.city_id = ${work.cityId} and ${inWeek} and a.state in ('proposed', 'booked') and not (${isMine})
    order by a.starts_at`.execute(work.tx);
  return { monday, appointments: records.map(await createSeen(work)), others };
};
