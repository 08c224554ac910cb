import { access } from '../../kernel/access/access.ts';
import type { Work } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import type { PortableProfile } from './portable.ts';
import { type Profile, profileOf } from './read-profile.ts';

const isThere = ({ isRemoved }: { isRemoved: boolean }): boolean => !isRemoved;

/** In an order that depends on nothing but what is in it, so that a profile brought back is written the same. */
const by =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T): number =>
    keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b));

type Portable = Pick<PortableProfile, 'experiences' | 'knowHow' | 'languages' | 'licences' | 'wishes'>;

const portableOf = (work: Work, profile: Profile): Portable => {
  const { vocabulary } = work.services;
  return {
    experiences: profile.experiences
      .filter(isThere)
      .map(({ id: _, storyId: __, isRemoved: ___, version: ____, skills, ...experience }) => ({
        ...experience,
        skills: skills.map(({ uri }) => uri).sort(),
      })),
    knowHow: profile.knowHow
      .map(({ uri, label, level, levelWords, words, isHidden }) => ({ uri, label, level, levelWords, words, isHidden }))
      .sort(by(({ uri }) => uri)),
    languages: profile.languages.filter(isThere).map(({ code, level, isHidden }) => ({ code, level, isHidden })),
    licences: profile.licences
      .filter(isThere)
      .map(({ kind, code, name, untilOn, isHidden }) => ({ kind, code, name, untilOn, isHidden })),
    wishes: {
      what: profile.wishes.what.map(({ text, skillId }) => ({
        text,
        uri: skillId === null ? null : (vocabulary.skill(skillId)?.uri ?? null),
      })),
      where: profile.wishes.where,
      notWanted: profile.wishes.notWanted,
    },
  };
};

const emailOf = async (work: Work, personId: string): Promise<string> => {
  const found = await work.tx
    .selectFrom('cityPerson')
    .select('email')
    .where('cityId', '=', work.cityId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return found?.email ?? '';
};

/**
 * The whole profile as it leaves Tuttu: hidden parts marked, removed ones left out, labels in the actor's language. The use log is told of an
 * export. Throws "not found" for anybody but the customer themselves.
 */
export const readPortable = async (work: Work, customerId: string): Promise<PortableProfile> => {
  const asked = { section: 'profile', action: 'export', why: 'took the profile along' } as const;
  const me = await access.customer(work, customerId, asked);
  return {
    format: 'tuttu-profile',
    version: 1,
    language: work.actor.language,
    person: { name: me.name, email: await emailOf(work, me.personId), area: me.area },
    ...portableOf(work, await profileOf(placeOf(work), me.id)),
    limits: { hours: me.workHours, languages: me.spokenLanguages },
  };
};

/** The actor's own, to be taken along. */
export const takeMyProfileAlong = (work: Work): Promise<PortableProfile> =>
  readPortable(work, work.actor.customerId ?? '');
