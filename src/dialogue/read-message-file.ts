import { type OpenedFile, openFile } from '../kernel/files/read-files.ts';
import { isId } from '../kernel/ids.ts';
import { notFound } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadThread } from './thread-access.ts';

/** A file of a message, for whoever may read its thread; each having of it is in the use log. Throws notFound for any other. */
export const readMessageFile = async (
  work: Work,
  { threadId, fileId }: { threadId: string; fileId: string },
): Promise<OpenedFile> => {
  const thread = await loadThread(work, threadId, { action: 'read', why: 'file of a message' });
  if (!isId(fileId)) throw notFound();
  const hung = await work.tx
    .selectFrom('messageFile as h')
    .innerJoin('message as m', (join) => join.onRef('m.cityId', '=', 'h.cityId').onRef('m.id', '=', 'h.messageId'))
    .select('h.fileId')
    .where('h.cityId', '=', work.cityId)
    .where('h.fileId', '=', fileId)
    .where('m.threadId', '=', thread.id)
    .executeTakeFirst();
  if (!hung) throw notFound();
  return openFile(work, hung.fileId, { section: 'messages', why: 'file of a message' });
};
