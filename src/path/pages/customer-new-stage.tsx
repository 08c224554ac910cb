import { useLoaderData } from 'react-router';
import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { readStages } from '../stages/read-stages.ts';
import { tellStage } from '../stages/tell-stage.ts';
import { NewStage, newStageLabels, readNewStage } from './parts/new-stage.tsx';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader(async (page) => {
  const { customer } = await page.run(readStages, { customerId: page.param('customerId') });
  return { customer };
});

export const action = formAction(async (page, form) => {
  const customerId = page.param('customerId');
  await page.run(tellStage, readNewStage(form, customerId));
  return goTo(`/customers/${customerId}`, 'stageTold');
}, newStageLabels);

export default function CustomerNewStage() {
  const { customer } = useLoaderData<typeof loader>();
  const { t } = useText();
  const title = t('path.stages.tellTitle.adviser', { name: customer.name });
  return (
    <Page title={title} lead={t('path.stages.tellLead.adviser')}>
      <Title within={t('nav.caseload')}>{title}</Title>
      <NewStage mySide="adviser" />
      <p>
        <a href={`/customers/${customer.id}`}>{customer.name}</a>
      </p>
    </Page>
  );
}
