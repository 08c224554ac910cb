import { useActionData, useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { GoalForm } from './parts/goal-form.tsx';
import { loadGoal, saveGoal } from './parts/goal-load.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => loadGoal(page, null));

export const action = formAction((page, form) => saveGoal(page, form, null));

export default function PlanGoalPage() {
  return <GoalForm {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} mySide="customer" />;
}
