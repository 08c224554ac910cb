import type { Generated } from 'kysely';
import type { ProfessionalKind } from '../kernel/actor.ts';
import '../kernel/files/tables.ts';

/** Those who talk: a customer, and either a business or those who look after them, whoever writes for it. */
export const sides = ['customer', 'business', 'professional'] as const;
export type Side = (typeof sides)[number];

declare module '../kernel/tables.ts' {
  interface Tables {
    thread: {
      cityId: string;
      id: string;
      customerId: string;
      businessId: string | null;
      challengeId: string | null;
      role: ProfessionalKind | null;
      subject: Generated<string>;
      stepId: string | null;
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
      wantsReceipt: Generated<boolean>;
    };
    threadReader: { cityId: string; threadId: string; personId: string; at: Date; messageId: string };
    threadClosing: {
      cityId: string;
      id: string;
      threadId: string;
      closedAt: Date;
      closedBy: string;
      closedSide: Side;
      reopenedAt: Date | null;
      reopenedBy: string | null;
      reopenedSide: Side | null;
    };
    messageDraft: { cityId: string; threadId: string; writerId: string; text: string; savedAt: Date };
    draftFile: { cityId: string; threadId: string; writerId: string; fileId: string };
    messageFile: { cityId: string; messageId: string; fileId: string };
  }
}
