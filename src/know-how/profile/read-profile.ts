import { sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';
import { type KeptKnowHow, keptKnowHow } from '../queries.ts';
import { type ExperienceRecord, experiencesOf } from './load-experience.ts';
import { languageLevels } from './portable.ts';
import { byTime } from './rules.ts';
import type { LanguageLevel, LicenceKind } from './tables.ts';
import { type Wishes, wishesOf } from './wishes.ts';

type Stands = { id: string; isHidden: boolean; isRemoved: boolean; version: number };
export type TiedSkill = {
  skillId: number;
  knowHowId: string;
  uri: string;
  label: string;
  words: string[];
  isHidden: boolean;
};
export type ExperienceView = Omit<ExperienceRecord, 'customerId'> & { skills: TiedSkill[] };
export type LanguageView = Stands & { code: string; level: LanguageLevel };
export type LicenceView = Stands & { kind: LicenceKind; code: string; name: string; untilOn: string | null };

/** A customer's whole profile, each part with how it stands; `customerId` is whose. */
export type Profile = {
  customerId: string;
  experiences: ExperienceView[];
  knowHow: KeptKnowHow[];
  languages: LanguageView[];
  licences: LicenceView[];
  wishes: Wishes;
};

const stands = [
  'id',
  'version',
  sql<boolean>`hidden_at is not null`.as('isHidden'),
  sql<boolean>`removed_at is not null`.as('isRemoved'),
] as const;

const rank = (level: LanguageLevel): number => languageLevels.indexOf(level);

const readLanguages = async (work: Work, customerId: string): Promise<LanguageView[]> => {
  const rows = await work.tx
    .selectFrom('languageSkill')
    .select(['code', 'level', ...stands])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .execute();
  return rows.sort((a, b) => rank(b.level) - rank(a.level) || a.code.localeCompare(b.code));
};

const readLicences = (work: Work, customerId: string): Promise<LicenceView[]> =>
  work.tx
    .selectFrom('licence')
    .select(['kind', 'code', 'name', 'untilOn', ...stands])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .orderBy('kind', 'desc')
    .orderBy('code')
    .orderBy('name')
    .orderBy('id')
    .execute();

const readTies = (work: Work, customerId: string) =>
  work.tx
    .selectFrom('experienceSkill as t')
    .innerJoin('experience as e', (join) =>
      join.onRef('e.cityId', '=', 't.cityId').onRef('e.id', '=', 't.experienceId'),
    )
    .select(['t.experienceId', 't.skillId', 't.words'])
    .where('e.cityId', '=', work.cityId)
    .where('e.customerId', '=', customerId)
    .where('t.isLeftOut', '=', false)
    .execute();

/** A customer's whole profile for callers who have authorised; also what is hidden and removed. Latest experiences and best languages first. */
export const profileOf = async (work: Work, customerId: string): Promise<Profile> => {
  const knowHow = await keptKnowHow(work, customerId);
  const bySkill = new Map(knowHow.map((one) => [one.skillId, one]));
  const ties = await readTies(work, customerId);
  const skillsOf = (experienceId: string): TiedSkill[] =>
    ties
      .filter((tie) => tie.experienceId === experienceId)
      .flatMap(({ skillId, words }) => {
        const kept = bySkill.get(skillId);
        if (!kept) return [];
        const { id: knowHowId, uri, label, isHidden } = kept;
        return [{ skillId, knowHowId, uri, label, words, isHidden }];
      })
      .sort((a, b) => a.label.localeCompare(b.label, work.actor.language));
  const experiences = (await experiencesOf(work, customerId)).map(({ customerId: _, ...experience }) => ({
    ...experience,
    skills: skillsOf(experience.id),
  }));
  return {
    customerId,
    experiences: experiences.sort(byTime),
    knowHow,
    languages: await readLanguages(work, customerId),
    licences: await readLicences(work, customerId),
    wishes: await wishesOf(work.tx, work.cityId, customerId),
  };
};

const own = { section: 'profile', action: 'read', why: 'own profile' } as const;

/** My own profile, whole. */
export const readMyProfile = async (work: Work, asked: Asked = own): Promise<Profile> =>
  profileOf(work, (await access.self(work, asked)).id);
