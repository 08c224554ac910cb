import { access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadNote, type Note, noteColumns } from './load-note.ts';

const mostNotes = 50;

const findNotes = ({ tx, cityId }: Work, customerId: string, { onlyShown }: { onlyShown: boolean }): Promise<Note[]> =>
  tx
    .selectFrom('customerNote')
    .select(noteColumns)
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .$if(onlyShown, (query) => query.where('isShown', '=', true))
    .orderBy('changedAt', 'desc')
    .limit(mostNotes)
    .execute();

export type NotesView = { customer: { id: string; name: string }; notes: Note[] };

/** The notes on a customer of the actor's caseload, the latest first. Throws notFound for anybody else's. */
export const readNotes = async (work: Work, { customerId }: { customerId: string }): Promise<NotesView> => {
  if (!isId(customerId)) throw notFound();
  const asked = { section: 'customerNote', action: 'read', why: 'notes' } as const;
  const { id, name } = await access.customer(work, customerId, asked);
  return { customer: { id, name }, notes: await findNotes(work, id, { onlyShown: false }) };
};

/** The notes on the actor that they are shown. The others are told with the rest of what is kept about them (my data). */
export const readShownNotes = async (work: Work): Promise<Note[]> => {
  if (!work.actor.customerId) throw new Problem('notYourRole');
  const asked = { section: 'customerNote', action: 'read', why: 'notes' } as const;
  const me = await access.customer(work, work.actor.customerId, asked, async (_, relations) =>
    relations.includes('own') ? ['shared'] : [],
  );
  return findNotes(work, me.id, { onlyShown: true });
};

export type NoteVersion = { version: number; at: Date; personName: string; text: string; isShown: boolean };
export type NoteView = { note: Note; customerName: string; versions: NoteVersion[] };

/** One note with every version, the newest first. */
export const readNote = async (work: Work, { noteId }: { noteId: string }): Promise<NoteView> => {
  const found = await loadNote(work, noteId, { action: 'read', why: 'notes' });
  const versions = await work.tx
    .selectFrom('customerNoteVersion')
    .select(['version', 'at', 'personName', 'text', 'isShown'])
    .where('cityId', '=', work.cityId)
    .where('noteId', '=', found.note.id)
    .orderBy('version', 'desc')
    .execute();
  return { ...found, versions };
};
