import { z } from 'zod';
import { doneBy } from '../../kernel/acting/act-for.ts';
import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { phone } from './appointment-input.ts';
import { type Changed, loadToChange, writeChange } from './change-appointment.ts';
import { canBeHeld } from './rules.ts';

export const acceptanceInput = z.object({
  /** The number to call, where one meets by phone and none has been given. */
  phone: phone.default(''),
});

export const acceptInput = acceptanceInput.extend({ appointmentId: z.string(), version: z.number().int() });

/** The customer takes the time the professional proposed. Throws badInput where a number to call is missing, notNow when the professional is away then or has left. */
export const acceptAppointment = async (work: Work, input: z.output<typeof acceptInput>): Promise<Changed> => {
  const asked = { ...input, move: 'accept', action: 'write', why: 'took a proposed time' } as const;
  const { record, state } = await loadToChange(work, asked);
  if (!canBeHeld(record)) throw new Problem('notNow');
  const needsNumber = record.way === 'phone' && record.place === '';
  if (needsNumber && input.phone === '') throw badField('phone', 'appointments.phone.needed');
  const place = record.way === 'phone' && input.phone !== '' ? input.phone : record.place;
  const changed = await writeChange(work, record, { state, place, bookedAt: work.now });
  work.emit('appointmentAccepted', { appointmentId: record.id, customerId: record.customerId, ...doneBy(work.actor) });
  return changed;
};
