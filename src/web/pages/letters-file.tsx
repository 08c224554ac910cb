import { toCsv } from '../../kernel/csv.ts';
import { exportLetters, type WaitingLetter } from '../../kernel/notices/letters.ts';
import { aroundLetter, lettersFileName, writeLetters } from '../../kernel/notices/write-letters.ts';
import { notFound } from '../../kernel/problem.ts';
import { renderDocument } from '../../kernel/written/render-document.ts';
import { type Page, type PageHandle, pageLoader } from '../page.ts';

export const handle: PageHandle = { roles: ['coordinator'] };

const columns = ['id', 'name', 'language', 'madeAt', 'subject', 'greeting', 'body', 'closing'];

const asFile = (body: string | Uint8Array<ArrayBuffer>, type: string, name: string) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });

const csvOf = (letters: readonly WaitingLetter[], { app }: Page) => {
  const { say, config } = app;
  const rows = letters.map(({ customerId: _, madeAt, ...letter }) => ({
    ...letter,
    madeAt: madeAt.toISOString(),
    ...aroundLetter(letter, { say, url: config.url }),
  }));
  return asFile(toCsv(columns, rows), 'text/csv; charset=utf-8', 'tuttu-letters.csv');
};

const pdfOf = async (letters: readonly WaitingLetter[], { app, city, language }: Page) => {
  if (!city) throw notFound();
  const reader = { language, city, say: app.say, now: app.clock(), url: app.config.url };
  const bytes = await renderDocument(writeLetters(letters, reader), 'pdf');
  return asFile(new Uint8Array(bytes), 'application/pdf', lettersFileName(reader));
};

/** Letters to post as a file, for whoever prints and posts them: `?form=pdf` as a tagged PDF, else as a table. */
export const loader = pageLoader(async (page) => {
  const letters = await page.run((work) => exportLetters(work), undefined);
  return page.query.get('form') === 'pdf' ? pdfOf(letters, page) : csvOf(letters, page);
});
