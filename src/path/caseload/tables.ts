import type { ProfessionalKind } from '../../kernel/actor.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    /** Kept by triggers (migrations/0043-desk-facts.sql, 0051-desk-kinds.sql). */
    caseloadFact: {
      cityId: string;
      customerId: string;
      /** As whom somebody looks after the customer. */
      kind: ProfessionalKind;
      waitsForUs: number;
      waitsForCustomer: number;
      timeOfferedUntil: Date | null;
      agreed: number;
      stepDueOn: string | null;
      talkDueOn: string | null;
      talkCountedOn: string | null;
      yesAt: Date | null;
      touchedAt: Date | null;
    };
    caseloadLook: {
      cityId: string;
      id: string;
      personId: string;
      /** Empty for how it was looked at last. */
      name: string;
      query: string;
      changedAt: Date;
    };
  }
}
