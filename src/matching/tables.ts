import type { Generated, JSONColumnType } from 'kysely';

export const answers = ['yes', 'notNow', 'no'] as const;
export type Answer = (typeof answers)[number];

export const namesShown = ['fullName', 'firstName'] as const;

/** What a customer chose to show the business with their yes. What they no longer keep, or hide, is left out when it is shown. */
export type CardChoice = {
  /** As the business sees it: whole, or the first name. */
  name: string;
  nameShown: (typeof namesShown)[number];
  intro: string;
  skillIds: number[];
  /** Missing from cards given before these could be chosen. */
  experienceIds?: string[] | undefined;
  languageIds?: string[] | undefined;
  licenceIds?: string[] | undefined;
  /** Also who vouches for them; missing from cards chosen before this could be. */
  showsVouching?: boolean | undefined;
  /** Others who said yes see the name too, with the needs it goes with; not told in a card from before this could be chosen. */
  withOthers?: boolean;
};

declare module '../kernel/tables.ts' {
  interface Tables {
    matchingChange: {
      cityId: string;
      /** The transaction's number. */
      xact: Generated<string>;
      kind: 'customer' | 'challenge';
      id: string;
      changedAt: Generated<Date>;
    };
    answer: {
      cityId: string;
      id: string;
      challengeId: string;
      customerId: string;
      answer: Answer;
      word: string;
      card: JSONColumnType<CardChoice> | null;
      threadId: string | null;
      score: number;
      version: number;
      answeredAt: Date;
    };
  }
}
