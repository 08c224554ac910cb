import type { Generated, JSONColumnType } from 'kysely';
import type { Language } from '../../kernel/languages.ts';
import type { Hours } from '../../kernel/tables.ts';
import type { KnowHowState, Level } from '../tables.ts';
import type { experienceKinds, languageLevels, licenceKinds, PartDay } from './portable.ts';

export type ExperienceKind = (typeof experienceKinds)[number];
export type LicenceKind = (typeof licenceKinds)[number];
export type LanguageLevel = (typeof languageLevels)[number];

/** Something a customer would like to do: in their own words, or a skill they would like to use. */
export type Wish = { text: string; skillId: number | null };

/** Whom a customer can choose what to show: their adviser, businesses after a yes, or whoever has a link. */
export const audiences = ['adviser', 'business', 'link'] as const;
export type Audience = (typeof audiences)[number];

/** What can be shown to one audience and not to another. */
export const shareKinds = ['knowHow', 'experience', 'language', 'licence', 'wish'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** The parts of a profile that have a history; one row of wishes and of limits a customer. */
export const itemKinds = ['experience', 'knowHow', 'language', 'licence', 'wishes', 'limits'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What each version of a part of the profile holds. `isRemoved` parts are out of the profile, and can be brought back. */
export type Contents = {
  experience: {
    kind: ExperienceKind;
    title: string;
    place: string;
    from: PartDay | null;
    to: PartDay | null;
    isOngoing: boolean;
    did: string;
    language: Language;
    isHidden: boolean;
    isRemoved: boolean;
  };
  knowHow: { skillId: number; state: KnowHowState; level: Level | null; levelWords: string; isHidden: boolean };
  language: { code: string; level: LanguageLevel; isHidden: boolean; isRemoved: boolean };
  licence: {
    kind: LicenceKind;
    code: string;
    name: string;
    untilOn: string | null;
    isHidden: boolean;
    isRemoved: boolean;
  };
  wishes: { what: Wish[]; where: string; notWanted: string };
  limits: { hours: Hours | null; languages: string[]; area: string };
};

/** An item that can be hidden and removed: `hiddenAt` and `removedAt` are since when. */
type Standing = { hiddenAt: Generated<Date | null>; removedAt: Generated<Date | null>; version: Generated<number> };

declare module '../../kernel/tables.ts' {
  interface Tables {
    experience: Standing & {
      cityId: string;
      id: string;
      customerId: string;
      kind: ExperienceKind;
      title: string;
      place: string;
      /** To the year, month or day: 2019, 2019-05 or 2019-05-12. */
      fromOn: string | null;
      fromAbout: boolean;
      toOn: string | null;
      toAbout: boolean;
      isOngoing: boolean;
      language: Language;
      /** The story whose text is what they did; none while they have told nothing, or removed it. */
      storyId: string | null;
      createdAt: Date;
      changedAt: Date;
    };
    experienceSkill: {
      cityId: string;
      experienceId: string;
      skillId: number;
      /** The words of the experience it was found in. */
      words: Generated<string[]>;
      /** The customer said that it does not belong here. */
      isLeftOut: Generated<boolean>;
    };
    languageSkill: Standing & {
      cityId: string;
      id: string;
      customerId: string;
      /** ISO 639-1, or 639-2 where there is none. */
      code: string;
      level: LanguageLevel;
    };
    licence: Standing & {
      cityId: string;
      id: string;
      customerId: string;
      kind: LicenceKind;
      code: string;
      name: string;
      untilOn: string | null;
    };
    wishes: {
      cityId: string;
      customerId: string;
      what: JSONColumnType<Wish[]>;
      whereAt: string;
      notWanted: string;
      version: Generated<number>;
      changedAt: Date;
    };
    profileVersion: {
      cityId: string;
      customerId: string;
      kind: ItemKind;
      itemId: string;
      version: number;
      at: Date;
      content: JSONColumnType<Contents[ItemKind]>;
    };
    profileAudience: {
      cityId: string;
      /** Of a link: the link's. */
      id: string;
      customerId: string;
      audience: Audience;
      version: Generated<number>;
    };
    profileShown: {
      cityId: string;
      audienceId: string;
      kind: ShareKind;
      /** The part's id, of a wish a hash of its text; or `*`: all of its kind that no other row names. */
      item: string;
      isShown: boolean;
      hiddenAt: Date | null;
    };
    profileLink: {
      cityId: string;
      id: string;
      customerId: string;
      secretHash: Buffer;
      /** Whom the customer made it for, in their own words. */
      name: string;
      nameShown: 'fullName' | 'firstName';
      /** The last day it opens, YYYY-MM-DD. */
      untilOn: string;
      createdAt: Date;
      endedAt: Date | null;
    };
  }
}
