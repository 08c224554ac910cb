/** The two who talk: a customer, and a business whoever writes for it. */
export type Side = 'customer' | 'business';

declare module '../kernel/tables.ts' {
  interface Tables {
    thread: {
      cityId: string;
      id: string;
      customerId: string;
      businessId: string;
      challengeId: string;
      createdAt: Date;
      latestAt: Date;
    };
    message: {
      cityId: string;
      id: string;
      threadId: string;
      authorId: string;
      side: Side;
      text: string;
      at: Date;
      readAt: Date | null;
    };
  }
}
