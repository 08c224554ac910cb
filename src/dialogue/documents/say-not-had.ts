import type { Work } from '../../kernel/work.ts';
import { type Changed, loadToChange, writeChange } from './change-document.ts';

type Said = { documentId: string; version: number; word: string };

/** The customer has not got what was asked for, and says so with a word. */
export const sayNotHad = async (work: Work, { word, ...input }: Said): Promise<Changed> => {
  const why = 'said that they have not got a document';
  const { record, state } = await loadToChange(work, { ...input, move: 'sayNot', action: 'answer', why });
  const changed = await writeChange(work, record, { state, word });
  work.emit('documentNotHad', { documentId: record.id, customerId: record.customerId });
  return changed;
};
