import { useLoaderData } from 'react-router';
import { pageNumber } from '../../web/components/pager.tsx';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { loadSteps, moveInView } from './parts/steps-load.ts';
import { StepsPage } from './parts/steps-page.tsx';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader(async (page) => ({
  ...(await loadSteps(page, page.param('customerId'))),
  page: pageNumber(page.query),
}));

export const action = formAction((page, form) => moveInView(page, form, page.param('customerId')));

export default function SocialSteps() {
  return <StepsPage {...useLoaderData<typeof loader>()} />;
}
