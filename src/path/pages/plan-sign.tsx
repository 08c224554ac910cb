import { useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { JointPlan } from './parts/joint-plan.tsx';
import { jointPlanLabels, loadJointPlan, sendSignature } from './parts/joint-plan-act.ts';

export const handle: PageHandle = { roles: ['customer'] };

export const loader = pageLoader((page) => loadJointPlan(page, null));

export const action = formAction((page, form) => sendSignature(page, form, null, '/plan'), jointPlanLabels);

export default function PlanSign() {
  const plan = useLoaderData<typeof loader>();
  const { t } = useText();
  return <JointPlan plan={plan} base="/plan" within={t('nav.plan')} />;
}
