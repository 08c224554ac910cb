import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { line, words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { loadNote } from './notes.ts';

export const noteInput = z.object({
  text: words(10_000, { least: 0 }).default(''),
  /** What was agreed, in one line; it can become a step. */
  agreed: line(200, { least: 0 }).default(''),
});

export const writeNoteInput = noteInput.extend({ appointmentId: z.string(), version: z.number().int() });

/** Saves what the professional writes of an appointment. Nobody else reads it before it is published. Throws changedMeanwhile for another version than was read. */
export const writeNote = async (work: Work, input: z.output<typeof writeNoteInput>): Promise<{ version: number }> => {
  const { appointmentId, version: read, text, agreed } = input;
  const { draft } = await loadNote(work, appointmentId, 'wrote of an appointment');
  if (draft.version !== read) throw new Problem('changedMeanwhile', { current: draft });
  const version = read + 1;
  const row = { authorId: work.actor.personId, text, agreed, version, writtenAt: work.now };
  const written = await work.tx
    .insertInto('appointmentNote')
    .values({ cityId: work.cityId, appointmentId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'appointmentId'])
        .doUpdateSet(row)
        .where('appointmentNote.version', '=', read)
        .where('appointmentNote.authorId', '=', work.actor.personId),
    )
    .returning('version')
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: draft });
  return { version };
};
