/** An outcome of a question: its answer went into a story, or the customer left it. */
export type AskedOutcome = 'answered' | 'passed';

declare module '../../kernel/tables.ts' {
  interface Tables {
    askedQuestion: {
      cityId: string;
      id: string;
      customerId: string;
      /** Null for one to begin from. */
      storyId: string | null;
      /** A thin kind, an opening, or activity-<id of the lexicon>. */
      key: string;
      outcome: AskedOutcome;
      at: Date;
    };
  }
}
