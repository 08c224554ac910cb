import { fileResponse } from '../../kernel/files/file-answer.ts';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { readMessageFile } from '../read-message-file.ts';

export const handle: PageHandle = { roles: ['customer', 'businessContact', 'adviser', 'socialWorker'] };

/** A file of a message, to save. */
export const loader = pageLoader(async (page) => {
  const file = await page.run(readMessageFile, { threadId: page.param('threadId'), fileId: page.param('fileId') });
  const { database, services } = page.app;
  return fileResponse({ database, secrets: services.secrets }, file);
});
