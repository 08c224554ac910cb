import { type RawBuilder, sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { Role } from '../../kernel/actor.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { stillLooksAfter } from './professionals.ts';
import type { AppointmentKind, AppointmentState, MeetingSide, ProfessionalRole, Way } from './tables.ts';

export type AppointmentRecord = {
  id: string;
  customerId: string;
  customerName: string;
  professionalId: string;
  professionalName: string;
  role: ProfessionalRole;
  kind: AppointmentKind;
  state: AppointmentState;
  startsAt: Date;
  endsAt: Date;
  way: Way;
  /** The address, the number to call, or the address of the video meeting. */
  place: string;
  /** The language an interpreter is needed for. */
  interpreter: string | null;
  message: string;
  word: string;
  cancelledBy: MeetingSide | null;
  bookedAt: Date | null;
  /** The professional is away then: another time is needed. */
  isAway: boolean;
  /** The professional looks after the customer no more. */
  isLeft: boolean;
  version: number;
  createdAt: Date;
  changedAt: Date;
};

/** SQL: what stands in the way of the appointment `a`, which is still to come: an absence of its professional. */
export const meetsAbsence = sql<boolean>`a.state in ('proposed', 'booked') and exists (
  select from absence b where b.city_id = a.city_id and b.professional_id = a.professional_id
    and b.from_at < a.ends_at and b.until_at > a.starts_at)`;

export const findAppointments = async (
  { tx, cityId }: Pick<Work, 'tx' | 'cityId'>,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`a.starts_at, a.id`,
): Promise<AppointmentRecord[]> => {
  const { rows } = await sql<AppointmentRecord>`
    select a.id, a.customer_id, cp.name as customer_name, a.professional_id, pp.name as professional_name, a.role, a.kind, a.state, a.starts_at,
      a.ends_at, a.way, a.place, a.interpreter, a.message, a.word, a.cancelled_by, a.booked_at, ${meetsAbsence} as is_away,
      not ${stillLooksAfter} as is_left, a.version, a.created_at, a.changed_at
    from appointment a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    join city_person cp on cp.city_id = c.city_id and cp.person_id = c.person_id
    join city_person pp on pp.city_id = a.city_id and pp.person_id = a.professional_id
    where a.city_id = ${cityId} and ${where} order by ${order}`.execute(tx);
  return rows;
};

/** The side a role meets on. Throws notYourRole for one that meets nobody. */
export const sideOf = (role: Role): MeetingSide => {
  if (role === 'customer') return 'customer';
  if (role === 'adviser' || role === 'socialWorker') return 'professional';
  throw new Problem('notYourRole');
};

export const professionalRoleOf = (role: Role): ProfessionalRole => {
  if (role === 'adviser' || role === 'socialWorker') return role;
  throw new Problem('notYourRole');
};

/**
 * Loads and authorises an appointment in one call: the customer's own; a professional's when its customer is in their caseload and it was made
 * with somebody of their role, for one authority's talks are not the other's. Throws notFound for any other.
 */
export const loadAppointment = async (
  work: Work,
  appointmentId: string,
  asked: Omit<Asked, 'section'>,
): Promise<AppointmentRecord> => {
  const [found] = isId(appointmentId) ? await findAppointments(work, sql`a.id = ${appointmentId}`) : [];
  const isOfRole = found && (work.actor.role === 'customer' || work.actor.role === found.role);
  if (!found || !isOfRole) {
    work.note({ ...asked, section: 'appointments', customerId: null, isAllowed: false });
    throw notFound();
  }
  await access.customer(work, found.customerId, { ...asked, section: 'appointments' });
  return found;
};
