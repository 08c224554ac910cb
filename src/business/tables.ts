import type { Generated, JSONColumnType } from 'kysely';
import type { InLanguages, Language } from '../kernel/languages.ts';
import type { Hours } from '../kernel/tables.ts';
import type { Level } from '../know-how/index.ts';
import type { PeopleCount } from '../matching/index.ts';

export type ChallengeState = 'draft' | 'published' | 'paused' | 'closed';

/** Where in the problem's text a need was found. */
export type NeedBecause = { start: number; end: number };

/** What was told: also each need by itself (by its hash), as it may be asked for among others later in the day. */
export type AskedAnswer = { people: PeopleCount; each: Record<string, PeopleCount['needs'][number]['band']> };

declare module '../kernel/tables.ts' {
  interface Tables {
    countAsked: {
      cityId: string;
      businessId: string;
      /** YYYY-MM-DD. */
      onDay: string;
      /** A hash. */
      question: string;
      answer: JSONColumnType<AskedAnswer>;
    };
    business: {
      cityId: string;
      id: string;
      name: string;
      businessCode: string;
      area: Generated<string>;
      /** What the business says of itself; a language can be missing. */
      about: JSONColumnType<Partial<InLanguages>>;
      version: Generated<number>;
      createdAt: Date;
      deletedAt: Date | null;
    };
    businessContact: { cityId: string; businessId: string; personId: string; fromOn: string; toOn: string | null };
    challenge: {
      cityId: string;
      id: string;
      businessId: string;
      title: string;
      problem: string;
      language: Language;
      place: string;
      hours: Hours;
      /** Languages the work needs, as codes such as 'fi'. */
      languages: Generated<string[]>;
      untilOn: string;
      state: ChallengeState;
      /** Sum of the weights of its needs, kept with them. */
      needsWeight: Generated<number>;
      version: Generated<number>;
      createdAt: Date;
      publishedAt: Date | null;
      deletedAt: Date | null;
    };
    challengeNeed: {
      cityId: string;
      challengeId: string;
      skillId: number;
      weight: number;
      isMust: Generated<boolean>;
      /** How well it is wanted, 1 to 4 as know-how's level; null when it does not matter. */
      level: Generated<Level | null>;
      because: JSONColumnType<NeedBecause[]>;
    };
  }
}
