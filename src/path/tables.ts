import type { Generated } from 'kysely';
import { type ProfessionalKind, professionalKinds } from '../kernel/actor.ts';

export const stepStates = [
  'idea',
  'proposed',
  'agreed',
  'doing',
  'done',
  'dropped',
  'ended',
  'declined',
  'withdrawn',
] as const;
export type StepState = (typeof stepStates)[number];

/** With which professional a customer agrees on a step. */
export type ProfessionalRole = ProfessionalKind;

/** Who writes steps: the customer, and each professional who looks after them. Of one step two: the customer and who it is with. */
export const sides = ['customer', ...professionalKinds] as const;
export type Side = (typeof sides)[number];

/** The two who write the goal and the plan together. */
export type PlanSide = Exclude<Side, 'socialWorker'>;

/** Who does a step: one of those who look after the plan, or somebody named in words. */
export const owners = ['customer', 'adviser', 'socialWorker', 'named'] as const;
export type Owner = (typeof owners)[number];

/** What a step leads to, in the order of the path. */
export const stages = ['starting', 'workshop', 'cooperative', 'subsidised', 'open', 'afterCare'] as const;
export type Stage = (typeof stages)[number];

type Written = { at: Date; personId: string; personName: string; role: string };

declare module '../kernel/tables.ts' {
  interface Tables {
    plan: {
      cityId: string;
      id: string;
      customerId: string;
      goal: Generated<string>;
      version: Generated<number>;
      createdAt: Date;
    };
    planVersion: Written & { cityId: string; planId: string; version: number; goal: string };
    step: {
      cityId: string;
      id: string;
      customerId: string;
      title: string;
      why: Generated<string>;
      owner: Owner;
      /** Only where the owner is 'named'. */
      ownerName: Generated<string>;
      /** Null only for an idea, and for one dropped. */
      dueOn: string | null;
      place: Generated<string>;
      /** http or https; empty for none. */
      link: Generated<string>;
      stage: Stage | null;
      /** What shows that it is done, said by who finished it. */
      evidence: Generated<string>;
      evidenceLink: Generated<string>;
      /** An idea no professional finds. */
      onlyMine: Generated<boolean>;
      challengeId: string | null;
      withRole: Generated<ProfessionalRole>;
      state: StepState;
      proposedBy: Side;
      /** Why it was declined, dropped or ended, or what was said with a yes; empty otherwise. */
      word: Generated<string>;
      version: Generated<number>;
      createdAt: Date;
      changedAt: Date;
    };
    stepVersion: Written & {
      cityId: string;
      stepId: string;
      version: number;
      title: string;
      why: string;
      owner: Owner;
      ownerName: Generated<string>;
      dueOn: string | null;
      place: Generated<string>;
      link: Generated<string>;
      stage: Stage | null;
      evidence: Generated<string>;
      evidenceLink: Generated<string>;
      onlyMine: Generated<boolean>;
      state: StepState;
      word: string;
    };
    stepShown: {
      cityId: string;
      id: string;
      customerId: string;
      stepId: string;
      shownTo: ProfessionalRole;
      givenAt: Date;
      untilOn: string | null;
      withdrawnAt: Date | null;
    };
    stepSignature: {
      cityId: string;
      stepId: string;
      version: number;
      side: Side;
      sha256: Buffer;
      personId: string;
      personName: string;
      role: string;
      signedAt: Date;
    };
  }
}
