import type { Generated } from 'kysely';
import type { ProfessionalKind } from '../../kernel/actor.ts';

/** Who a hand-over is between, and whose it is. */
export const handOverSides = ['giver', 'receiver', 'customer'] as const;
export type HandOverSide = (typeof handOverSides)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    handOver: {
      cityId: string;
      id: string;
      customerId: string;
      fromId: string;
      fromName: string;
      fromRole: ProfessionalKind;
      toId: string;
      toName: string;
      toRole: ProfessionalKind;
      why: string;
      begunAt: Date;
      /** The last day to answer, YYYY-MM-DD. */
      dueOn: string;
      acceptedAt: Date | null;
      declinedAt: Date | null;
      reason: Generated<string>;
      alternative: Generated<string>;
      takenBackAt: Date | null;
      expiredAt: Date | null;
      version: Generated<number>;
    };
  }
}
