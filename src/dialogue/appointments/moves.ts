import { type RawBuilder, sql } from 'kysely';
import { access } from '../../kernel/access/access.ts';
import { stoodInFor } from '../../kernel/advisers.ts';
import { addDays, dayIn } from '../../kernel/clock.ts';
import { aPerson, type Move, type MoveSource, mostOfAKind, type Who } from '../../kernel/move.ts';
import { readTerm } from '../../kernel/terms.ts';
import type { Work } from '../../kernel/work.ts';
import { type AppointmentRecord, findAppointments, professionalRoleOf } from './load-appointment.ts';
import { isInCaseload } from './professionals.ts';
import { timeZoneOf } from './time-zone.ts';

/** `isShared`: the same thing is the other side's move or wait. */
type Kinds = { kind: string; isWaiting?: true; isNews?: true; isShared?: true };

/** What an appointment asks of a side; null for nothing. `isNear`: within the days the city calls soon. */
type KindOf = (one: AppointmentRecord, isNear: boolean) => Kinds | null;

const customerKind: KindOf = (one, isNear) => {
  if (one.isLeft) return { kind: 'appointmentLeft' };
  if (one.isAway) return { kind: 'appointmentAway', isShared: true };
  if (one.state === 'proposed') return { kind: 'appointmentProposed', isShared: true };
  return isNear ? { kind: 'appointmentComing', isNews: true } : null;
};

const professionalKind: KindOf = (one, isNear) => {
  if (one.isAway) return { kind: 'appointmentAwayMine', isWaiting: true, isShared: true };
  if (one.state === 'proposed') return { kind: 'appointmentWaits', isWaiting: true, isShared: true };
  return isNear ? { kind: 'appointmentComingMine', isNews: true } : null;
};

const inOrder = sql`a.starts_at, a.id limit ${mostOfAKind}`;

/** The next times that are still to come. */
const coming = (work: Work, mine: RawBuilder<unknown>) =>
  findAppointments(work, sql`${mine} and a.state in ('proposed', 'booked') and a.starts_at > ${work.now}`, inOrder);

const toMoves = async (work: Work, records: readonly AppointmentRecord[], kindOf: KindOf): Promise<Move[]> => {
  if (records.length === 0) return [];
  const { tx, cityId, today } = work;
  const timeZone = await timeZoneOf(work);
  const { value: soonDays } = await readTerm(tx, { cityId, name: 'talkSoonDays', today });
  const lastNear = addDays(today, soonDays);
  return records.flatMap((one) => {
    const day = dayIn(timeZone, one.startsAt);
    const kind = kindOf(one, day <= lastNear);
    if (!kind) return [];
    const { startsAt, endsAt, way } = one;
    const values = { name: one.customerName, with: one.professionalName, ...(kind.isNews && { way }) };
    const coming = kind.isNews ? { coming: { startsAt, endsAt } } : {};
    const { isShared, ...rest } = kind;
    const other = aPerson(work.actor.role === 'customer' ? one.professionalName : one.customerName);
    const who: Who = isShared || kind.isNews ? other : { kind: 'tuttu' };
    const thing = { ...(isShared ? { thing: `appointment:${one.id}` } : {}), customerId: one.customerId };
    return [
      {
        ...rest,
        ...thing,
        ...coming,
        values,
        path: `/appointments/${one.id}`,
        since: one.changedAt,
        untilOn: day,
        who,
      },
    ];
  });
};

type Written = { id: string; customerId: string; name: string; customerName: string; at: Date };

/** What was published and not yet read by the customer. */
const unreadNotes = async ({ tx, cityId }: Work, mine: RawBuilder<unknown>): Promise<Written[]> => {
  const { rows } = await sql<Written>`
    select distinct on (a.id) a.id, a.customer_id, v.author_name as name, p.name as customer_name, v.at
    from appointment a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    join city_person p on p.city_id = c.city_id and p.person_id = c.person_id
    join appointment_note_version v on v.city_id = a.city_id and v.appointment_id = a.id
    where a.city_id = ${cityId} and ${mine} and v.answered_at is null
      and not exists (select from appointment_note_version n where n.city_id = v.city_id and n.appointment_id = v.appointment_id and n.version > v.version)
    order by a.id, v.version desc limit ${mostOfAKind}`.execute(tx);
  return rows;
};

/** The same is the customer's move and what its writer waits for. */
const noteMove = ({ id, customerId, name, customerName, at }: Written, isWaiting: boolean): Move => ({
  customerId,
  kind: isWaiting ? 'appointmentNoteWaits' : 'appointmentNote',
  values: isWaiting ? { name: customerName } : { with: name },
  path: `/appointments/${id}`,
  since: at,
  untilOn: null,
  who: aPerson(isWaiting ? customerName : name),
  thing: `note:${id}`,
  ...(isWaiting ? { isWaiting: true as const } : {}),
});

const customerMoves = async (work: Work): Promise<Move[]> => {
  const mine = sql`a.customer_id = ${work.actor.customerId}`;
  return [
    ...(await toMoves(work, await coming(work, mine), customerKind)),
    ...(await unreadNotes(work, mine)).map((one) => noteMove(one, false)),
  ];
};

const professionalMoves = async (work: Work): Promise<Move[]> => {
  const { actor, now } = work;
  // Times of their own and of whom they stand in for, whose customers they look after.
  const away = [...(await stoodInFor(work)).values()].map(({ personId }) => personId);
  const people = [...new Set([actor.personId, ...away])];
  const mine = sql`a.professional_id = any(${people}::uuid[]) and ${isInCaseload(work, professionalRoleOf(actor.role))}`;
  const ahead = await coming(work, mine);
  const over = await findAppointments(work, sql`${mine} and a.state = 'booked' and a.ends_at <= ${now}`, inOrder);
  const hasOpenNote = sql`a.state in ('booked', 'held') and a.starts_at <= ${now} and exists (
    select from appointment_note n where n.city_id = a.city_id and n.appointment_id = a.id and n.author_id = ${actor.personId}
      and not exists (select from appointment_note_version v where v.city_id = n.city_id and v.appointment_id = n.appointment_id and v.version = n.version))`;
  const drafts = await findAppointments(work, sql`${mine} and ${hasOpenNote}`, inOrder);
  const unread = await unreadNotes(work, mine);
  for (const customerId of new Set([...ahead, ...over, ...drafts, ...unread].map((one) => one.customerId)))
    access.authorise(work, {
      section: 'appointments',
      action: 'list',
      why: 'what waits',
      relations: ['caseload'],
      customerId,
    });
  const moveOf = (kind: string, one: AppointmentRecord, since: Date): Move => ({
    kind,
    customerId: one.customerId,
    values: { name: one.customerName },
    path: `/appointments/${one.id}`,
    since,
    untilOn: null,
    who: { kind: 'self' },
  });
  return [
    ...(await toMoves(work, ahead, professionalKind)),
    ...over.map((one) => moveOf('appointmentOver', one, one.endsAt)),
    ...drafts.map((one) => moveOf('appointmentDraft', one, one.endsAt)),
    ...unread.map((one) => noteMove(one, true)),
  ];
};

export const appointmentMovesNow: MoveSource = {
  customer: customerMoves,
  adviser: professionalMoves,
  socialWorker: professionalMoves,
};
