import type { Generated, JSONColumnType } from 'kysely';
import type { InLanguages, Language } from '../kernel/languages.ts';
import type { Span } from './recogniser/types.ts';

/** Suggested by Tuttu, kept by the customer, or dropped by the customer: only they move it on. */
export type KnowHowState = 'suggested' | 'kept' | 'dropped';

/** How two skills lie to each other: `broader` means that the other one is the broader. */
export type SkillRelation = 'broader' | 'narrower' | 'related';

declare module '../kernel/tables.ts' {
  interface Tables {
    vocabularyVersion: {
      /** sha256 of the content. */
      version: string;
      source: 'starter' | 'esco';
      skillCount: number;
      importedAt: Generated<Date>;
      isCurrent: boolean;
    };
    skill: {
      id: Generated<number>;
      uri: string;
      kind: 'skill' | 'knowledge';
      labels: JSONColumnType<InLanguages>;
      isCurrent: Generated<boolean>;
    };
    skillRelation: { skillId: number; otherId: number; relation: SkillRelation };
    story: {
      cityId: string;
      id: string;
      customerId: string;
      text: string;
      language: Language;
      version: Generated<number>;
      createdAt: Date;
      changedAt: Date;
    };
    knowHow: {
      cityId: string;
      id: string;
      customerId: string;
      skillId: number;
      state: KnowHowState;
      origin: 'story' | 'added';
      storyId: string | null;
      /** 0..1, of the suggestion; none for what the customer added. */
      score: number | null;
      /** Where in the story's text it was found. */
      because: JSONColumnType<Span[]>;
      /** The words at those places. */
      words: Generated<string[]>;
      version: Generated<number>;
      decidedAt: Date | null;
    };
  }
}
