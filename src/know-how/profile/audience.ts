import type { KeptKnowHow } from '../queries.ts';
import type { Level } from '../tables.ts';
import type { ExperienceView, LanguageView, LicenceView, Profile } from './read-profile.ts';
import type { LinkPart } from './tables.ts';

/** What somebody else sees of a profile: nothing that is hidden or removed, and only the parts they are shown. */
export type Seen = {
  knowHow: { label: string; level: Level | null; levelWords: string }[];
  experiences: (Pick<ExperienceView, 'kind' | 'title' | 'place' | 'from' | 'to' | 'isOngoing' | 'did' | 'language'> & {
    skills: string[];
  })[];
  languages: Pick<LanguageView, 'code' | 'level'>[];
  licences: Pick<LicenceView, 'kind' | 'code' | 'name' | 'untilOn'>[];
  /** Null when they are not shown, or nothing is told. */
  wishes: { what: string[]; where: string; notWanted: string } | null;
};

type Stands = { isHidden: boolean; isRemoved?: boolean };
const isSeen = ({ isHidden, isRemoved = false }: Stands): boolean => !isHidden && !isRemoved;

const seenKnowHow = ({ label, level, levelWords }: KeptKnowHow) => ({ label, level, levelWords });

/** What is known best comes first; what is told of no level last. */
const byLevel = (a: { level: Level | null }, b: { level: Level | null }): number => (b.level ?? 0) - (a.level ?? 0);

const seenExperience = ({ skills, ...one }: ExperienceView): Seen['experiences'][number] => {
  const { kind, title, place, from, to, isOngoing, did, language } = one;
  const labels = skills.filter(isSeen).map(({ label }) => label);
  return { kind, title, place, from, to, isOngoing, did, language, skills: labels };
};

const seenWishes = ({ what, where, notWanted }: Profile['wishes']): Seen['wishes'] => {
  if (what.length === 0 && where === '' && notWanted === '') return null;
  return { what: what.map(({ text }) => text), where, notWanted };
};

/** A profile as an audience sees it that is shown these parts. */
export const seenBy = (profile: Profile, parts: readonly LinkPart[]): Seen => {
  const shows = (part: LinkPart) => parts.includes(part);
  return {
    knowHow: shows('knowHow') ? profile.knowHow.filter(isSeen).map(seenKnowHow).sort(byLevel) : [],
    experiences: shows('experiences') ? profile.experiences.filter(isSeen).map(seenExperience) : [],
    languages: shows('languages') ? profile.languages.filter(isSeen).map(({ code, level }) => ({ code, level })) : [],
    licences: shows('licences')
      ? profile.licences.filter(isSeen).map(({ kind, code, name, untilOn }) => ({ kind, code, name, untilOn }))
      : [],
    wishes: shows('wishes') ? seenWishes(profile.wishes) : null,
  };
};
