import type { Generated } from 'kysely';
import type { Language } from '../languages.ts';
import type { NoticeChannel, Pace } from './rules.ts';

declare module '../tables.ts' {
  interface Tables {
    reach: {
      cityId: string;
      personId: string;
      /** E.164. */
      number: string | null;
      confirmedAt: Date | null;
      codeHash: Buffer | null;
      codeUntil: Date | null;
      codeTries: Generated<number>;
      quietFrom: number | null;
      quietUntil: number | null;
      quietMail: Generated<boolean>;
      version: Generated<number>;
    };
    noticeChoice: {
      cityId: string;
      personId: string;
      about: string;
      byMail: boolean;
      bySms: boolean;
      pace: Pace;
    };
    notice: {
      cityId: string;
      id: string;
      eventId: string;
      personId: string;
      kind: string;
      about: string;
      channel: NoticeChannel;
      isOwed: Generated<boolean>;
      inDigest: Generated<boolean>;
      language: Language;
      subject: string;
      body: string;
      path: string;
      madeAt: Date;
      dueAt: Date;
      carrierId: string | null;
      sentAt: Date | null;
      failedAt: Date | null;
      postedBy: string | null;
      postedName: Generated<string>;
    };
    sms: {
      cityId: string;
      id: string;
      personId: string;
      toNumber: string;
      language: Language;
      isCode: Generated<boolean>;
      text: string;
      /** The code in the text, encrypted, until it is sent. */
      secretSealed: Buffer | null;
      createdAt: Date;
      sentAt: Date | null;
      failedAt: Date | null;
    };
    actedFor: {
      cityId: string;
      id: string;
      customerId: string;
      officialId: string;
      officialName: string;
      officialRole: string;
      what: string;
      path: string;
      way: 'phone' | 'desk';
      reason: string;
      at: Date;
      dispute: Generated<string>;
      disputedAt: Date | null;
      answer: Generated<string>;
      answeredAt: Date | null;
      answeredBy: string | null;
      answeredName: Generated<string>;
      version: Generated<number>;
    };
  }
}
