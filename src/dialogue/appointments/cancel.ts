import { z } from 'zod';
import { doneBy } from '../../kernel/acting/act-for.ts';
import { badField } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { lateHoursIn } from './booking-terms.ts';
import { type Changed, loadToChange, writeChange } from './change-appointment.ts';
import { isLate } from './rules.ts';

export const cancellationInput = z.object({
  /** Why: needed from a professional, and from a customer when little time is left. */
  word: words(1000, { least: 0 }).default(''),
});

export const cancelInput = cancellationInput.extend({ appointmentId: z.string(), version: z.number().int() });

/** Cancels a time, or turns down a proposed one. Throws badInput where a word why is missing, notNow once it has begun. */
export const cancelAppointment = async (work: Work, input: z.output<typeof cancelInput>): Promise<Changed> => {
  const { word } = input;
  const asked = { ...input, move: 'cancel', action: 'write', why: 'cancelled a time' } as const;
  const { record, side, state } = await loadToChange(work, asked);
  const late = record.state === 'booked' && isLate({ ...record, now: work.now, lateHours: await lateHoursIn(work) });
  if (word === '' && (side === 'professional' || late)) throw badField('word', 'appointments.word.needed');
  const changed = await writeChange(work, record, { state, word, cancelledBy: side });
  work.emit('appointmentCancelled', { appointmentId: record.id, customerId: record.customerId, ...doneBy(work.actor) });
  return changed;
};
