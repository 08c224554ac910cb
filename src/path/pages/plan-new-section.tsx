import { useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { NewSection } from './parts/new-section.tsx';
import { loadNewSection, newSectionLabels, sendNewSection } from './parts/new-section-act.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => loadNewSection(page, null));

export const action = formAction((page, form) => sendNewSection(page, form, null, '/plan/sections'), newSectionLabels);

export default function PlanNewSection() {
  const { t } = useText();
  return <NewSection keys={useLoaderData<typeof loader>().keys} within={t('nav.plan')} isCustomer />;
}
