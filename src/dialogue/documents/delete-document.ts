import { deleteFiles } from '../../kernel/files/delete-files.ts';
import type { Work } from '../../kernel/work.ts';
import { type Changed, loadToChange, writeChange } from './change-document.ts';

/** The customer deletes a document for good; that there was one, and what it was called, stays. Throws notNow for what the law keeps. */
export const deleteDocument = async (work: Work, input: { documentId: string; version: number }): Promise<Changed> => {
  const why = 'deleted a given document';
  const { record, state } = await loadToChange(work, { ...input, move: 'delete', action: 'delete', why });
  const changed = await writeChange(work, record, { state, fileId: null, shownTo: [], deletedBy: 'customer' });
  await deleteFiles(work.tx, work.cityId, record.file ? [record.file.id] : []);
  return changed;
};
