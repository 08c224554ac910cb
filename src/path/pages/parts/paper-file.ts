import { notFound } from '../../../kernel/problem.ts';
import type { Page } from '../../../web/page.ts';
import { type PlanReader, planFile, planForms } from '../../paper/plan-file.ts';
import { readPaper } from '../../paper/read-paper.ts';
import { writePlan } from '../../paper/write-plan.ts';

/** In whose language and city a plan is written for the page's reader. */
const readerOf = ({ language, city, app }: Page): PlanReader => {
  if (!city) throw notFound();
  return { language, city, say: app.say, now: app.clock(), url: app.config.url };
};

export const loadPaper = async (page: Page, customerId: string | null) =>
  writePlan(await page.run(readPaper, { customerId }), readerOf(page));

/** A file to save, not a page: `?form=` says which, the PDF unless it says so. */
export const paperFile = async (page: Page, customerId: string | null): Promise<Response> => {
  const form = planForms.find((one) => one === page.query.get('form')) ?? 'pdf';
  const { name, type, bytes } = await planFile(page.run, { customerId, form }, readerOf(page));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
};
