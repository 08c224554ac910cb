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
import { CaseloadFilters, useFilterName } from './parts/caseload-filters.tsx';
import { CaseloadTable, chosenForm } from './parts/caseload-table.tsx';

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

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const Pages = ({ look, previous, next }: { look: Look } & Pick<Loaded, 'previous' | 'next'>) => {
  const { t } = useText();
  if (previous === null && next === null) return null;
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      {previous === null ? null : (
        <a href={addressOf(look, { before: previous })} rel="prev">
          {t('pager.previous')}
        </a>
      )}
      {next === null ? null : (
        <a href={addressOf(look, { after: next })} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  );
};

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

const Found = ({ data }: { data: Loaded }) => {
  const { t } = useText();
  const { customers, found, look, today } = data;
  const nameOf = useFilterName(data);
  if (found === 0)
    return (
      <Empty>
        <p>{t('path.caseload.found', { count: 0 })}</p>
        <a href="/caseload?sort=name">{t('path.caseload.showAll')}</a>
      </Empty>
    );
  const asked = [...look.show.map(nameOf), ...(look.name ? [t('path.desk.named', { name: look.name })] : [])];
  const caption = [t('path.desk.found', { count: found }), asked.join(', ')].filter(Boolean).join(': ');
  return (
    <>
      <CaseloadTable customers={customers} look={look} caption={caption} today={today} />
      <form id={chosenForm} method="get" action="/caseload/hand-over" className="no-print">
        <Send kind="secondary" small>
          {t('path.desk.handOver')}
        </Send>
      </form>
    </>
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
          <CaseloadFilters look={look} counted={data} />
          <Found data={data} />
          <Pages look={look} previous={data.previous} next={data.next} />
          <KeptPromise promise={data.promise}>{t('path.desk.promiseCounts')}</KeptPromise>
          <p className="no-print">
            <a href="/done-for-customers">{t('acted.mineLink')}</a>
          </p>
        </>
      )}
    </Page>
  );
}
