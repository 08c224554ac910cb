import { redirect } from 'react-router';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { leaveForms, toFile } from '../leave/leave-with.ts';
import { takeMyProfileAlong } from '../profile/read-portable.ts';

export const handle: PageHandle = { roles: ['customer'] };

/** A file to save, not a page: `?form=` says which; without one the page that offers them opens. */
export const loader = pageLoader(async (page) => {
  const form = leaveForms.find((one) => one === page.query.get('form'));
  if (!form) return redirect('/leave', 303);
  const profile = await page.run((work) => takeMyProfileAlong(work), undefined);
  const { language, app } = page;
  const { name, type, bytes } = await toFile(profile, { form, language, say: app.say, now: app.clock() });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
