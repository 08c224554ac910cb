import { useActionData, useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { NewStep } from './parts/new-step.tsx';
import { loadNewStep, sendNewStep } from './parts/new-step-load.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => loadNewStep(page, null));

export const action = formAction((page, form) => sendNewStep(page, form, null));

export default function PlanNewStep() {
  return <NewStep {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} mySide="customer" />;
}
