import { sql } from 'kysely';
import { access, type CustomerRecord } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import type { Work } from '../../kernel/work.ts';
import { placeOf } from '../queries.ts';
import { insertExperience } from './add-experience.ts';
import { tieSkills } from './experience-skills.ts';
import { putLanguage } from './language-skills.ts';
import { insertLicence } from './licences.ts';
import type { PortableProfile } from './portable.ts';
import { type Profile, profileOf } from './read-profile.ts';
import { keepVersions } from './versions.ts';
import { putWishes } from './wishes.ts';

/** How many of each part were taken in that were not there before, and the URIs of skills the vocabulary has never had. */
export type Taken = {
  experiences: number;
  knowHow: number;
  languages: number;
  licences: number;
  wishes: number;
  unknown: string[];
};

type Taking = { work: Work; me: CustomerRecord; before: Profile };

/** The same to its holder: told twice it would stand twice. */
const sameAs = (...facts: unknown[]): string => JSON.stringify(facts);

/** Skills are kept; level and words that come along count where they say something, and only a new one comes in hidden. */
const takeKnowHow = async ({ work, me, before }: Taking, knowHow: PortableProfile['knowHow']): Promise<number> => {
  const bySkill = new Map(
    knowHow.flatMap((one) => {
      const skillId = work.services.vocabulary.idOf(one.uri);
      return skillId === undefined ? [] : [[skillId, one] as const];
    }),
  );
  if (bySkill.size === 0) return 0;
  const rows = [...bySkill].map(([skillId, { level, levelWords, words, isHidden }]) => ({
    ...{ cityId: work.cityId, id: newId(), customerId: me.id, skillId, level, levelWords, words },
    ...{ state: 'kept' as const, origin: 'added' as const, storyId: null, score: null, because: '[]' },
    decidedAt: work.now,
    hiddenAt: isHidden ? work.now : null,
  }));
  const written = await work.tx
    .insertInto('knowHow')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['cityId', 'customerId', 'skillId']).doUpdateSet({
        state: 'kept',
        decidedAt: sql`case when know_how.state = 'kept' then know_how.decided_at else excluded.decided_at end`,
        level: sql`coalesce(excluded.level, know_how.level)`,
        levelWords: sql`coalesce(nullif(excluded.level_words, ''), know_how.level_words)`,
        words: sql`case when know_how.story_id is null and excluded.words <> '{}' then excluded.words else know_how.words end`,
        version: sql`know_how.version + 1`,
      }),
    )
    .returning('id')
    .execute();
  await keepVersions(
    work,
    'knowHow',
    written.map(({ id }) => id),
  );
  const kept = new Set(before.knowHow.map(({ skillId }) => skillId));
  return [...bySkill.keys()].filter((skillId) => !kept.has(skillId)).length;
};

const takeExperiences = async ({ work, me, before }: Taking, experiences: PortableProfile['experiences']) => {
  const key = ({
    kind,
    title,
    place,
    from,
    to,
    isOngoing,
    did,
  }: Omit<PortableProfile['experiences'][number], 'skills'>) =>
    sameAs(kind, title, place, from?.on, to?.on, isOngoing, did);
  const there = new Map(before.experiences.filter(({ isRemoved }) => !isRemoved).map((one) => [key(one), one.id]));
  const { vocabulary } = work.services;
  let taken = 0;
  for (const { skills, ...experience } of experiences) {
    const earlier = there.get(key(experience));
    const to = experience.isOngoing ? null : experience.to;
    const id = earlier ?? (await insertExperience(work, { ...experience, to, customerId: me.id, isQuiet: true })).id;
    const ids = [...new Set(skills.flatMap((uri) => vocabulary.idOf(uri) ?? []))];
    await tieSkills(
      work,
      id,
      ids.map((skillId) => ({ skillId, words: [] })),
      { isByHand: true },
    );
    if (earlier) continue;
    there.set(key(experience), id);
    await keepVersions(work, 'experience', [id]);
    taken += 1;
  }
  return taken;
};

