import type { Generated } from 'kysely';

/** In the order they are asked. */
export const afterCareRounds = ['first', 'second', 'third'] as const;
export type AfterCareRound = (typeof afterCareRounds)[number];

/** What one can say to how it is going; or nothing, by skipping. */
export const afterCareWords = ['well', 'mixed', 'help'] as const;
export const afterCareAnswers = [...afterCareWords, 'skipped'] as const;
export type AfterCareAnswer = (typeof afterCareAnswers)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    afterCare: {
      cityId: string;
      id: string;
      customerId: string;
      /** The open work it is asked of. */
      factId: string;
      which: AfterCareRound;
      /** Months of work after which it was asked. */
      months: number;
      askedAt: Date;
      answerUntil: string;
      answer: AfterCareAnswer | null;
      words: Generated<string>;
      answeredAt: Date | null;
      seenAt: Date | null;
      seenName: Generated<string>;
      version: Generated<number>;
    };
  }
}
