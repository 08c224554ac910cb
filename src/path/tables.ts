import type { Generated } from 'kysely';

export const stepStates = ['proposed', 'agreed', 'declined', 'done', 'withdrawn'] as const;
export type StepState = (typeof stepStates)[number];

/** The two who write a plan together. Also: who owns a step, and who proposed it. */
export const sides = ['customer', 'adviser'] as const;
export type Side = (typeof sides)[number];

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
      owner: Side;
      dueOn: string;
      challengeId: string | null;
      state: StepState;
      proposedBy: Side;
      /** Why it was declined; empty otherwise. */
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
      owner: Side;
      dueOn: string;
      state: StepState;
      word: string;
    };
  }
}
