import { useLoaderData } from 'react-router';
import { Actions, Send } from '../../web/components/actions.tsx';
import { Table } from '../../web/components/desk.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { ButtonForm } from '../../web/components/form.tsx';
import { Empty, Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { askForRun, type Feed, type Run, readMatchingWork } from '../recommend/runs.ts';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader((page) => page.run((work) => readMatchingWork(work), undefined));

export const action = formAction(async (page) => {
  await page.run((work) => askForRun(work), undefined);
  return goTo('/matching-work', 'saved');
});

/** How far a run is: a bar and the same in numbers. */
const Progress = ({ run: { done, total, endedAt } }: { run: Run }) => {
  const { t, number } = useText();
  const said = t('matching.work.progress', { done: number(done), total: number(total) });
  return (
    <>
      {endedAt ? null : <progress value={done} max={Math.max(1, total)} aria-label={t('matching.work.goesOn')} />}{' '}
      {said}
    </>
  );
};

const Runs = ({ runs }: { runs: readonly Run[] }) => {
  const { t, time, number } = useText();
  const columns = (['started', 'ended', 'looked', 'found'] as const).map((key) => ({
    key,
    label: t(`matching.work.${key}`),
  }));
  return (
    <Table
      caption={t('matching.work.runs')}
      columns={columns}
      rows={runs.map((run) => ({
        key: run.id,
        cells: [
          time(run.startedAt),
          run.endedAt ? time(run.endedAt) : t('matching.work.goesOn'),
          <Progress key="progress" run={run} />,
          number(run.found),
        ],
      }))}
    />
  );
};

const FeedFacts = ({ feed }: { feed: Feed }) => {
  const { t, time, number } = useText();
  const { municipality, readAt, advertCount, skippedCount, trouble, troubleAt, readingCount, readingOf } = feed;
  const isRead = readingCount === null ? '' : [readingCount, ...(readingOf ? [readingOf] : [])].map(number).join(' / ');
  return (
    <>
      <Facts
        facts={[
          { what: t('matching.work.municipality'), value: municipality },
          { what: t('matching.work.readAt'), value: readAt ? time(readAt) : t('matching.work.neverRead') },
          { what: t('matching.work.adverts'), value: number(advertCount) },
          { what: t('matching.work.reading'), value: isRead },
          { what: t('matching.work.skipped'), value: skippedCount > 0 ? number(skippedCount) : '' },
        ]}
      />
      {trouble && troubleAt ? (
        <p>
          {t('matching.work.trouble', { at: time(troubleAt) })} <code>{trouble}</code>
        </p>
      ) : null}
    </>
  );
};

/** What matching does by itself in the city: the night's recommendations, and the open jobs read from outside. */
export default function MatchingWorkPage() {
  const { runs, feed } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page title={t('matching.work.title')} lead={t('matching.work.lead')} wide>
      <Title>{t('matching.work.title')}</Title>
      {runs.length === 0 ? <Empty>{t('matching.work.none')}</Empty> : <Runs runs={runs} />}
      <ButtonForm>
        <Actions>
          <Send kind="secondary">{t('matching.work.begin')}</Send>
        </Actions>
      </ButtonForm>
      <Section title={t('matching.adverts.title')}>
        {feed ? <FeedFacts feed={feed} /> : <p>{t('matching.work.noFeed')}</p>}
      </Section>
    </Page>
  );
}
