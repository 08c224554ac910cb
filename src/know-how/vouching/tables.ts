import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/languages.ts';

export const vouchRelations = ['adviser', 'employer', 'colleague', 'teacher', 'other'] as const;
export type VouchRelation = (typeof vouchRelations)[number];

export const vouchingStates = [
  'asked',
  'cannotSay',
  'declined',
  'offered',
  'accepted',
  'left',
  'removed',
  'withdrawn',
] as const;
export type VouchingState = (typeof vouchingStates)[number];

export const evidenceKinds = ['gig', 'workshopRole', 'teamResult', 'step'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceStates = ['offered', 'accepted', 'left', 'removed'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    vouchRequest: {
      cityId: string;
      id: string;
      customerId: string;
      relation: VouchRelation;
      /** The person asked, as the customer calls them. */
      askedName: string;
      letterEmail: string | null;
      /** Somebody asked inside Tuttu, or who offered by themselves. */
      adviserId: string | null;
      isOffered: Generated<boolean>;
      /** The customer, as the person asked sees them. */
      nameShown: string;
      whatFor: Generated<string>;
      message: Generated<string>;
      language: Language;
      secretHash: Buffer | null;
      /** Until when it can be answered. */
      openUntil: Date | null;
      letters: Generated<number>;
      letterAt: Date | null;
      voucherName: Generated<string>;
      voucherRole: Generated<string>;
      version: Generated<number>;
      createdAt: Date;
      askedAt: Date | null;
      answeredAt: Date | null;
      endedAt: Date | null;
    };
    vouching: {
      cityId: string;
      id: string;
      requestId: string;
      customerId: string;
      skillId: number;
      /** The order the skills were asked in. */
      place: Generated<number>;
      state: VouchingState;
      how: Generated<string>;
      since: Generated<string>;
      until: Generated<string>;
      answeredAt: Date | null;
      decidedAt: Date | null;
      withdrawnAt: Date | null;
      version: Generated<number>;
    };
    evidence: {
      cityId: string;
      id: string;
      customerId: string;
      kind: EvidenceKind;
      sourceId: string;
      title: string;
      happenedOn: string;
      confirmedBy: Generated<string>;
      /** The role they say it in; empty with no name. */
      confirmedAs: ColumnType<Role | '', Role | '' | undefined>;
      state: EvidenceState;
      version: Generated<number>;
      createdAt: Date;
      decidedAt: Date | null;
    };
    evidenceSkill: { cityId: string; evidenceId: string; skillId: number; isChosen: Generated<boolean> };
  }
}
