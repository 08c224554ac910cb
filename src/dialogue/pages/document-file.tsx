import { fileResponse } from '../../kernel/files/file-answer.ts';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { openDocument } from '../documents/open-document.ts';

export const handle: PageHandle = { roles: ['customer', 'adviser', 'socialWorker'] };

/** The file itself, to save. */
export const loader = pageLoader(async (page) => {
  const { database, services } = page.app;
  const file = await page.run(openDocument, page.param('documentId'));
  return fileResponse({ database, secrets: services.secrets }, file);
});
