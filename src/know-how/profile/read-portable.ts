import { access } from '../../kernel/access/access.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Work } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { evidenceOf, vouchingsOf } from '../vouching/vouchings-of.ts';
import type { PortableProfile } from './portable.ts';
import { type Profile, profileOf } from './read-profile.ts';

const isThere = ({ isRemoved }: { isRemoved: boolean }): boolean => !isRemoved;

/** In an order that depends on nothing but what is in it, so that a profile brought back is written the same. */
const by =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T): number =>
    keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b));

type Portable = Pick<PortableProfile, 'experiences' | 'knowHow' | 'languages' | 'licences' | 'wishes'>;

type Seen = Pick<PortableProfile['knowHow'][number], 'seenBy' | 'shownBy'>;

/** Of each skill who has seen it and what completed shows it: what its customer has taken. */
const readSeen = async (work: Work, customerId: string): Promise<(skillId: number) => Seen> => {
  const vouchings = await vouchingsOf(work.tx, work.cityId, customerId);
  const evidence = await evidenceOf(work.tx, work.cityId, customerId);
  return (of) => {
    const seenBy = vouchings
      .filter(({ skillId }) => skillId === of)
      .map(({ skillId: _, at, ...said }) => ({ ...said, on: dayIn('Europe/Helsinki', at) }));
    const shownBy = evidence
      .filter(({ skillId }) => skillId === of)
      .map(({ kind, title, happenedOn, confirmedBy }) => ({ kind, title, on: happenedOn, confirmedBy }));
    return { ...(seenBy.length > 0 && { seenBy }), ...(shownBy.length > 0 && { shownBy }) };
  };
};

const portableOf = (work: Work, profile: Profile, seenOf: (skillId: number) => Seen): Portable => {
  const { vocabulary } = work.services;
  return {
    experiences: profile.experiences
      .filter(isThere)
      .map(({ id: _, storyId: __, isRemoved: ___, version: ____, skills, ...experience }) => ({
        ...experience,
        skills: skills.map(({ uri }) => uri).sort(),
      })),
    knowHow: profile.knowHow
      .map(({ skillId, uri, label, level, levelWords, words, isHidden }) => ({
        ...{ uri, label, level, levelWords, words, isHidden },
        ...seenOf(skillId),
      }))
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
    ...portableOf(work, await profileOf(placeOf(work), me.id), await readSeen(work, me.id)),
    limits: { hours: me.workHours, languages: me.spokenLanguages },
  };
};

/** The actor's own, to be taken along. */
export const takeMyProfileAlong = (work: Work): Promise<PortableProfile> =>
  readPortable(work, work.actor.customerId ?? '');
