import { addDays, dayIn } from '../../../kernel/clock.ts';
import { type Form, goTo, type Page } from '../../../web/page.ts';
import { proposeStep, proposeStepInput } from '../../propose-step.ts';
import { startStep } from '../../start-step.ts';
import { stepTextOf } from './step-text.ts';

/** A new step for a customer (null: the reader); `?challenge=` names the challenge it grows from. */
export const loadNewStep = async (page: Page, customerId: string | null) => {
  const { customer, challenges } = await page.run(startStep, { customerId });
  const chosen = challenges.find(({ id }) => id === page.query.get('challenge'));
  const today = dayIn(page.city?.timeZone ?? 'Europe/Helsinki', page.app.clock());
  return {
    name: customer.name,
    challenges,
    challengeId: chosen?.id ?? '',
    start: {
      title: chosen ? page.t('path.firstStep', { business: chosen.businessName }) : '',
      why: '',
      owner: 'customer' as const,
      dueOn: addDays(today, 14),
    },
  };
};

export const sendNewStep = async (page: Page, form: Form, customerId: string | null): Promise<Response> => {
  const challengeId = form.text('challengeId') || null;
  await page.run(proposeStep, form.read(proposeStepInput, { ...stepTextOf(form), challengeId, customerId }));
  return goTo(customerId === null ? '/plan' : `/customers/${customerId}`, 'sent');
};
