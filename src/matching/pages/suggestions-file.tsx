import { type PageHandle, pageLoader } from '../../web/page.ts';
import { exportSuggestions } from '../answerable/read-suggestions.ts';

export const handle: PageHandle = { roles: ['customer'] };

/** A file to save, not a page: everything that has been suggested to me, as JSON. */
export const loader = pageLoader(async (page) => {
  const suggestions = await page.run((work) => exportSuggestions(work), undefined);
  return new Response(JSON.stringify({ format: 'tuttu-suggestions', version: 1, suggestions }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="tuttu-suggestions.json"',
      'cache-control': 'no-store',
    },
  });
});
