import { useLoaderData } from 'react-router';
import { Send } from '../../web/components/actions.tsx';
import { useFailure } from '../../web/components/failures.tsx';
import { Choice, Pick, PostForm, TextArea } from '../../web/components/form.tsx';
import { Page, Section, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { changeKind, changeKindInput } from '../kinds/change-kind.ts';
import type { KindChange } from '../kinds/kind-history.ts';
import { nameSocialWorker, nameSocialWorkerInput } from '../kinds/name-social-worker.ts';
import { startKind } from '../kinds/start-kind.ts';
import { readPlanFront } from '../signing/read-front.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => page.run(startKind, { customerId: page.param('customerId') }));

export const action = formAction(
  async (page, form) => {
    const customerId = page.param('customerId');
    if (form.text('do') === 'worker') {
      const input = { customerId, socialWorkerId: form.text('socialWorkerId') };
      await page.run(nameSocialWorker, form.read(nameSocialWorkerInput, input));
      return goTo(`/customers/${customerId}`, 'socialWorkerNamed');
    }
    const input = { customerId, kind: form.text('kind'), why: form.text('why'), version: form.version };
    await page.run(changeKind, form.read(changeKindInput, input));
    const { parties } = await page.run(readPlanFront, { customerId });
    const isUnnamed = parties.some(({ party, personName }) => party === 'wellbeing' && personName === null);
    return goTo(
      isUnnamed ? `/customers/${customerId}/kind` : `/customers/${customerId}`,
      isUnnamed ? 'kindNeedsWorker' : 'kindChanged',
    );
  },
  { kind: 'path.kind.which', why: 'path.kind.why', socialWorkerId: 'path.kind.worker' },
);

const History = ({ history }: { history: readonly KindChange[] }) => {
  const { t, day } = useText();
  if (history.length === 0) return null;
  return (
    <Section title={t('path.kind.history')}>
      <ol className="history">
        {history.map((change) => (
          <li key={change.version}>
            <p>
              {t(`path.kind.${change.kind}`)}{' '}
              <span className="quiet">{t('path.kind.by', { name: change.personName, day: day(change.fromOn) })}</span>
            </p>
            <p className="words">{change.why}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};

export default function CustomerKind() {
  const { customer, frame, history, kinds, workers } = useLoaderData<typeof loader>();
  const { t, language } = useText();
  const { id, name } = customer;
  const isJoint = frame.parties.includes('wellbeing');
  return (
    <Page title={t('path.kind.title', { name })} lead={t('path.kind.lead', { kind: t(`path.kind.${frame.kind}`) })}>
      <Title within={name}>{t('path.kind.title', { name })}</Title>
      <PostForm failure={useFailure()} version={frame.version}>
        {isJoint && workers.length > 0 ? (
          <>
            <Pick
              name="socialWorkerId"
              label={t('path.kind.worker')}
              hint={t('path.kind.workerHint')}
              options={workers.map((worker) => ({ value: worker.id, label: worker.name }))}
            />
            <Send kind="secondary" name="do" value="worker">
              {t('path.kind.nameWorker')}
            </Send>
          </>
        ) : null}
        <Choice
          name="kind"
          label={t('path.kind.which')}
          hint={t('path.kind.whichHint')}
          options={kinds.map(({ kind, law, basis }) => ({
            value: kind,
            label: t(`path.kind.${kind}`),
            hint: t('path.kind.byLaw', { basis: basis[language], law }),
          }))}
        />
        <TextArea name="why" label={t('path.kind.why')} hint={t('path.kind.whyHint')} rows={3} most={1000} />
        <Send>{t('path.kind.change')}</Send>
      </PostForm>
      {isJoint && workers.length === 0 ? <p>{t('path.kind.noWorkers')}</p> : null}
      <History history={history} />
      <p>
        <a href={`/customers/${id}`}>{t('path.toPlan')}</a>
      </p>
    </Page>
  );
}
