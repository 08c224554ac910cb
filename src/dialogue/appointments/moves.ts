import { type RawBuilder, sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Move, MoveSource } from '../../kernel/move.ts';
import type { Work } from '../../kernel/work.ts';
import { type AppointmentRecord, findAppointments, professionalRoleOf } from './load-appointment.ts';
import { isInCaseload } from './professionals.ts';
import { timeZoneOf } from './time-zone.ts';

type Kinds = { kind: string; isWaiting?: true };

/** What an appointment asks of the customer; null for nothing. */
const customerKind = (one: AppointmentRecord, isToday: boolean): Kinds | null => {
  if (one.isLeft) return { kind: 'appointmentLeft' };
  if (one.isAway) return { kind: 'appointmentAway' };
  if (one.state === 'proposed') return { kind: 'appointmentProposed' };
  return isToday ? { kind: 'appointmentToday' } : null;
};

const professionalKind = (one: AppointmentRecord, isToday: boolean): Kinds | null => {
  if (one.isAway) return { kind: 'appointmentAwayMine' };
  if (one.state === 'proposed') return { kind: 'appointmentWaits', isWaiting: true };
  return isToday ? { kind: 'appointmentTodayMine' } : null;
};

const ten = sql`a.starts_at, a.id limit 10`;

/** The next times that are still to come. */
const coming = (work: Work, mine: RawBuilder<unknown>) =>
  findAppointments(work, sql`${mine} and a.state in ('proposed', 'booked') and a.starts_at > ${work.now}`, ten);

const toMoves = async (
  work: Work,
  records: readonly AppointmentRecord[],
  kindOf: (one: AppointmentRecord, isToday: boolean) => Kinds | null,
): Promise<Move[]> => {
  const timeZone = await timeZoneOf(work);
  return records.flatMap((one) => {
    const day = dayIn(timeZone, one.startsAt);
    const kind = kindOf(one, day === work.today);
    if (!kind) return [];
    const values = { name: one.customerName, with: one.professionalName };
    return [{ ...kind, values, path: `/appointments/${one.id}`, since: one.changedAt, untilOn: day }];
  });
};

type Written = { id: string; name: string; at: Date };

/** What was published and not yet read by the customer. */
const unreadNotes = async ({ tx, cityId, actor }: Work): Promise<Move[]> => {
  const { rows } = await sql<Written>`
    select distinct on (a.id) a.id, v.author_name as name, v.at
    from appointment a
    join appointment_note_version v on v.city_id = a.city_id and v.appointment_id = a.id
    where a.city_id = ${cityId} and a.customer_id = ${actor.customerId} and v.answered_at is null
      and not exists (select from appointment_note_version n where n.city_id = v.city_id and n.appointment_id = v.appointment_id and n.version > v.version)
    order by a.id, v.version desc limit 10`.execute(tx);
  return rows.map(({ id, name, at }) => ({
    kind: 'appointmentNote',
    values: { with: name },
    path: `/appointments/${id}`,
    since: at,
    untilOn: null,
  }));
};

const customerMoves = async (work: Work): Promise<Move[]> => {
  const mine = sql`a.customer_id = ${work.actor.customerId}`;
  return [...(await toMoves(work, await coming(work, mine), customerKind)), ...(await unreadNotes(work))];
};

const professionalMoves = async (work: Work): Promise<Move[]> => {
  const { actor, now } = work;
  const mine = sql`a.professional_id = ${actor.personId} and ${isInCaseload(actor.personId, professionalRoleOf(actor.role))}`;
  const ahead = await coming(work, mine);
  const over = await findAppointments(work, sql`${mine} and a.state = 'booked' and a.ends_at <= ${now}`, ten);
  const hasOpenNote = sql`a.state in ('booked', 'held') and a.starts_at <= ${now} and exists (
    select from appointment_note n where n.city_id = a.city_id and n.appointment_id = a.id and n.author_id = ${actor.personId}
      and not exists (select from appointment_note_version v where v.city_id = n.city_id and v.appointment_id = n.appointment_id and v.version = n.version))`;
  const drafts = await findAppointments(work, sql`${mine} and ${hasOpenNote}`, ten);
  for (const customerId of new Set([...ahead, ...over, ...drafts].map((one) => one.customerId)))
    access.authorise(work, {
      section: 'appointments',
      action: 'list',
      why: 'what waits',
      relations: ['caseload'],
      customerId,
    });
  const moveOf = (kind: string, one: AppointmentRecord, since: Date): Move => ({
    kind,
    values: { name: one.customerName },
    path: `/appointments/${one.id}`,
    since,
    untilOn: null,
  });
  return [
    ...(await toMoves(work, ahead, professionalKind)),
    ...over.map((one) => moveOf('appointmentOver', one, one.endsAt)),
    ...drafts.map((one) => moveOf('appointmentDraft', one, one.endsAt)),
  ];
};

export const appointmentMovesNow: MoveSource = {
  customer: customerMoves,
  adviser: professionalMoves,
  socialWorker: professionalMoves,
};
