import type { Generated } from 'kysely';
import type { SectionKey } from '../kinds/tables.ts';

/** Whose side writes a section: the customer's, or one authority's. */
export const sectionOwners = ['customer', 'employment', 'wellbeing'] as const;
export type SectionOwner = (typeof sectionOwners)[number];

/** Whose professionals a section can be shown to. */
export const sectionViewers = ['employment', 'wellbeing'] as const;
export type SectionViewer = (typeof sectionViewers)[number];

declare module '../../kernel/tables.ts' {
  interface Tables {
    planSection: {
      cityId: string;
      id: string;
      customerId: string;
      owner: SectionOwner;
      /** Null for one with a title of its own. */
      key: SectionKey | null;
      title: Generated<string>;
      text: string;
      version: Generated<number>;
      createdAt: Date;
      changedAt: Date;
    };
    planSectionVersion: {
      cityId: string;
      sectionId: string;
      version: number;
      at: Date;
      personId: string;
      personName: string;
      role: string;
      title: string;
      text: string;
    };
    planSectionShown: {
      cityId: string;
      id: string;
      customerId: string;
      sectionId: string;
      shownTo: SectionViewer | 'business';
      challengeId: string | null;
      givenAt: Date;
      untilOn: string | null;
      withdrawnAt: Date | null;
    };
  }
}
