import { useLoaderData } from 'react-router';
import { useFailure } from '../../web/components/failures.tsx';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { NewStep } from './parts/new-step.tsx';
import { loadNewStep, sendNewStep } from './parts/new-step-load.ts';
import { stepLabels } from './parts/step-text.ts';

export const handle: PageHandle = { roles: ['socialWorker'] };

export const loader = pageLoader((page) => loadNewStep(page, page.param('customerId')));

export const action = formAction((page, form) => sendNewStep(page, form, page.param('customerId')), stepLabels);

export default function SocialNewStep() {
  return <NewStep {...useLoaderData<typeof loader>()} failure={useFailure()} mySide="socialWorker" />;
}
