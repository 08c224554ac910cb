import { type Asked, access } from '../../kernel/access/access.ts';
import { isId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';

export type Note = {
  id: string;
  customerId: string;
  text: string;
  /** The customer reads it on their plan. */
  isShown: boolean;
  /** Who wrote it last. */
  authorName: string;
  createdAt: Date;
  changedAt: Date;
  version: number;
};

export const noteColumns = [
  'id',
  'customerId',
  'text',
  'isShown',
  'authorName',
  'createdAt',
  'changedAt',
  'version',
] as const;

/** A note of a customer the actor advises. Loads and authorises; throws notFound for any other. */
export const loadNote = async (
  work: Work,
  noteId: string,
  asked: Omit<Asked, 'section'>,
): Promise<{ note: Note; customerName: string }> => {
  const note = isId(noteId)
    ? await work.tx
        .selectFrom('customerNote')
        .select(noteColumns)
        .where('cityId', '=', work.cityId)
        .where('id', '=', noteId)
        .executeTakeFirst()
    : undefined;
  if (!note) {
    work.note({ section: 'customerNote', ...asked, customerId: null, isAllowed: false });
    throw notFound();
  }
  const { name } = await access.customer(work, note.customerId, { section: 'customerNote', ...asked });
  return { note, customerName: name };
};
