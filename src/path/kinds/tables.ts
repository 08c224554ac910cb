import type { Generated, JSONColumnType } from 'kysely';
import { type AuthorityKind, authorityKinds } from '../../kernel/authorities.ts';
import type { InLanguages } from '../../kernel/languages.ts';

export const planKinds = ['employment', 'multisectoral', 'integration', 'activation'] as const;
export type PlanKind = (typeof planKinds)[number];

/** Who a plan binds, in the order they are named: the customer, and authorities. */
export const parties = ['customer', ...authorityKinds] as const;
export type Party = 'customer' | AuthorityKind;

/** What a plan's sections are about. */
export const sectionKeys = [
  'situation',
  'strengths',
  'serviceNeed',
  'services',
  'jobSearch',
  'language',
  'life',
  'health',
  'others',
  'followUp',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** What a kind of plan can have to say: its goal, its steps, and sections. */
export const contentKeys = ['goal', 'steps', ...sectionKeys] as const;
export type ContentKey = (typeof contentKeys)[number];

/** How far a row of the law's facts has been checked against its source. */
export const confidences = ['seen', 'partly', 'notChecked'] as const;
export type Confidence = (typeof confidences)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    planKind: {
      id: PlanKind;
      fromOn: string;
      untilOn: string | null;
      law: string;
      basis: JSONColumnType<InLanguages>;
      parties: Party[];
      contents: ContentKey[];
      crosses: SectionKey[];
      validMonths: number | null;
      reviewMonths: number | null;
      source: string;
      confidence: Confidence;
      unchecked: Generated<string>;
    };
    cityPlanKind: { cityId: string; kind: PlanKind; fromOn: string; contents: ContentKey[]; source: string };
    planKindChange: {
      cityId: string;
      customerId: string;
      version: number;
      kind: PlanKind;
      fromOn: string;
      why: string;
      at: Date;
      personId: string;
      personName: string;
      role: string;
    };
  }
}
