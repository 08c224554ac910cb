import { redirect } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { takeMyData } from '../read-my-data.ts';
import { toDocument, toZip } from '../take-along.ts';

export const handle: PageHandle = { roles };

const file = (bytes: Uint8Array, name: string, type: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });

/** A file to save, not a page: `?form=zip` or `json`; without one the page that offers them opens. */
export const loader = pageLoader(async (page) => {
  const form = page.query.get('form');
  if (form !== 'zip' && form !== 'json') return redirect('/my-data', 303);
  const mine = await page.run((work) => takeMyData(work), undefined);
  if (form === 'json')
    return file(
      new TextEncoder().encode(`${JSON.stringify(toDocument(mine), null, 2)}\n`),
      'tuttu-my-data.json',
      'application/json; charset=utf-8',
    );
  const about = page.t('rights.file.about', { city: page.city?.name[page.language] ?? '' });
  return file(toZip(mine, about), 'tuttu-my-data.zip', 'application/zip');
});
