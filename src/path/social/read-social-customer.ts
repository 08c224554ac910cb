import type { Work } from '../../kernel/work.ts';
import { frameOf } from '../kinds/frames.ts';
import { seenSteps } from '../read-steps.ts';
import { type RhythmInJointPlan, readRhythmInJointPlan } from '../rhythm/read-rhythm.ts';
import { readSections, type SectionsView } from '../sections/read-sections.ts';
import { type PlanFront, readPlanFront } from '../signing/read-front.ts';
import { readStagesInJointPlan, type StagesInJointPlan } from '../stages/read-stages.ts';
import type { StepView } from '../steps.ts';

export type SocialCustomerView = SectionsView & {
  /** The plan the wellbeing services county is party to; null where it is party to none, and then nothing of it is looked at. */
  front: PlanFront | null;
  /** The stages of the path; null alike. */
  stages: StagesInJointPlan | null;
  /** What comes next of the law's rhythm; null alike. */
  rhythm: RhythmInJointPlan | null;
  /** That are with a social worker, and those the customer shows them. */
  steps: StepView[];
};

/** All a social worker sees of a customer of theirs: what their side wrote, what is shown to it, and the plan it is party to. */
export const readSocialCustomer = async (
  work: Work,
  { customerId }: { customerId: string },
): Promise<SocialCustomerView> => {
  const sections = await readSections(work, { customerId });
  const frame = await frameOf(work, sections.customer.id);
  const steps = await seenSteps(work, sections.customer.id);
  if (!frame.parties.includes('wellbeing')) return { ...sections, steps, front: null, stages: null, rhythm: null };
  return {
    ...sections,
    steps,
    front: await readPlanFront(work, { customerId }),
    stages: await readStagesInJointPlan(work, { customerId }),
    rhythm: await readRhythmInJointPlan(work, { customerId }),
  };
};
