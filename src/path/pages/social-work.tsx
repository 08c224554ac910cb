import { useLoaderData } from 'react-router';
import { dayIn } from '../../kernel/clock.ts';
import { Empty, Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { addressOf, lookIn } from '../caseload/address.ts';
import { readCaseload } from '../caseload/read-caseload.ts';
import { CaseloadList } from './parts/caseload-list.tsx';

export const handle: PageHandle = { roles: ['socialWorker'] };

const kind = 'socialWorker';

export const loader = pageLoader(async (page) => {
  const { after, before, ...look } = lookIn(page.query, kind);
  return {
    view: await page.run(readCaseload, { ...look, after, before }),
    look,
    today: dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock()),
  };
});

/** What was chosen, as an address. */
export const action = formAction(async (_page, form) => {
  const chosen = ['show', 'column', 'name', 'sort'].flatMap((name) => form.all(name).map((value) => [name, value]));
  const { after: _after, before: _before, ...look } = lookIn(new URLSearchParams(chosen), kind);
  return goTo(addressOf(look, {}, kind));
});

export default function SocialWork() {
  const { view, look, today } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('path.caseload.title', { count: view.all })} lead={t('path.social.lead')} wide>
      <Title>{t('nav.socialWork')}</Title>
      {view.all === 0 ? (
        <Empty>{t('path.social.empty')}</Empty>
      ) : (
        <CaseloadList view={view} look={look} kind={kind} today={today} />
      )}
    </Page>
  );
}
