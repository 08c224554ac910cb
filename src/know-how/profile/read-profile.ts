import { sql } from 'kysely';
import { type Asked, access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';
import { type KeptKnowHow, keptKnowHow, type Place, placeOf } from '../queries.ts';
import { type ExperienceRecord, experiencesOf, loadExperience } from './load-experience.ts';
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

const readLanguages = async ({ tx, cityId }: Place, customerId: string): Promise<LanguageView[]> => {
  const rows = await tx
    .selectFrom('languageSkill')
    .select(['code', 'level', ...stands])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .execute();
  return rows.sort((a, b) => rank(b.level) - rank(a.level) || a.code.localeCompare(b.code));
};

const readLicences = ({ tx, cityId }: Place, customerId: string): Promise<LicenceView[]> =>
  tx
    .selectFrom('licence')
    .select(['kind', 'code', 'name', 'untilOn', ...stands])
    .where('cityId', '=', cityId)
    .where('customerId', '=', customerId)
    .orderBy('kind', 'desc')
    .orderBy('code')
    .orderBy('name')
    .orderBy('id')
    .execute();

const readTies = ({ tx, cityId }: Place, customerId: string) =>
  tx
    .selectFrom('experienceSkill as t')
    .innerJoin('experience as e', (join) =>
      join.onRef('e.cityId', '=', 't.cityId').onRef('e.id', '=', 't.experienceId'),
    )
    .select(['t.experienceId', 't.skillId', 't.words'])
    .where('e.cityId', '=', cityId)
    .where('e.customerId', '=', customerId)
    .where('t.isLeftOut', '=', false)
    .execute();

/** Of each experience the skills it showed that are kept, by name. */
const tiesWith = (
  { language }: Place,
  ties: Awaited<ReturnType<typeof readTies>>,
  knowHow: readonly KeptKnowHow[],
): ((experienceId: string) => TiedSkill[]) => {
  const bySkill = new Map(knowHow.map((one) => [one.skillId, one]));
  return (experienceId) =>
    ties
      .filter((tie) => tie.experienceId === experienceId)
      .flatMap(({ skillId, words }) => {
        const kept = bySkill.get(skillId);
        if (!kept) return [];
        const { id: knowHowId, uri, label, isHidden } = kept;
        return [{ skillId, knowHowId, uri, label, words, isHidden }];
      })
      .sort((a, b) => a.label.localeCompare(b.label, language));
};

/** A customer's whole profile for callers who have authorised; also what is hidden and removed. Latest experiences and best languages first. */
export const profileOf = async (place: Place, customerId: string): Promise<Profile> => {
  const knowHow = await keptKnowHow(place, customerId);
  const skillsOf = tiesWith(place, await readTies(place, customerId), knowHow);
  const experiences = (await experiencesOf(place, customerId)).map(({ customerId: _, ...experience }) => ({
    ...experience,
    skills: skillsOf(experience.id),
  }));
  return {
    customerId,
    experiences: experiences.sort(byTime),
    knowHow,
    languages: await readLanguages(place, customerId),
    licences: await readLicences(place, customerId),
    wishes: await wishesOf(place.tx, place.cityId, customerId),
  };
};

const own = { section: 'profile', action: 'read', why: 'own profile' } as const;

/** My own profile, whole. */
export const readMyProfile = async (work: Work, asked: Asked = own): Promise<Profile> =>
  profileOf(placeOf(work), (await access.self(work, asked)).id);

/** One experience of mine with the skills it showed. */
export const readExperience = async (work: Work, experienceId: string): Promise<ExperienceView> => {
  const { customerId, ...experience } = await loadExperience(work, experienceId, {
    action: 'read',
    why: 'own profile',
  });
  const place = placeOf(work);
  const tied = tiesWith(place, await readTies(place, customerId), await keptKnowHow(place, customerId));
  return { ...experience, skills: tied(experienceId) };
};
