import { badField } from '../../../kernel/problem.ts';
import type { Page } from '../../../web/page.ts';

/** The file sent with the page's form. Throws badInput where there is none, or a larger one than is taken. */
export const sentFile = (page: Page) => {
  if (page.isTooLarge) throw badField('file', 'files.wrong.tooLarge');
  if (!page.upload) throw badField('file', 'documents.file.choose');
  const { name, pieces } = page.upload;
  return { name: name.slice(0, 500), pieces };
};
