import { sql } from 'kysely';
import type { Language } from '../../kernel/languages.ts';
import type { EventHandlers, Handling } from '../../kernel/notices.ts';
import { createSayTime } from '../../kernel/say-time.ts';
import { meetsAbsence } from './load-appointment.ts';
import { stillLooksAfter } from './professionals.ts';
import type { AppointmentState, MeetingSide, Way } from './tables.ts';
import { timeZoneOf } from './time-zone.ts';

type Told = {
  state: AppointmentState;
  startsAt: Date;
  way: Way;
  cancelledBy: MeetingSide | null;
  customer: string;
  professional: string;
  /** Its professional is away then, or looks after the customer no more. */
  isOff: boolean;
  customerLanguage: Language;
  professionalLanguage: Language;
};

const find = async ({ tx, cityId }: Handling, appointmentId: string): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select a.state, a.starts_at, a.way, a.cancelled_by, c.person_id as customer, a.professional_id as professional,
      (${meetsAbsence} or not ${stillLooksAfter}) as is_off, cp.language as customer_language, pp.language as professional_language
    from appointment a
    join customer c on c.city_id = a.city_id and c.id = a.customer_id and c.deleted_at is null
    join city_person cp on cp.city_id = c.city_id and cp.person_id = c.person_id
    join city_person pp on pp.city_id = a.city_id and pp.person_id = a.professional_id
    where a.city_id = ${cityId} and a.id = ${appointmentId}`.execute(tx);
  return rows[0];
};

/** `byId`: the official who did it for the customer, and need not be told. */
type Telling = { appointmentId: string; told: Told; side: MeetingSide; kind: string; byId?: string | undefined };

/** Mails say when; with whom, where and about what stays in Tuttu. */
const tell = async (handling: Handling, { appointmentId, told, side, kind, byId }: Telling): Promise<void> => {
  if (told[side] === byId) return;
  const language = side === 'customer' ? told.customerLanguage : told.professionalLanguage;
  const time = createSayTime(language, await timeZoneOf(handling))(told.startsAt);
  await handling.notify({
    personId: told[side],
    kind,
    values: { time, way: told.way },
    path: `/appointments/${appointmentId}`,
  });
};

type Data = Record<string, string>;

/** Tells a side when the appointment still stands as the event says. */
const telling =
  (side: MeetingSide, kind: string, isSo: (told: Told) => boolean) =>
  async (handling: Handling, { appointmentId = '', byId }: Data): Promise<void> => {
    const told = await find(handling, appointmentId);
    if (told && isSo(told)) await tell(handling, { appointmentId, told, side, kind, byId });
  };

/** A move is told to the other side: the customer's is booked, the professional's waits for the customer. */
const appointmentMoved = async (handling: Handling, { appointmentId = '', byId }: Data): Promise<void> => {
  const told = await find(handling, appointmentId);
  if (told?.state !== 'booked' && told?.state !== 'proposed') return;
  const side = told.state === 'booked' ? 'professional' : 'customer';
  const kind = side === 'customer' ? 'appointmentMoveProposed' : 'appointmentMoved';
  await tell(handling, { appointmentId, told, side, kind, byId });
};

const appointmentCancelled = async (handling: Handling, { appointmentId = '', byId }: Data): Promise<void> => {
  const told = await find(handling, appointmentId);
  if (told?.state !== 'cancelled') return;
  const side = told.cancelledBy === 'customer' ? 'professional' : 'customer';
  await tell(handling, { appointmentId, told, side, kind: 'appointmentCancelled', byId });
};

/** A reminder of a time that has been moved or cancelled meanwhile is not sent; of one that cannot be held, that another is needed. */
const appointmentNear = async (
  handling: Handling,
  { appointmentId = '', which, startsAt = '' }: Data,
): Promise<void> => {
  const told = await find(handling, appointmentId);
  const stands = told?.state === 'booked' && told.startsAt.toISOString() === startsAt && told.startsAt > handling.now;
  if (!told || !stands) return;
  const near = which === 'last' ? 'appointmentSoon' : 'appointmentNear';
  const kind = told.isOff ? 'appointmentNeedsOther' : near;
  await tell(handling, { appointmentId, told, side: 'customer', kind });
};

/** Told at once, so that another time is found while there are some; not where the absence has gone or the time been moved meanwhile. */
const appointmentMetAbsence = async (handling: Handling, { appointmentId = '' }: Data): Promise<void> => {
  const told = await find(handling, appointmentId);
  const stands = (told?.state === 'booked' || told?.state === 'proposed') && told.startsAt > handling.now;
  if (told?.isOff && stands)
    await tell(handling, { appointmentId, told, side: 'customer', kind: 'appointmentNeedsOther' });
};

export const appointmentEvents: EventHandlers = {
  appointmentBooked: telling('professional', 'appointmentBooked', ({ state }) => state === 'booked'),
  appointmentProposed: telling('customer', 'appointmentProposed', ({ state }) => state === 'proposed'),
  appointmentAccepted: telling('professional', 'appointmentAccepted', ({ state }) => state === 'booked'),
  appointmentMoved,
  appointmentCancelled,
  appointmentNear,
  appointmentMetAbsence,
  appointmentNotePublished: telling('customer', 'appointmentNote', () => true),
  appointmentNoteAnswered: telling('professional', 'appointmentNoteAnswered', () => true),
};
