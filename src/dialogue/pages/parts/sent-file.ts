import { badField, type FieldProblem } from '../../../kernel/problem.ts';
import type { Page } from '../../../web/page.ts';

/** The file sent with the page's form; null where none was chosen. Throws badInput where it is larger than is taken. */
export const chosenFile = (page: Page) => {
  if (page.isTooLarge) throw badField('file', 'files.wrong.tooLarge');
  if (!page.upload) return null;
  const { name, pieces } = page.upload;
  return { name: name.slice(0, 500), pieces };
};

/** The file sent with the page's form. Throws badInput where there is none, or a larger one than is taken. */
export const sentFile = (page: Page) => {
  const file = chosenFile(page);
  if (!file) throw badField('file', 'documents.file.choose');
  return file;
};

/** What is wrong with the file a form cannot do without, to be told in one round with what is wrong with its other fields. */
export const fileFaults = (page: Page): FieldProblem[] => {
  if (page.isTooLarge) return [{ field: 'file', message: 'files.wrong.tooLarge' }];
  return page.upload ? [] : [{ field: 'file', message: 'documents.file.choose' }];
};
