import { type Form, goTo, type Page } from '../../../web/page.ts';
import { readJointPlan } from '../../signing/read-front.ts';
import { signPlan, signPlanInput } from '../../signing/sign-plan.ts';

/** What the field is called, for the list of what to mend. */
export const jointPlanLabels = { forKela: 'path.sign.kelaName' } as const;

export const loadJointPlan = (page: Page, customerId: string | null) => page.run(readJointPlan, { customerId });

/** Signs for the reader's party, or tells of Kela's signature on paper, by the button that was pressed. */
export const sendSignature = async (page: Page, form: Form, customerId: string | null, base: string) => {
  const forKela = form.text('do') === 'kela' ? form.text('forKela') : null;
  await page.run(signPlan, form.read(signPlanInput, { customerId, sha256: form.text('sha256'), forKela }));
  return goTo(base, 'signed');
};
