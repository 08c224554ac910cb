/** What a customer sends and an adviser answers. */
export const repliedAbout = ['message', 'step', 'ask'] as const;
export type RepliedAbout = (typeof repliedAbout)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    replyPromise: {
      cityId: string;
      personId: string;
      fromOn: string;
      /** Working days; null: the city's. */
      days: number | null;
      setAt: Date;
    };
    replyDue: {
      cityId: string;
      id: string;
      customerId: string;
      adviserId: string;
      about: RepliedAbout;
      /** The thread, the step or the ask. */
      thingId: string;
      askedAt: Date;
      /** YYYY-MM-DD, as the two that follow. */
      dueOn: string;
      repliedOn: string | null;
      letGoOn: string | null;
    };
  }
}
