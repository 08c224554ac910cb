import { Page, Title } from '../../web/components/layout.tsx';
import { formAction, goTo, type PageHandle } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { tellStage } from '../stages/tell-stage.ts';
import { NewStage, newStageLabels, readNewStage } from './parts/new-stage.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const action = formAction(async (page, form) => {
  await page.run(tellStage, readNewStage(form, null));
  return goTo('/plan', 'stageTold');
}, newStageLabels);

export default function PlanNewStage() {
  const { t } = useText();
  const title = t('path.stages.tellTitle.customer');
  return (
    <Page title={title} lead={t('path.stages.tellLead.customer')}>
      <Title within={t('nav.plan')}>{title}</Title>
      <NewStage mySide="customer" />
      <p>
        <a href="/plan">{t('path.stages.back')}</a>
      </p>
    </Page>
  );
}
