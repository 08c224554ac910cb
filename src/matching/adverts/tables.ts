import type { Generated, JSONColumnType } from 'kysely';
import type { InLanguages, Language } from '../../kernel/languages.ts';
import type { Hours } from '../../kernel/tables.ts';

/** A text in the languages it is given in. */
export type SomeLanguages = Partial<InLanguages>;

declare module '../../kernel/tables.ts' {
  interface Tables {
    advertFeed: {
      cityId: string;
      /** Statistics Finland's number, three digits. */
      municipality: string;
      /** When its open jobs were last read to the end. */
      readAt: Date | null;
      advertCount: Generated<number>;
      /** Adverts of the last reading that could not be understood. */
      skippedCount: Generated<number>;
      /** What went wrong since; '' when nothing. */
      trouble: Generated<string>;
      troubleAt: Date | null;
      /** How many the reading that goes on has read, and of how many; null when none does, or it is not told. */
      readingCount: Generated<number | null>;
      readingOf: Generated<number | null>;
    };
    jobAdvert: {
      cityId: string;
      id: string;
      /** Where it comes from it is known by this. */
      outsideId: string;
      title: JSONColumnType<SomeLanguages>;
      summary: JSONColumnType<SomeLanguages>;
      /** Null for a household. */
      employer: JSONColumnType<SomeLanguages> | null;
      place: string;
      /** Null when several are told, or none. */
      hours: Exclude<Hours, 'any'> | null;
      /** Languages the work needs, as codes such as 'fi'. */
      languages: string[];
      /** Of the text its needs were found in. */
      language: Language;
      needsWeight: number;
      needsCount: number;
      contentHash: string;
      publishedAt: Date;
      untilAt: Date | null;
      seenAt: Date;
      /** No fixed place, or the employee chooses it. */
      isAnywhere: Generated<boolean>;
    };
    jobAdvertNeed: {
      cityId: string;
      advertId: string;
      skillId: number;
      weight: number;
      isNamed: boolean;
      words: string[];
      /** The ESCO URI of the occupation it comes from; null where it was named or found. */
      occupation: Generated<string | null>;
    };
  }
}
