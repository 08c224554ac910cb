import { access } from '../../kernel/access/access.ts';
import type { Language } from '../../kernel/languages.ts';
import type { Work } from '../../kernel/work.ts';
import { recogniseSkills } from '../recognise-skills.ts';
import { wordsAt } from '../rules.ts';
import { labelIn } from '../vocabulary/types.ts';
import { type Wishes, wishesOf } from './wishes.ts';

export type WishedSkill = {
  uri: string;
  label: string;
  /** The customer's words it was found in; none for one they have chosen already. */
  words: string[];
};

const most = 8;

/** The latest stories, which may say what their teller would like to do. */
const latestStories = (work: Work, customerId: string): Promise<{ text: string; language: Language }[]> =>
  work.tx
    .selectFrom('story')
    .select(['text', 'language'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .orderBy('changedAt', 'desc')
    .limit(5)
    .execute();

/** What the wishes' own words speak of, all of it wished; and of stories only what is said as a wish. */
const findWished = async (work: Work, customerId: string, { what }: Wishes): Promise<WishedSkill[]> => {
  const { vocabulary } = work.services;
  const own = what.flatMap(({ text, skillId }) => (skillId === null ? [text] : [])).join('\n');
  const sources = [
    { text: own, language: work.actor.language, of: 'need' as const },
    ...(await latestStories(work, customerId)).map((story) => ({ ...story, of: 'wish' as const })),
  ];
  const wished = sources.map(async (source) => {
    const found = await recogniseSkills(vocabulary, { ...source, limit: most });
    return found.map(({ skillId, uri, because }) => ({
      uri,
      label: labelIn(vocabulary.skill(skillId)?.labels ?? { fi: '', sv: '', en: '' }, work.actor.language),
      words: wordsAt(source.text, because),
    }));
  });
  return (await Promise.all(wished)).flat();
};

/** My wishes with the skills I have chosen to wish for, and those found in my words that I could. Nothing found is a wish before I say so. */
export const readWishedSkills = async (
  work: Work,
): Promise<{ wishes: Wishes; chosen: WishedSkill[]; found: WishedSkill[] }> => {
  const me = await access.self(work, { section: 'profile', action: 'read', why: 'own profile' });
  const wishes = await wishesOf(work.tx, work.cityId, me.id);
  const { vocabulary } = work.services;
  const chosen = wishes.what.flatMap(({ text, skillId }) => {
    const skill = skillId === null ? undefined : vocabulary.skill(skillId);
    return skill ? [{ uri: skill.uri, label: text, words: [] }] : [];
  });
  const seen = new Set(chosen.map(({ uri }) => uri));
  const found = (await findWished(work, me.id, wishes)).filter(({ uri }) => !seen.has(uri) && seen.add(uri));
  return { wishes, chosen, found: found.slice(0, most) };
};
