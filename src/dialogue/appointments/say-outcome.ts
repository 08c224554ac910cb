import { z } from 'zod';
import type { Work } from '../../kernel/work.ts';
import { type Changed, loadToChange, writeChange } from './change-appointment.ts';

export const outcomeInput = z.object({ outcome: z.enum(['held', 'missed'], 'form.choose') });

export const sayOutcomeInput = outcomeInput.extend({ appointmentId: z.string(), version: z.number().int() });

/** The professional says whether they met, once the time has begun. That they met is told to whoever keeps the law's rhythm. */
export const sayOutcome = async (work: Work, input: z.output<typeof sayOutcomeInput>): Promise<Changed> => {
  const { outcome } = input;
  const move = outcome === 'held' ? 'hold' : 'miss';
  const asked = { ...input, move, action: 'write', why: 'said whether they met' } as const;
  const { record, state } = await loadToChange(work, asked);
  const changed = await writeChange(work, record, { state });
  if (outcome === 'held') work.emit('appointmentHeld', { appointmentId: record.id, customerId: record.customerId });
  return changed;
};
