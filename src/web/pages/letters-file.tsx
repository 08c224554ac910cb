import { toCsv } from '../../kernel/csv.ts';
import { exportLetters } from '../../kernel/notices/letters.ts';
import { type PageHandle, pageLoader } from '../page.ts';

export const handle: PageHandle = { roles: ['coordinator'] };

const columns = ['id', 'name', 'language', 'madeAt', 'subject', 'greeting', 'body', 'closing'];

/** Letters to post as a file, for whoever prints and posts them. */
export const loader = pageLoader(async ({ app, run }) => {
  const letters = await run((work) => exportLetters(work), undefined);
  const rows = letters.map(({ customerId: _, madeAt, ...letter }) => ({
    ...letter,
    madeAt: madeAt.toISOString(),
    greeting: app.say(letter.language, 'mail.greeting', { name: letter.name }),
    closing: app.say(letter.language, 'mail.paperClosing', { address: app.config.url }),
  }));
  return new Response(toCsv(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="tuttu-letters.csv"',
      'cache-control': 'no-store',
    },
  });
});
