import type { Language } from '../../kernel/languages.ts';
import { licenceName } from './licence-list.ts';
import type { PartDay } from './portable.ts';
import type { Profile } from './read-profile.ts';
import { wishItem } from './shown.ts';
import type { Audience, ExperienceKind, ShareKind } from './tables.ts';

/** One thing of a profile that can be shown to an audience or not. `label`: what it is called; of a wish, its words. */
export type ShareItem = {
  kind: ShareKind;
  item: string;
  label: string;
  /** Hidden from everybody: shown to nobody, whatever is chosen. */
  isHidden: boolean;
  experience: {
    kind: ExperienceKind;
    from: PartDay | null;
    to: PartDay | null;
    isOngoing: boolean;
    language: Language;
    /** What was found in it, by name: each is shown with it where it is shown itself. */
    skills: string[];
  } | null;
};

const plain = { isHidden: false, experience: null };
const isThere = ({ isRemoved }: { isRemoved: boolean }): boolean => !isRemoved;

const wishesOf = ({ what, where, notWanted }: Profile['wishes']): ShareItem[] => [
  ...what.map(({ text }) => ({ kind: 'wish' as const, item: wishItem(text), label: text, ...plain })),
  ...(where ? [{ kind: 'wish' as const, item: 'where', label: where, ...plain }] : []),
  ...(notWanted ? [{ kind: 'wish' as const, item: 'notWanted', label: notWanted, ...plain }] : []),
];

/** Everything of a profile that an audience can be shown, in the order a profile is read; names in the reader's language. */
export const shareItemsOf = (profile: Profile, language: Language): ShareItem[] => {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return [
    ...profile.knowHow
      .map(({ id, label, isHidden }) => ({ kind: 'knowHow' as const, item: id, label, isHidden, experience: null }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    ...profile.experiences
      .filter(isThere)
      .map(({ id, title, isHidden, kind, from, to, isOngoing, language: written, skills }) => ({
        ...{ kind: 'experience' as const, item: id, label: title, isHidden },
        experience: {
          ...{ kind, from, to, isOngoing, language: written },
          skills: skills.filter((one) => !one.isHidden).map(({ label }) => label),
        },
      })),
    ...profile.languages.filter(isThere).map(({ id, code, isHidden }) => ({
      ...{ kind: 'language' as const, item: id, label: names.of(code) ?? code, isHidden, experience: null },
    })),
    ...profile.licences.filter(isThere).map((one) => ({
      ...{ kind: 'licence' as const, item: one.id, label: licenceName(one, language), isHidden: one.isHidden },
      experience: null,
    })),
    ...wishesOf(profile.wishes),
  ];
};

/** Unpaid care tells of somebody's health and family: what a business gets of it is chosen with each yes, never beforehand. */
const isAskedEachTime = ({ experience }: ShareItem): boolean => experience?.kind === 'care';

/** What can be chosen for an audience. A card for a business has no wishes on it. */
export const choosable = (items: readonly ShareItem[], audience: Audience): ShareItem[] =>
  audience === 'business' ? items.filter((one) => one.kind !== 'wish' && !isAskedEachTime(one)) : [...items];
