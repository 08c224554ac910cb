import { badField, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadNote } from './notes.ts';

/** Gives the customer what was written, as it stands. What was published before is kept. Throws badInput for nothing, changedMeanwhile for another version than was read, or one that is published already. */
export const publishNote = async (
  work: Work,
  { appointmentId, version }: { appointmentId: string; version: number },
): Promise<{ version: number }> => {
  const { record, draft } = await loadNote(work, appointmentId, 'published what was written of an appointment');
  if (draft.version !== version) throw new Problem('changedMeanwhile', { current: draft });
  if (draft.text === '') throw badField('text', 'form.required');
  const { text, agreed } = draft;
  const published = await work.tx
    .insertInto('appointmentNoteVersion')
    .values({
      ...{ cityId: work.cityId, appointmentId, version, at: work.now, text, agreed, answeredAt: null },
      ...{ authorId: work.actor.personId, authorName: work.actor.name },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (!published) throw new Problem('changedMeanwhile', { current: { ...draft, isPublished: true } });
  work.emit('appointmentNotePublished', { appointmentId, customerId: record.customerId });
  return { version };
};
