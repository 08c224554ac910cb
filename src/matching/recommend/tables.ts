import type { Generated } from 'kysely';

declare module '../../kernel/tables.ts' {
  interface Tables {
    matchingRun: {
      cityId: string;
      id: string;
      vocabularyVersion: string;
      startedAt: Date;
      endedAt: Date | null;
      /** How many consented when it began. */
      total: number;
      done: Generated<number>;
      found: Generated<number>;
      /** The last customer looked at. */
      afterId: Generated<string>;
    };
    recommendation: {
      cityId: string;
      customerId: string;
      challengeId: string;
      score: number;
      vocabularyVersion: string;
      firstAt: Date;
      madeAt: Date;
      /** Made because the challenge was new: its customer is told. */
      isNews: Generated<boolean>;
      toldAt: Date | null;
      /** sha256 of what it was made of when it was logged last. */
      madeOf: Generated<Buffer | null>;
    };
    matchingLook: { cityId: string; customerId: string; upTo: Date };
    recommendedChallenge: { cityId: string; challengeId: string; at: Date };
  }
}
