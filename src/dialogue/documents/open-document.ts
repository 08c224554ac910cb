import { type OpenedFile, openFile } from '../../kernel/files/read-files.ts';
import { newId } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { loadDocument } from './load-document.ts';

/** A document's file, for the customer and whom they show it. Each opening is told to the customer by name. Throws notFound for anybody else. */
export const openDocument = async (work: Work, documentId: string): Promise<OpenedFile> => {
  const why = 'opened a document';
  const record = await loadDocument(work, documentId, { section: 'documentFile', action: 'read', why });
  if (!record.file) throw notFound();
  const { tx, cityId, actor, now } = work;
  if (actor.role !== 'customer')
    await tx
      .insertInto('documentOpening')
      .values({
        ...{ cityId, id: newId(), documentId: record.id, at: now },
        ...{ personId: actor.personId, personName: actor.name, role: actor.role },
      })
      .execute();
  return openFile(work, record.file.id, { section: 'documentFile', why });
};
