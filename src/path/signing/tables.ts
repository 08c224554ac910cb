import type { JSONColumnType } from 'kysely';
import type { Party } from '../kinds/tables.ts';

export const partKinds = ['kind', 'goal', 'step', 'section'] as const;
export type PartKind = (typeof partKinds)[number];

/** A part of a plan as it was signed. */
export type SignedPart = {
  part: PartKind;
  /** Of the step or section; the kind of plan, or 'goal', for what there is one of. */
  id: string;
  version: number;
  /** Of its content, hexadecimal. */
  sha256: string;
};

declare module '../../kernel/tables.ts' {
  interface Tables {
    planSignature: {
      cityId: string;
      id: string;
      customerId: string;
      party: Party;
      version: number;
      sha256: Buffer;
      parts: JSONColumnType<SignedPart[]>;
      personId: string;
      personName: string;
      role: string;
      onPaperBy: string | null;
      signedAt: Date;
    };
  }
}
