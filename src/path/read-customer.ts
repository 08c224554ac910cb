import { type StandingIn, stoodInFor } from '../kernel/advisers.ts';
import { hasConsent } from '../kernel/consent.ts';
import { troubleOfCustomer } from '../kernel/notices/read-notices.ts';
import type { ReachTrouble } from '../kernel/notices/ways.ts';
import { restrictedAmong } from '../kernel/restriction.ts';
import type { Work } from '../kernel/work.ts';
import { readCustomerKnowHow, type SharedKnowHow } from '../know-how/index.ts';
import { type AnswerLine, answersOf } from '../matching/index.ts';
import { type PlanView, readPlan } from './read-plan.ts';

export type CustomerView = PlanView & {
  /** The latest answers to challenges; `stepId` is a step that grew from one and still stands. */
  answers: (AnswerLine & { stepId: string | null })[];
  /** What the customer keeps of their know-how; null without their consent 'adviserKnowHow'. */
  knowHow: SharedKnowHow[] | null;
  /** They have restricted how their data is used: nobody else writes about them now. */
  isRestricted: boolean;
  /** Why what is sent to them does not arrive; null where it does. */
  reachTrouble: ReachTrouble | null;
  /** For whom the actor stands in with them; null where the customer is their own. */
  standIn: StandingIn | null;
};

/** Without consent nothing is looked at, so that the customer's use log shows no look. */
const sharedKnowHow = async (work: Work, customerId: string): Promise<SharedKnowHow[] | null> => {
  if (!(await hasConsent(work, customerId, 'adviserKnowHow'))) return null;
  return (await readCustomerKnowHow(work, customerId)).knowHow;
};

/** All an adviser sees of a customer of their caseload, on one page. Throws notFound for anybody else's. */
export const readCustomer = async (work: Work, { customerId }: { customerId: string }): Promise<CustomerView> => {
  const plan = await readPlan(work, { customerId });
  const answers = await answersOf(work, customerId);
  const stepOf = (challengeId: string): string | null =>
    plan.steps.find((step) => step.challenge?.id === challengeId && step.state !== 'withdrawn')?.id ?? null;
  return {
    ...plan,
    answers: answers.map((answer) => ({ ...answer, stepId: stepOf(answer.challengeId) })),
    knowHow: await sharedKnowHow(work, customerId),
    standIn: (await stoodInFor(work)).get(customerId) ?? null,
    reachTrouble: await troubleOfCustomer(work, customerId),
    isRestricted: (await restrictedAmong(work.tx, work.cityId, [customerId])).length > 0,
  };
};
