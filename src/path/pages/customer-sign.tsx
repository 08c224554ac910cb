import { useLoaderData } from 'react-router';
import { formAction, type PageHandle, pageLoader } from '../../web/page.ts';
import { useText } from '../../web/text.tsx';
import { JointPlan } from './parts/joint-plan.tsx';
import { jointPlanLabels, loadJointPlan, sendSignature } from './parts/joint-plan-act.ts';

export const handle: PageHandle = { roles: ['adviser'] };

export const loader = pageLoader((page) => loadJointPlan(page, page.param('customerId')));

export const action = formAction(
  (page, form) => sendSignature(page, form, page.param('customerId'), `/customers/${page.param('customerId')}`),
  jointPlanLabels,
);

export default function CustomerSign() {
  const plan = useLoaderData<typeof loader>();
  const { t } = useText();
  return <JointPlan plan={plan} base={`/customers/${plan.front.customer.id}`} within={t('nav.caseload')} />;
}
