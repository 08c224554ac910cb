import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { stoodInFor } from '../../kernel/advisers.ts';
import { dayIn } from '../../kernel/clock.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { badField, notFound } from '../../kernel/problem.ts';
import { line } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { meetingInput, timeWish } from './appointment-input.ts';
import type { Booked } from './book.ts';
import { meet, nearestTo, type Span } from './free-times.ts';
import { professionalRoleOf } from './load-appointment.ts';
import { absencesOf, loadFree, openingsOf } from './load-free.ts';
import { takeLocked } from './lock-times.ts';
import { minutesInput } from './own-hours.ts';
import type { Way } from './tables.ts';
import { clashOf, type Taken, takeTime } from './take-time.ts';
import { timeZoneOf } from './time-zone.ts';

export const proposedTime = z.object({
  startsAt: timeWish,
  minutes: minutesInput.default(45),
});

export const proposalInput = meetingInput.extend({
  ...proposedTime.shape,
  /** Where; what the professional's own rules say of this way where it is left empty. */
  place: line(300, { least: 0 }).default(''),
});

export const proposeInput = proposalInput.extend({ customerId: z.string() });

const yearMs = 366 * 24 * 3_600_000;

/** Whether another appointment or an absence of the professional's stands in the way. */
const isBusy = async (
  work: Work,
  { professionalId, span, except }: { professionalId: string; span: Span; except: string | null },
): Promise<boolean> => {
  const { rows } = await sql<{ isTaken: boolean }>`
    select exists (select from appointment where city_id = ${work.cityId} and professional_id = ${professionalId}
      and state in ('proposed', 'booked') and id is distinct from ${except}::uuid and starts_at < ${span.until} and ends_at > ${span.from})
      as is_taken`.execute(work.tx);
  const isAway = (await absencesOf(work, professionalId)).some((absence) => meet(absence, span));
  return isAway || rows[0]?.isTaken === true;
};

/** Who stands in meets the customer on the days they do. Throws badInput for a time after these. */
const refuseAfterStandIn = async (
  work: Work,
  { customerId, span }: { customerId: string; span: Span },
): Promise<void> => {
  const standIn = (await stoodInFor(work)).get(customerId);
  if (standIn && dayIn(await timeZoneOf(work), span.from) > standIn.untilOn)
    throw badField('startsAt', 'appointments.time.standIn');
};

type Wish = z.output<typeof proposedTime> & {
  professionalId: string;
  customerId: string;
  way: Way | null;
  except?: string | null;
};

/**
 * A time of the professional's own choosing, also outside the hours they give to others; the first free one where none is named. Throws
 * badInput for one that has been or is more than a year away, and for one at which the actor stands in no more.
 */
export const takeOwnTime = async (work: Work, wish: Wish): Promise<Taken<{ span: Span }>> => {
  const { startsAt, minutes, professionalId, customerId, except = null, way } = wish;
  const got = async (span: Span): Promise<Taken<{ span: Span }>> => {
    await refuseAfterStandIn(work, { customerId, span });
    return { outcome: 'got', span };
  };
  if (startsAt === null) {
    const first = await takeTime(work, { professionalId, customerId, startsAt, except, way });
    return first.outcome === 'got' ? got({ from: first.time.startsAt, until: first.time.endsAt }) : first;
  }
  const from = new Date(startsAt);
  const ahead = from.getTime() - work.now.getTime();
  if (ahead <= 0 || ahead > yearMs) throw badField('startsAt', 'appointments.time.ahead');
  const span = { from, until: new Date(from.getTime() + minutes * 60_000) };
  if (await isBusy(work, { professionalId, span, except })) {
    const free = await loadFree(work, { professionalId, customerId, except, way });
    return { outcome: 'taken', nearest: nearestTo(from, free) };
  }
  return (await clashOf(work, { customerId, span, except })) ?? got(span);
};

/** Where the professional meets people so, by their own rules; '' where these do not say. */
export const usualPlace = async (work: Work, professionalId: string, way: Way): Promise<string> => {
  const found = (await openingsOf(work, professionalId)).find(({ ways }) => ways.includes(way));
  if (way === 'inPerson') return found?.address ?? '';
  return way === 'video' ? (found?.videoLink ?? '') : '';
};

/** Where one meets, said or usual. Throws badInput where an address is missing, or a video meeting has none of https. */
const placeFor = async (work: Work, { way, place }: { way: Way; place: string }): Promise<string> => {
  const where = place || (await usualPlace(work, work.actor.personId, way));
  if (way === 'inPerson' && where === '') throw badField('place', 'appointments.place.needed');
  if (way === 'video' && !/^https:\/\/\S+$/.test(where)) throw badField('place', 'appointments.link.needed');
  return where;
};

/** A professional proposes a time to a customer of their caseload, who takes it, moves it or turns it down. Until then it is kept for them. */
export const proposeAppointment = async (work: Work, input: z.output<typeof proposeInput>): Promise<Booked> => {
  const { tx, cityId, now, actor } = work;
  if (!isId(input.customerId)) throw notFound();
  const asked = { section: 'appointments', action: 'propose', why: 'proposed a time' } as const;
  const { id: customerId } = await access.customer(work, input.customerId, asked);
  const role = professionalRoleOf(actor.role);
  const professionalId = actor.personId;
  const way = input.way ?? 'inPerson';
  const place = await placeFor(work, { way, place: input.place });
  const whose = { professionalId, customerId };
  const found = await takeLocked(work, whose, () => takeOwnTime(work, { ...input, ...whose, way: input.way }));
  if (found.outcome !== 'got') return found;
  const { from: startsAt, until: endsAt } = found.span;
  const id = newId();
  const { kind, interpreter, message } = input;
  await tx
    .insertInto('appointment')
    .values({
      ...{ cityId, id, customerId, professionalId, role, kind, state: 'proposed', startsAt, endsAt, way, place },
      ...{ interpreter, message, cancelledBy: null, bookedAt: null, createdAt: now, changedAt: now },
    })
    .execute();
  work.emit('appointmentProposed', { appointmentId: id, customerId });
  return { outcome: 'got', id, version: 1, startsAt, endsAt };
};
