import { z } from 'zod';
import { doneBy } from '../../kernel/acting/act-for.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { phone, placeOf } from './appointment-input.ts';
import type { Booked } from './book.ts';
import { loadToChange, writeChange } from './change-appointment.ts';
import type { Span } from './free-times.ts';
import type { AppointmentRecord } from './load-appointment.ts';
import { takeLocked } from './lock-times.ts';
import { professionalsOf } from './professionals.ts';
import { proposedTime, takeOwnTime, usualPlace } from './propose.ts';
import { type Taken, takeTime } from './take-time.ts';

export const newTimeInput = proposedTime.extend({
  /** The number to call, where one meets by phone and none has been given. */
  phone: phone.default(''),
});

export const moveInput = newTimeInput.extend({ appointmentId: z.string(), version: z.number().int() });

/** Whose time it will be: the actor's; for a customer, whoever met them so far, or who looks after them in that role now. Throws notNow when nobody does. */
export const professionalFor = async (work: Work, record: AppointmentRecord): Promise<string> => {
  if (work.actor.role !== 'customer') return work.actor.personId;
  if (!record.isLeft) return record.professionalId;
  const now = (await professionalsOf(work, record.customerId)).find(({ role }) => role === record.role);
  if (!now) throw new Problem('notNow');
  return now.personId;
};

type Wish = z.output<typeof moveInput> & { professionalId: string };

/** The customer moves to a free time at which one can meet the same way; the professional to any time of theirs. */
const findTime = async (
  work: Work,
  record: AppointmentRecord,
  { startsAt, minutes, professionalId, phone: number }: Wish,
): Promise<Taken<{ span: Span; place: string }>> => {
  const { customerId, way, id: except } = record;
  const wish = { professionalId, customerId, startsAt, way, except };
  if (work.actor.role === 'customer') {
    const found = await takeTime(work, wish);
    if (found.outcome !== 'got') return found;
    const { startsAt: from, endsAt: until } = found.time;
    return { outcome: 'got', span: { from, until }, place: placeOf(found.time, way, record.place || number) };
  }
  const found = await takeOwnTime(work, { ...wish, minutes });
  if (found.outcome !== 'got') return found;
  const isOther = professionalId !== record.professionalId && way !== 'phone';
  const place = (isOther && (await usualPlace(work, professionalId, way))) || record.place;
  return { ...found, place };
};

/** Moves an appointment to another time: a customer's move is booked, a professional's waits for the customer's word. */
export const moveAppointment = async (work: Work, input: z.output<typeof moveInput>): Promise<Booked> => {
  const asked = { ...input, move: 'move', action: 'write', why: 'moved a time' } as const;
  const { record, state } = await loadToChange(work, asked);
  const professionalId = await professionalFor(work, record);
  const whose = { professionalId, customerId: record.customerId };
  const found = await takeLocked(work, whose, () => findTime(work, record, { ...input, professionalId }));
  if (found.outcome !== 'got') return found;
  const { from: startsAt, until: endsAt } = found.span;
  const bookedAt = state === 'booked' ? work.now : null;
  const set = { state, startsAt, endsAt, bookedAt, professionalId, place: found.place };
  const changed = await writeChange(work, record, set);
  work.emit('appointmentMoved', { appointmentId: record.id, customerId: record.customerId, ...doneBy(work.actor) });
  return { outcome: 'got', ...changed, startsAt, endsAt };
};