const takeLanguages = async ({ work, me, before }: Taking, languages: PortableProfile['languages']) => {
  const there = new Map(before.languages.filter(({ isRemoved }) => !isRemoved).map((one) => [one.code, one.level]));
  const news = languages.filter(({ code, level }) => there.get(code) !== level);
  for (const one of news) {
    const { id } = await putLanguage(work, { ...one, customerId: me.id });
    await keepVersions(work, 'language', [id]);
  }
  return news.filter(({ code }) => !there.has(code)).length;
};

const takeLicences = async ({ work, me, before }: Taking, licences: PortableProfile['licences']) => {
  const key = ({ kind, code, name, untilOn }: PortableProfile['licences'][number]) => sameAs(kind, code, name, untilOn);
  const there = new Set(before.licences.filter(({ isRemoved }) => !isRemoved).map(key));
  const news = licences.filter((one) => !there.has(key(one)));
  for (const one of news) {
    const { id } = await insertLicence(work, { ...one, customerId: me.id });
    await keepVersions(work, 'licence', [id]);
  }
  return news.length;
};

/** Wishes are added to those told; where and what not are taken where nothing is told yet. */
const takeWishes = async ({ work, me, before }: Taking, { what, where, notWanted }: PortableProfile['wishes']) => {
  const mine = before.wishes;
  const there = new Set(mine.what.map(({ text }) => text));
  const news = what
    .filter(({ text }) => !there.has(text))
    .map(({ text, uri }) => ({ text, skillId: uri === null ? null : (work.services.vocabulary.idOf(uri) ?? null) }));
  const after = { what: [...mine.what, ...news], where: mine.where || where, notWanted: mine.notWanted || notWanted };
  const isSame = news.length === 0 && after.where === mine.where && after.notWanted === mine.notWanted;
  if (!isSame) await putWishes(work, { ...after, version: mine.version, customerId: me.id });
  return news.length;
};

/** Hours and languages of the limits are taken where none are told yet. */
const takeLimits = async ({ work, me }: Taking, { hours, languages }: PortableProfile['limits']): Promise<void> => {
  const takesHours = me.workHours === null && hours !== null;
  const takesLanguages = me.spokenLanguages.length === 0 && languages.length > 0;
  if (!takesHours && !takesLanguages) return;
  await work.tx
    .updateTable('customer')
    .set({
      ...(takesHours ? { workHours: hours } : {}),
      ...(takesLanguages ? { spokenLanguages: languages } : {}),
      version: me.version + 1,
    })
    .where('cityId', '=', work.cityId)
    .where('id', '=', me.id)
    .execute();
  await keepVersions(work, 'limits', [me.id]);
};

/**
 * Takes chosen parts of a profile into the actor's own, in one transaction: what somebody brings from elsewhere, after they have chosen (leave
 * the rest out of `profile`). What is there already stays and does not come twice; the person's name, address and area are never taken. Texts are
 * taken without suggesting skills from them. Answers counts and none of the words.
 */
export const takeProfile = async (work: Work, { profile }: { profile: PortableProfile }): Promise<Taken> => {
  const asked = { section: 'profile', action: 'write', why: 'brought a profile' } as const;
  const me = await access.self(work, asked);
  const taking = { work, me, before: await profileOf(placeOf(work), me.id) };
  const knowHow = await takeKnowHow(taking, profile.knowHow);
  const experiences = await takeExperiences(taking, profile.experiences);
  const languages = await takeLanguages(taking, profile.languages);
  const licences = await takeLicences(taking, profile.licences);
  const wishes = await takeWishes(taking, profile.wishes);
  await takeLimits(taking, profile.limits);
  const uris = [...profile.knowHow.map(({ uri }) => uri), ...profile.experiences.flatMap(({ skills }) => skills)];
  const unknown = [...new Set(uris.filter((uri) => work.services.vocabulary.idOf(uri) === undefined))];
  work.emit('profileChanged', { customerId: me.id });
  work.emit('knowHowChanged', { customerId: me.id });
  return { experiences, knowHow, languages, licences, wishes, unknown };
};
