import { sql } from 'kysely';
import { addDays } from '../../kernel/clock.ts';
import type { Work } from '../../kernel/work.ts';
import { bookingTerms } from './booking-terms.ts';
import { type FreeTime, freeTimes, meet, type Opening, type Span } from './free-times.ts';
import type { Way } from './tables.ts';
import { timeZoneOf } from './time-zone.ts';

/** A professional's rules, in the order of the week. */
export const openingsOf = async ({ tx, cityId }: Work, professionalId: string): Promise<Opening[]> => {
  const { rows } = await sql<Opening>`
    select id, weekday, to_char(from_time, 'HH24:MI') as from_time, to_char(to_time, 'HH24:MI') as to_time, slot_minutes, ways, address,
      video_link, from_on, until_on
    from opening where city_id = ${cityId} and professional_id = ${professionalId}
    order by weekday, from_time, id`.execute(tx);
  return rows;
};

/** Absences that are not over. */
export const absencesOf = async (
  { tx, cityId, now }: Work,
  professionalId: string,
): Promise<(Span & { id: string })[]> => {
  const { rows } = await sql<Span & { id: string }>`
    select id, from_at as "from", until_at as until from absence
    where city_id = ${cityId} and professional_id = ${professionalId} and until_at > ${now}
    order by from_at, id`.execute(tx);
  return rows;
};

/** Times given to somebody, or proposed, that are not over; of a professional or of a customer. `except`: an appointment that is being moved. */
export const takenOf = async (
  { tx, cityId, now }: Work,
  { whose, id, except }: { whose: 'professional' | 'customer'; id: string; except: string | null },
): Promise<Span[]> => {
  const mine = whose === 'professional' ? sql`professional_id = ${id}` : sql`customer_id = ${id}`;
  const { rows } = await sql<Span>`
    select starts_at as "from", ends_at as until from appointment
    where city_id = ${cityId} and ${mine} and state in ('proposed', 'booked') and ends_at > ${now}
      and id is distinct from ${except}::uuid`.execute(tx);
  return rows;
};

export type FreeWish = {
  professionalId: string;
  /** An appointment that would be moved, whose time is then free. */
  except?: string | null;
  /** Only times one can meet so. */
  way?: Way | null;
};

/** The times a professional can be met, the earliest first: from the earliest notice to as far ahead as the city says. */
export const loadOpen = async (work: Work, wish: FreeWish): Promise<FreeTime[]> => {
  const { professionalId, except = null, way = null } = wish;
  const { earliest, aheadDays, bufferMinutes } = await bookingTerms(work);
  const times = freeTimes({
    openings: await openingsOf(work, professionalId),
    taken: await takenOf(work, { whose: 'professional', id: professionalId, except }),
    absences: await absencesOf(work, professionalId),
    timeZone: await timeZoneOf(work),
    earliest,
    fromDay: work.today,
    toDay: addDays(work.today, aheadDays),
    bufferMinutes,
  });
  return way === null ? times : times.filter((time) => time.ways.includes(way));
};

/** Of open times, those at which a customer is nowhere else. */
export const withoutClash = (times: readonly FreeTime[], own: readonly Span[]): FreeTime[] =>
  times.filter(({ startsAt, endsAt }) => !own.some((span) => meet(span, { from: startsAt, until: endsAt })));

/** The times a customer can take now: the professional can be met, and the customer is nowhere else. */
export const loadFree = async (work: Work, wish: FreeWish & { customerId: string }): Promise<FreeTime[]> => {
  const own = await takenOf(work, { whose: 'customer', id: wish.customerId, except: wish.except ?? null });
  return withoutClash(await loadOpen(work, wish), own);
};
