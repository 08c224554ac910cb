import { useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { NewSection } from './parts/new-section.tsx';
import { loadNewSection, newSectionLabels, sendNewSection } from './parts/new-section-act.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader((page) => loadNewSection(page, page.param('customerId')));

export const action = formAction(
  (page, form) => sendNewSection(page, form, page.param('customerId'), `/social-work/${page.param('customerId')}`),
  newSectionLabels,
);

export default function SocialNewSection() {
  const { t } = useText();
  return <NewSection keys={useLoaderData<typeof loader>().keys} within={t('nav.socialWork')} isCustomer={false} />;
}
