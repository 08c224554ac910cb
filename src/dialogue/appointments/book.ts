import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { doneBy } from '../../kernel/acting/act-for.ts';
import { newId } from '../../kernel/ids.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { meetingInput, phone, placeOf, timeWish } from './appointment-input.ts';
import { openMostIn } from './booking-terms.ts';
import { loadOpen } from './load-free.ts';
import { takeLocked } from './lock-times.ts';
import { type Professional, professionalsOf } from './professionals.ts';
import { type Taken, takeTime } from './take-time.ts';

export const bookInput = meetingInput.extend({
  /** One of those who look after the customer; null: their adviser, else whoever does. */
  professionalId: z.uuid().nullable().default(null),
  startsAt: timeWish,
  /** The number to call, where one meets by phone. */
  phone: phone.default(''),
});

/** Who of those who look after a customer is meant. Throws notNow while nobody does, badInput for somebody else. */
export const chosenOf = (professionals: readonly Professional[], wanted: string | null): Professional => {
  if (professionals.length === 0) throw new Problem('notNow');
  const chosen = wanted === null ? professionals[0] : professionals.find(({ personId }) => personId === wanted);
  if (!chosen) throw badField('professionalId', 'form.choose');
  return chosen;
};

const countOpen = async ({ tx, cityId, now }: Work, customerId: string, professionalId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from appointment
    where city_id = ${cityId} and customer_id = ${customerId} and professional_id = ${professionalId} and state = 'booked'
      and starts_at > ${now}`.execute(tx);
  return rows[0]?.count ?? 0;
};

/** The time that is wanted is free, and not in the way that is. */
const isFreeOtherwise = async (
  work: Work,
  { startsAt, way }: Pick<z.output<typeof bookInput>, 'startsAt' | 'way'>,
  professionalId: string,
): Promise<boolean> => {
  if (startsAt === null || way === null) return false;
  const at = new Date(startsAt).getTime();
  return (await loadOpen(work, { professionalId })).some((time) => time.startsAt.getTime() === at);
};

export type Booked = Taken<{ id: string; version: number; startsAt: Date; endsAt: Date }>;

/**
 * The customer takes a free time of somebody who looks after them. Of many who want one time, one gets it and the others hear which are near.
 * Throws notNow while nobody looks after them; badInput for a way the time does not have, a missing number, or more times than the city lets one have ahead.
 */
export const book = async (work: Work, input: z.output<typeof bookInput>): Promise<Booked> => {
  const { tx, cityId, now } = work;
  const me = await access.self(work, { section: 'appointments', action: 'write', why: 'booked a time' });
  const { personId: professionalId, role } = chosenOf(await professionalsOf(work, me.id), input.professionalId);
  const whose = { professionalId, customerId: me.id };
  const { startsAt: wanted, way: wantedWay } = input;
  const found = await takeLocked(work, whose, () => takeTime(work, { ...whose, startsAt: wanted, way: wantedWay }));
  if (found.outcome === 'taken' && (await isFreeOtherwise(work, input, professionalId)))
    throw badField('way', 'appointments.way.notThen');
  if (found.outcome !== 'got') return found;
  const most = await openMostIn(work);
  if ((await countOpen(work, me.id, professionalId)) >= most) throw badField('startsAt', 'appointments.most', { most });
  const { startsAt, endsAt, ways } = found.time;
  const way = wantedWay ?? ways[0] ?? 'phone';
  const id = newId();
  const { kind, interpreter, message } = input;
  await tx
    .insertInto('appointment')
    .values({
      ...{ cityId, id, customerId: me.id, professionalId, role, kind, state: 'booked', startsAt, endsAt, way },
      ...{ place: placeOf(found.time, way, input.phone), interpreter, message, cancelledBy: null },
      ...{ bookedAt: now, createdAt: now, changedAt: now },
    })
    .execute();
  work.emit('appointmentBooked', { appointmentId: id, customerId: me.id, ...doneBy(work.actor) });
  return { outcome: 'got', id, version: 1, startsAt, endsAt };
};
