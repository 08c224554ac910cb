import { type Form, goTo, type Page } from '../../../web/page.ts';
import { readGoalVersions } from '../../goals.ts';
import { setGoal, setGoalInput } from '../../set-goal.ts';
import { readPlanFront } from '../../signing/read-front.ts';

/** What the field is called, for the list of what to mend. */
export const goalLabels = { goal: 'path.goal' } as const;

/** The goal's page for a customer (null: the reader). */
export const loadGoal = async (page: Page, customerId: string | null) => {
  const versions = await page.run(readGoalVersions, { customerId });
  return { versions, goal: versions[0]?.goal ?? '', version: versions[0]?.version ?? 0 };
};

export const saveGoal = async (page: Page, form: Form, customerId: string | null): Promise<Response> => {
  const input = form.read(setGoalInput, { customerId, goal: form.text('goal'), version: form.version });
  await page.run(setGoal, input);
  const { version, validity } = await page.run(readPlanFront, { customerId });
  const isSignedBefore = version > 0 && validity.state === 'waits';
  return goTo(customerId === null ? '/plan' : `/customers/${customerId}`, isSignedBefore ? 'savedToSign' : 'saved');
};
