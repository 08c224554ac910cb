import type { Language } from '../../../kernel/languages.ts';
import { type PortableProfile, portableProfile } from '../../profile/portable.ts';
import { type Any, collector, get } from './structured.ts';
import type { Found } from './types.ts';
import { Unreadable } from './unreadable.ts';

export const isTuttu = (document: Any): boolean => get(document, 'format') === 'tuttu-profile';

type Collector = ReturnType<typeof collector>;

const readAll = ({ collected, write }: Collector, profile: PortableProfile): void => {
  const { found } = collected;
  for (const what of profile.experiences)
    found.push({
      kind: 'experience',
      at: write(what.kind, [[what.title, what.place].filter(Boolean).join(', '), what.did]),
      what,
    });
  for (const what of profile.knowHow)
    found.push({ kind: 'knowHow', at: write('skills', [what.words.join(' … ')]), what });
  for (const what of profile.languages) found.push({ kind: 'language', at: null, what });
  for (const what of profile.licences) found.push({ kind: 'licence', at: null, what });
  const { wishes, limits } = profile;
  if (wishes.what.length > 0 || wishes.where !== '' || wishes.notWanted !== '')
    found.push({ kind: 'wishes', at: null, what: wishes });
  if (limits.hours !== null || limits.languages.length > 0) found.push({ kind: 'limits', at: null, what: limits });
};

/** Our own profile, as it left Tuttu. Address and area are not read, and the name only to see whose copy it is. Throws Unreadable. */
export const readTuttu = (
  document: Any,
): { language: Language; paragraphs: Collector['collected']['paragraphs']; found: Found[]; ofWhom: string } => {
  const profile = portableProfile.safeParse(document);
  if (!profile.success) throw new Unreadable('broken');
  const all = collector();
  readAll(all, profile.data);
  return { language: profile.data.language, ...all.collected, ofWhom: profile.data.person.name };
};
