import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { loadNote } from './load-note.ts';

export const noteInput = z.object({
  text: words(1000),
  /** The customer reads it on their plan, and is told. */
  isShown: z.boolean().default(false),
});

type Written = { id: string; version: number };
type Told = z.output<typeof noteInput>;

const keepVersion = async ({ tx, cityId, actor, now }: Work, { id, version }: Written, told: Told) => {
  await tx
    .insertInto('customerNoteVersion')
    .values({ cityId, noteId: id, version, at: now, personId: actor.personId, personName: actor.name, ...told })
    .execute();
};

/** Writes a note on a customer of the actor's caseload. Where it is shown, the customer is told. */
export const writeNote = async (
  work: Work,
  { customerId, text, isShown }: Told & { customerId: string },
): Promise<Written> => {
  if (!isId(customerId)) throw notFound();
  const asked = { section: 'customerNote', action: 'write', why: 'wrote a note' } as const;
  const customer = await access.customer(work, customerId, asked);
  const { tx, cityId, actor, now } = work;
  const written = { id: newId(), version: 1 };
  await tx
    .insertInto('customerNote')
    .values({
      ...{ cityId, ...written, customerId: customer.id, text, isShown },
      ...{ authorId: actor.personId, authorName: actor.name, createdAt: now, changedAt: now },
    })
    .execute();
  await keepVersion(work, written, { text, isShown });
  if (isShown) work.emit('noteShown', { customerId: customer.id });
  return written;
};

/** Changes a note, its text or whether the customer reads it; every version is kept. Throws changedMeanwhile with the note as it is now. */
export const changeNote = async (
  work: Work,
  { noteId, version, text, isShown }: Told & { noteId: string; version: number },
): Promise<Written> => {
  const { note } = await loadNote(work, noteId, { action: 'write', why: 'changed a note' });
  const { tx, cityId, actor, now } = work;
  const written = await tx
    .updateTable('customerNote')
    .set({ text, isShown, version: version + 1, authorId: actor.personId, authorName: actor.name, changedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', note.id)
    .where('version', '=', version)
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!written) throw new Problem('changedMeanwhile', { current: note });
  await keepVersion(work, written, { text, isShown });
  if (isShown && !note.isShown) work.emit('noteShown', { customerId: note.customerId });
  return written;
};

/** Removes a note with all its versions, for good. Throws changedMeanwhile. */
export const removeNote = async (
  work: Work,
  { noteId, version }: { noteId: string; version: number },
): Promise<{ customerId: string }> => {
  const { note } = await loadNote(work, noteId, { action: 'delete', why: 'removed a note' });
  const gone = await work.tx
    .deleteFrom('customerNote')
    .where('cityId', '=', work.cityId)
    .where('id', '=', note.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!gone) throw new Problem('changedMeanwhile', { current: note });
  return { customerId: note.customerId };
};
