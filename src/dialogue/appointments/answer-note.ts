import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { loadAppointment } from './load-appointment.ts';
import { publishedOf } from './notes.ts';

export const noteAnswerInput = z.object({
  /** The version that was read. */
  version: z.number().int(),
  /** What the customer says to it; may be left empty: then they have only read it. */
  answer: words(2000, { least: 0 }).default(''),
});

export const answerNoteInput = noteAnswerInput.extend({ appointmentId: z.string() });

/** The customer says that they have read what was written, with a word or without. Throws changedMeanwhile when there is a newer version, notNow when answered. */
export const answerNote = async (
  work: Work,
  { appointmentId, version, answer }: z.output<typeof answerNoteInput>,
): Promise<{ version: number }> => {
  const record = await loadAppointment(work, appointmentId, { action: 'answer', why: 'answered what was written' });
  const [latest] = await publishedOf(work, record.id);
  if (!latest) throw new Problem('notNow');
  if (latest.version !== version) throw new Problem('changedMeanwhile', { current: latest });
  const { numUpdatedRows } = await work.tx
    .updateTable('appointmentNoteVersion')
    .set({ answer, answeredAt: work.now })
    .where('cityId', '=', work.cityId)
    .where('appointmentId', '=', record.id)
    .where('version', '=', version)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('notNow');
  if (answer !== '') work.emit('appointmentNoteAnswered', { appointmentId, customerId: record.customerId });
  return { version };
};
