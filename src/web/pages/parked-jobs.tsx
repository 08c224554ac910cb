import { useLoaderData } from 'react-router';
import { firstLine, mayRetryJob, maySeeParkedJobs, retryJobInput } from '../../kernel/parked-jobs.ts';
import { Problem } from '../../kernel/problem.ts';
import { Send } from '../components/actions.tsx';
import { Table } from '../components/desk.tsx';
import { ButtonForm } from '../components/form.tsx';
import { Empty, Page, Title } from '../components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../page.ts';
import { useText } from '../text.tsx';

export const handle: PageHandle = { roles: ['administrator'] };

export const loader = pageLoader(async ({ app, run }) => {
  const jobs = await app.jobs.parked(await run(maySeeParkedJobs, undefined));
  return { jobs: jobs.map((job) => ({ ...job, reason: firstLine(job.reason) })) };
});

export const action = formAction(async ({ app, run }, form) => {
  const { id } = form.read(retryJobInput, { id: form.text('id') });
  const cityId = await run(mayRetryJob, undefined);
  if (!(await app.jobs.retry(cityId, id))) throw new Problem('notNow');
  return goTo('/parked-jobs', 'retried');
});

const Again = ({ id }: { id: string }) => {
  const { t } = useText();
  return (
    <ButtonForm className="plain">
      <Send kind="secondary" small name="id" value={id}>
        {t('parked.again')}
      </Send>
    </ButtonForm>
  );
};

export default function ParkedJobs() {
  const { jobs } = useLoaderData<typeof loader>();
  const { t, time } = useText();
  const columns = (['topic', 'since', 'reason', 'again'] as const).map((key) => ({ key, label: t(`parked.${key}`) }));
  return (
    <Page
      title={jobs.length > 0 ? t('parked.some', { count: jobs.length }) : t('parked.title')}
      lead={t('parked.lead')}
      wide
    >
      <Title>{t('parked.title')}</Title>
      {jobs.length === 0 ? (
        <Empty>{t('parked.none')}</Empty>
      ) : (
        <Table
          caption={t('parked.caption', { count: jobs.length })}
          columns={columns}
          rows={jobs.map((job) => ({
            key: job.id,
            cells: [
              <code key="topic">{job.topic || t('parked.mail')}</code>,
              time(job.parkedAt),
              <code key="reason">{job.reason}</code>,
              <Again key="again" id={job.id} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}
