import { useLoaderData } from 'react-router';
import { type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { PlanPaper } from './parts/paper.tsx';
import { loadPaper } from './parts/paper-file.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader(async (page) => {
  const customerId = page.param('customerId');
  return { written: await loadPaper(page, customerId), customerId };
});

export default function SocialPlanOnPaper() {
  const { written, customerId } = useLoaderData<typeof loader>();
  const { t } = useText();
  return <PlanPaper written={written} base={`/social-work/${customerId}`} within={t('nav.socialWork')} />;
}
