import { type PageHandle, pageLoader } from '../../web/page.ts';
import { planSchema } from '../paper/plan-record.ts';

/** For whoever reads a plan we handed over, whether they know us or not. */
export const handle: PageHandle = { roles: 'anyone' };

export const loader = pageLoader(
  ({ app }) =>
    new Response(`${JSON.stringify(planSchema(app.config.url), null, 2)}\n`, {
      headers: {
        'content-type': 'application/schema+json; charset=utf-8',
        'content-disposition': 'attachment; filename="tuttu-plan-1.schema.json"',
      },
    }),
);
