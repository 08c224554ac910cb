import { type RouteConfigEntry, route } from '@react-router/dev/routes';

export const pathRoutes: RouteConfigEntry[] = [
  route('plan', '../path/pages/plan.tsx'),
  route('plan/goal', '../path/pages/plan-goal.tsx'),
  route('plan/steps/new', '../path/pages/plan-new-step.tsx'),
  route('steps/:stepId', '../path/pages/step.tsx'),
  route('steps/:stepId/change', '../path/pages/change-step.tsx'),
  route('appointments/:appointmentId/step', '../path/pages/agreed-step.tsx'),
  route('without-adviser', '../path/pages/without-adviser.tsx'),
  route('caseload', '../path/pages/caseload.tsx'),
  route('customers/:customerId', '../path/pages/customer.tsx'),
  route('customers/:customerId/goal', '../path/pages/customer-goal.tsx'),
  route('customers/:customerId/talk', '../path/pages/customer-talk.tsx'),
  route('customers/:customerId/job-search', '../path/pages/customer-job-search.tsx'),
  route('customers/:customerId/steps/new', '../path/pages/customer-new-step.tsx'),
];
