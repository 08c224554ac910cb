import { useLoaderData } from 'react-router';
import { useFailure } from '../../web/components/failures.tsx';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { GoalForm } from './parts/goal-form.tsx';
import { goalLabels, loadGoal, saveGoal } from './parts/goal-load.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => loadGoal(page, page.param('customerId')));

export const action = formAction((page, form) => saveGoal(page, form, page.param('customerId')), goalLabels);

export default function CustomerGoalPage() {
  return <GoalForm {...useLoaderData<typeof loader>()} failure={useFailure()} mySide="adviser" />;
}
