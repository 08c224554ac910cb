import { redirect } from 'react-router';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { exportBreach } from '../breach/read-breach.ts';
import { breachCsv } from '../breach/to-csv.ts';
import { breachAsked } from './parts/breach-asked.ts';

export const handle: PageHandle = { roles: ['administrator'] };

/** The report as a file to save; without an account the page that asks for one opens. */
export const loader = pageLoader(async (page) => {
  const asked = breachAsked(page);
  if (asked.accountId === '') return redirect('/breach', 303);
  return new Response(breachCsv(await page.run(exportBreach, asked)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="tuttu-account-${asked.fromOn}-${asked.untilOn}.csv"`,
      'cache-control': 'no-store',
    },
  });
});
