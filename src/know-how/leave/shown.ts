import type { PortableProfile } from '../profile/portable.ts';

/** A profile for others' eyes: without what its owner hides and what they do not want; an experience names only the skills that are left. */
export const shownOf = (profile: PortableProfile): PortableProfile => {
  const isShown = ({ isHidden }: { isHidden: boolean }) => !isHidden;
  const knowHow = profile.knowHow.filter(isShown);
  const uris = new Set(knowHow.map(({ uri }) => uri));
  return {
    ...profile,
    knowHow,
    experiences: profile.experiences
      .filter(isShown)
      .map((one) => ({ ...one, skills: one.skills.filter((uri) => uris.has(uri)) })),
    languages: profile.languages.filter(isShown),
    licences: profile.licences.filter(isShown),
    wishes: { ...profile.wishes, notWanted: '' },
  };
};
