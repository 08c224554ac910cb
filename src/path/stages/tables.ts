import type { Generated } from 'kysely';
import type { Stage } from '../tables.ts';

/** 'in': was in the stage; 'toward': something was done that leads to it; 'yes': the customer said yes to a business. */
export const factKinds = ['in', 'toward', 'yes'] as const;
export type FactKind = (typeof factKinds)[number];

/** Where a fact comes from: an event of Tuttu's, or what somebody told. */
export const factSources = ['step', 'answer', 'told', 'agreement', 'workshop'] as const;
export type FactSource = (typeof factSources)[number];

/** Stages one can be told to be in. Starting is having begun none of them; after-care follows from open work. */
export const toldStages = ['workshop', 'cooperative', 'subsidised', 'open'] as const satisfies readonly Stage[];
export type ToldStage = (typeof toldStages)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    pathFact: {
      cityId: string;
      id: string;
      customerId: string;
      kind: FactKind;
      /** Null for a yes. */
      stage: Stage | null;
      fromOn: string;
      /** The last day; null while it goes on. Only of 'in'. */
      toOn: string | null;
      source: FactSource;
      sourceId: string | null;
      words: Generated<string>;
      byId: string | null;
      byName: Generated<string>;
      byRole: Generated<string>;
      at: Date;
      endedName: Generated<string>;
      takenBackAt: Date | null;
      takenBackName: Generated<string>;
      takenBackWhy: Generated<string>;
      version: Generated<number>;
    };
  }
}
