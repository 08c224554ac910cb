import type { Generated, JSONColumnType } from 'kysely';
import type { InLanguages, Language } from '../kernel/languages.ts';
import type { Span } from './recogniser/types.ts';

/** Suggested by Tuttu, kept by the customer, or dropped by the customer: only they move it on. */
export type KnowHowState = 'suggested' | 'kept' | 'dropped';

/** How well, in the customer's own view: begun, with some help, on my own, I can guide others. */
export const levels = [1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

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
      /** 0..1, how well it fits in an outside model's view; null where none was asked or answered. */
      outsideScore: Generated<number | null>;
      /** Where in the story's text it was found. */
      because: JSONColumnType<Span[]>;
      /** The words at those places. */
      words: Generated<string[]>;
      /** 1 I have begun, 2 with some help, 3 on my own, 4 I can guide others; null when not told. */
      level: Generated<Level | null>;
      /** How well, in the customer's own words. */
      levelWords: Generated<string>;
      /** Since when the customer hides it: shown to nobody else, matched by nothing. */
      hiddenAt: Generated<Date | null>;
      version: Generated<number>;
      decidedAt: Date | null;
    };
  }
}
