import { useLoaderData } from 'react-router';
import { roles } from '../../kernel/actor.ts';
import { Empty, Page, Title } from '../components/layout.tsx';
import { LiveMoves } from '../components/live-moves.tsx';
import { MoveGroups } from '../components/moves.tsx';
import { Pager, pageNumber } from '../components/pager.tsx';
import { pageOfMoves } from '../move-groups.ts';
import { readMyMoves } from '../my-moves.ts';
import { type PageHandle, pageLoader } from '../page.ts';
import { stoppedJobs } from '../stopped-jobs.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles };

export const loader = pageLoader(async (page) => {
  const isAdministrator = page.actor.role === 'administrator';
  const more = isAdministrator ? await stoppedJobs({ jobs: page.app.jobs, run: page.run }) : [];
  return pageOfMoves(await page.run(readMyMoves, { more }), pageNumber(page.query));
});

export default function MyMoves() {
  const { moves, counts, page, total } = useLoaderData<typeof loader>();
  const { t } = useText();
  const mine = total - counts.waiting - counts.coming;
  return (
    <Page title={t('moves.title', { count: mine })} lead={t('moves.lead')}>
      <Title>{t('home.moves')}</Title>
      <LiveMoves />
      {mine === 0 ? <Empty>{t('home.noMoves')}</Empty> : null}
      <MoveGroups moves={moves} counts={counts} />
      <Pager page={page} total={total} />
    </Page>
  );
}
