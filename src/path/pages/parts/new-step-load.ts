import { addDays, dayIn } from '../../../kernel/clock.ts';
import { skillLabels } from '../../../know-how/index.ts';
import { type Form, goTo, type Page } from '../../../web/page.ts';
import { proposeStep, proposeStepInput } from '../../propose-step.ts';
import { sideOf } from '../../rules.ts';
import { startStep } from '../../start-step.ts';
import { faultsOfNew } from '../../step-input.ts';
import { planPath } from './sides.ts';
import { stepTextOf } from './step-text.ts';

/** The name of the skill a step is about, by `?learn=`; none for what is no skill. */
const skillToLearn = ({ app, query, language }: Page): string | undefined => {
  const skillId = Number(query.get('learn'));
  return skillLabels(app.services.vocabulary, [skillId], language).get(skillId);
};

const todayOf = ({ city, app }: Page): string => dayIn(city?.timeZone ?? 'Europe/Helsinki', app.clock());

/** A new step for a customer (null: the reader); `?challenge=` names the challenge it grows from, `?learn=` a skill that is missing. */
export const loadNewStep = async (page: Page, customerId: string | null) => {
  const { customer, challenges, withRoles } = await page.run(startStep, { customerId });
  const chosen = challenges.find(({ id }) => id === page.query.get('challenge'));
  const skill = skillToLearn(page);
  const meet = chosen ? page.t('path.firstStep', { business: chosen.businessName }) : '';
  const today = todayOf(page);
  return {
    name: customer.name,
    withRoles,
    challenges,
    challengeId: chosen?.id ?? '',
    start: {
      title: skill === undefined ? meet : page.t('path.learn', { skill }),
      why: skill === undefined ? '' : page.t('path.learn.why'),
      owner: 'customer' as const,
      ownerName: '',
      dueOn: addDays(today, 14),
      place: '',
      link: '',
      stage: null,
    },
  };
};

export const sendNewStep = async (page: Page, form: Form, customerId: string | null): Promise<Response> => {
  const challengeId = form.text('challengeId') || null;
  const withRole = form.text('withRole') || 'adviser';
  const step = { ...stepTextOf(form), challengeId, customerId, withRole };
  await page.run(proposeStep, form.read(proposeStepInput, step, faultsOfNew(step, todayOf(page))));
  return goTo(planPath(sideOf(page.actor.role), customerId ?? ''), 'sent');
};
