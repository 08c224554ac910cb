import { redirect, useLoaderData } from 'react-router';
import type { z } from 'zod';
import { readOwnPromise } from '../../dialogue/index.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Work } from '../../kernel/work.ts';
import { Send } from '../../web/components/actions.tsx';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { KeptPromise } from '../../web/components/promise-to-me.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { addressOf, type Look, lookIn, queryOf } from '../caseload/address.ts';
import { type KeptLook, keepLastLook, readLooks } from '../caseload/looks.ts';
import { readCaseload, type readCaseloadInput } from '../caseload/read-caseload.ts';
import { CaseloadList } from './parts/caseload-list.tsx';
import { chosenForm } from './parts/caseload-table.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

/** The list, and how the adviser keeps their promise to reply. */
const readDesk = async (work: Work, input: z.output<typeof readCaseloadInput>) => ({
  ...(await readCaseload(work, input)),
  promise: await readOwnPromise(work),
});

export const loader = pageLoader(async (page) => {
  const looks = await page.run(readLooks, undefined);
  // Without anything asked, as it was looked at last: in the address, so that it can be changed.
  if (page.query.size === 0 && looks.last) throw redirect(`/caseload?${looks.last}`);
  const { after, before, ...look } = lookIn(page.query);
  const view = await page.run(readDesk, { ...look, after, before });
  return {
    ...view,
    look,
    named: looks.named,
    today: dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock()),
  };
});

/** What was chosen, as an address that can be sent to a colleague; kept for the next time. */
export const action = formAction(async (page, form) => {
  const chosen = ['show', 'column', 'name', 'sort'].flatMap((name) => form.all(name).map((value) => [name, value]));
  const { after: _, before: __, ...look } = lookIn(new URLSearchParams(chosen));
  await page.run(keepLastLook, look);
  return goTo(addressOf(look));
});

/** The filters one has named, and where these get a name. */
const Named = ({ named, look }: { named: readonly KeptLook[]; look: Look }) => {
  const { t } = useText();
  return (
    <nav className="tabs no-print" aria-label={t('path.desk.looks')}>
      <ul>
        {named.map(({ id, name, query }) => (
          <li key={id}>
            <a href={`/caseload?${query || 'sort=name'}`} aria-current={query === queryOf(look) ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={`/caseload/looks?${queryOf({ ...look, name: '' })}`}>{t('path.desk.keep')}</a>
        </li>
      </ul>
    </nav>
  );
};

/** Takes those who are ticked to where they are handed over. */
const HandOver = () => {
  const { t } = useText();
  return (
    <form id={chosenForm} method="get" action="/caseload/hand-over" className="no-print">
      <Send kind="secondary" small>
        {t('path.desk.handOver')}
      </Send>
    </form>
  );
};

export default function Caseload() {
  const data = useLoaderData<typeof loader>();
  const { t } = useText();
  const { all, look } = data;
  return (
    <Page title={t('path.caseload.title', { count: all })} lead={t('path.caseload.lead')} wide>
      <Title>{t('nav.caseload')}</Title>
      {all === 0 ? (
        <Empty>
          <p>{t('path.caseload.empty')}</p>
          <a href="/without-adviser">{t('nav.withoutAdviser')}</a>
        </Empty>
      ) : (
        <>
          <Named named={data.named} look={look} />
          <CaseloadList view={data} look={look} kind="adviser" today={data.today}>
            <HandOver />
          </CaseloadList>
          <KeptPromise promise={data.promise}>{t('path.desk.promiseCounts')}</KeptPromise>
          <p className="no-print">
            <a href="/done-for-customers">{t('acted.mineLink')}</a>
          </p>
        </>
      )}
    </Page>
  );
}
