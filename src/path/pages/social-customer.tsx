import { useLoaderData } from 'react-router';
import { Go } from '../../web/components/actions.tsx';
import { Page, Title } from '../../web/components/layout.tsx';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readSocialCustomer } from '../social/read-social-customer.ts';
import { PlanFront } from './parts/plan-front.tsx';
import { PlanSteps } from './parts/plan-parts.tsx';
import { RhythmOfJointPlan } from './parts/rhythm.tsx';
import { Sections } from './parts/sections.tsx';
import { StagesOfJointPlan } from './parts/stages.tsx';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader((page) => page.run(readSocialCustomer, { customerId: page.param('customerId') }));

export default function SocialCustomer() {
  const { front, stages, rhythm, steps, ...view } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { id, name, area } = view.customer;
  return (
    <Page title={name} lead={area || undefined}>
      <Title within={t('nav.socialWork')}>{name}</Title>
      {front ? <PlanFront front={front} base={`/social-work/${id}`} /> : <p>{t('path.social.notParty')}</p>}
      {stages ? <StagesOfJointPlan stages={stages} /> : null}
      <h2 className="aksel-heading aksel-heading--medium">{t('path.social.steps')}</h2>
      <PlanSteps steps={steps} mySide="socialWorker" base={`/social-work/${id}`} />
      <p className="no-print">
        <Go to={`/social-work/${id}/steps/new`} kind="secondary">
          {t('path.propose')}
        </Go>
      </p>
      {rhythm ? <RhythmOfJointPlan rhythm={rhythm} /> : null}
      <Sections view={view} base={`/social-work/${id}`} isCustomer={false} />
      <p>
        <a href={`/social-work/${id}/invite`}>{t('path.invite.link')}</a>{' '}
        <a href={`/customers/${id}/threads/new`}>{t('dialogue.new.title')}</a>{' '}
        <a href={`/customers/${id}/documents`}>{t('documents.link')}</a>
      </p>
      <p>
        <a href={`/social-work/${id}/hand-over`}>{t('path.transfer.link')}</a>{' '}
        <a href="/social-work">{t('path.customer.back')}</a>
      </p>
    </Page>
  );
}
