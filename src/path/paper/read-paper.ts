import type { Action } from '../../kernel/access/policy.ts';
import type { Work } from '../../kernel/work.ts';
import { loadFrame } from '../kinds/load-frame.ts';
import { noteShown } from '../read-steps.ts';
import { readSections, type SectionView } from '../sections/read-sections.ts';
import type { AgreedStep, PlanContent } from '../signing/content.ts';
import { frontOf, noteCrossings, type PlanFront } from '../signing/read-front.ts';
import { type StepRecord, stepsOf } from '../steps.ts';

/** A step as it stands on paper. */
export type PaperStep = Pick<StepRecord, 'id' | 'title' | 'why' | 'owner' | 'ownerName' | 'place' | 'link' | 'stage'> &
  Pick<StepRecord, 'state' | 'dueOn' | 'evidence' | 'version' | 'onlyMine'> & {
    /** A part of what the plan's parties sign. */
    isSigned: boolean;
  };

/** A plan as its reader sees it, to be read away from Tuttu. */
export type PlanPaper = {
  front: PlanFront;
  goal: PlanContent['goal'];
  /** Agreed, under way or done; by day. */
  agreed: PaperStep[];
  /** Proposed, and ideas the reader sees: nobody has agreed to these. */
  open: PaperStep[];
  /** With words in them. */
  sections: SectionView[];
};

const standing: readonly string[] = ['agreed', 'doing', 'done'];
export const isStanding = ({ state }: Pick<PaperStep, 'state'>): boolean => standing.includes(state);
const open: readonly string[] = ['proposed', 'idea'];

/** A social worker sees what is agreed in the joint plan, beside the steps that are with them or shown to them. */
const stepsFor = async (work: Work, customerId: string, agreed: readonly AgreedStep[]): Promise<PaperStep[]> => {
  const seen = await stepsOf(work, customerId);
  noteShown(work, seen);
  const own = seen.map((step) => ({ ...step, isSigned: agreed.some(({ id }) => id === step.id) }));
  if (work.actor.role !== 'socialWorker') return own;
  const others = agreed.filter(({ id }) => !seen.some((step) => step.id === id));
  return [
    ...own,
    ...others.map((step) => ({
      ...step,
      state: step.state as PaperStep['state'],
      evidence: '',
      onlyMine: false,
      isSigned: true,
    })),
  ];
};

const read = async (work: Work, customerId: string | null, action: Action, why: string): Promise<PlanPaper> => {
  const { customer } = await loadFrame(work, customerId, { action, why });
  const { front, content } = await frontOf(work, customer);
  const { sections } = await readSections(work, { customerId: customer.id });
  const steps = await stepsFor(work, customer.id, content.steps);
  return {
    front,
    goal: content.goal,
    agreed: steps.filter(isStanding),
    open: steps.filter(({ state }) => open.includes(state)),
    sections: sections.filter(({ text }) => text !== ''),
  };
};

/** The plan to read on a page made for paper. Throws notFound for one the actor's authority is no party of. */
export const readPaper = (work: Work, { customerId }: { customerId: string | null }): Promise<PlanPaper> =>
  read(work, customerId, 'read', 'plan');

/** The same as a file that leaves Tuttu: told in the use log as such. */
export const takePlanAlong = (work: Work, { customerId }: { customerId: string | null }): Promise<PlanPaper> =>
  read(work, customerId, 'export', 'took the plan along');

export type PlanForRegister = { front: PlanFront } & Pick<PlanContent, 'goal' | 'steps' | 'sections'>;

/** What goes to the national register: the plan as its parties sign it, and nothing that any of them does not see. */
export const takePlanForRegister = async (
  work: Work,
  { customerId }: { customerId: string | null },
): Promise<PlanForRegister> => {
  const { customer } = await loadFrame(work, customerId, {
    action: 'export',
    why: 'took the plan along for the register',
  });
  const { front, content } = await frontOf(work, customer);
  noteCrossings(work, content);
  return { front, goal: content.goal, steps: content.steps, sections: content.sections };
};
