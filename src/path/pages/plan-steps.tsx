import { useLoaderData } from 'react-router';
import { pageNumber } from '../../web/components/pager.tsx';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { loadSteps, moveInView } from './parts/steps-load.ts';
import { StepsPage } from './parts/steps-page.tsx';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader(async (page) => ({
  ...(await loadSteps(page, null)),
  page: pageNumber(page.query),
}));

export const action = formAction((page, form) => moveInView(page, form, null));

export default function PlanSteps() {
  return <StepsPage {...useLoaderData<typeof loader>()} />;
}
