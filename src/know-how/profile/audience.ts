import type { KeptKnowHow } from '../queries.ts';
import type { Level } from '../tables.ts';
import type { ExperienceView, LanguageView, LicenceView, Profile } from './read-profile.ts';
import { type Shown, wishItem } from './shown.ts';
import type { ShareKind } from './tables.ts';

/** What somebody else sees of a profile: nothing that is hidden or removed, and only what they are shown. */
export type Seen = {
  knowHow: { label: string; level: Level | null; levelWords: string }[];
  experiences: (Pick<ExperienceView, 'kind' | 'title' | 'place' | 'from' | 'to' | 'isOngoing' | 'did' | 'language'> & {
    skills: string[];
  })[];
  languages: Pick<LanguageView, 'code' | 'level'>[];
  licences: Pick<LicenceView, 'kind' | 'code' | 'name' | 'untilOn'>[];
  /** Null when nothing of them is shown or told. */
  wishes: { what: string[]; where: string; notWanted: string } | null;
};

type Stands = { id: string; isHidden: boolean; isRemoved?: boolean };

const seenKnowHow = ({ label, level, levelWords }: KeptKnowHow) => ({ label, level, levelWords });

/** What is known best comes first; what is told of no level last. */
const byLevel = (a: { level: Level | null }, b: { level: Level | null }): number => (b.level ?? 0) - (a.level ?? 0);

const seenWishes = (
  { what, where, notWanted }: Profile['wishes'],
  isShown: (item: string) => boolean,
): Seen['wishes'] => {
  const seen = {
    what: what.map(({ text }) => text).filter((text) => isShown(wishItem(text))),
    where: isShown('where') ? where : '',
    notWanted: isShown('notWanted') ? notWanted : '',
  };
  return seen.what.length === 0 && seen.where === '' && seen.notWanted === '' ? null : seen;
};

/** A profile as an audience sees it. An experience shows those of its skills that the audience is shown. */
export const seenBy = (profile: Profile, { isShown }: Pick<Shown, 'isShown'>): Seen => {
  const isSeen =
    (kind: ShareKind) =>
    ({ id, isHidden, isRemoved = false }: Stands): boolean =>
      !isHidden && !isRemoved && isShown(kind, id);
  const seenExperience = ({ skills, ...one }: ExperienceView): Seen['experiences'][number] => {
    const { kind, title, place, from, to, isOngoing, did, language } = one;
    const shown = skills.filter(({ knowHowId, isHidden }) => !isHidden && isShown('knowHow', knowHowId));
    return { kind, title, place, from, to, isOngoing, did, language, skills: shown.map(({ label }) => label) };
  };
  return {
    knowHow: profile.knowHow.filter(isSeen('knowHow')).map(seenKnowHow).sort(byLevel),
    experiences: profile.experiences.filter(isSeen('experience')).map(seenExperience),
    languages: profile.languages.filter(isSeen('language')).map(({ code, level }) => ({ code, level })),
    licences: profile.licences
      .filter(isSeen('licence'))
      .map(({ kind, code, name, untilOn }) => ({ kind, code, name, untilOn })),
    wishes: seenWishes(profile.wishes, (item) => isShown('wish', item)),
  };
};
