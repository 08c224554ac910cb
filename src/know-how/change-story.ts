import { sql } from 'kysely';
import type { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadStory } from './load-story.ts';
import { type RecognisedSkill, recogniseSkills } from './recognise-skills.ts';
import { recogniseTitle } from './recognise-title.ts';
import { readIn } from './recogniser/language-of.ts';
import { findAgain, mostSuggested, wordsAt } from './rules.ts';
import { writeSuggestions } from './suggest.ts';
import { type TellStory, tellStoryInput } from './tell-story.ts';

export const changeStoryInput = tellStoryInput;
export type ChangeStory = z.infer<typeof changeStoryInput> & { storyId: string; version: number };

const readDecided = (work: Work, customerId: string, storyId: string) =>
  work.tx
    .selectFrom('knowHow')
    .select(['id', 'skillId', 'words'])
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('storyId', '=', storyId)
    .where('state', '<>', 'suggested')
    .execute();

const dropUnfound = (work: Work, customerId: string, storyId: string, found: readonly RecognisedSkill[]) =>
  work.tx
    .deleteFrom('knowHow')
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('storyId', '=', storyId)
    .where('state', '=', 'suggested')
    .where(sql<boolean>`skill_id <> all(${found.map(({ skillId }) => skillId)}::int[])`)
    .execute();

/** Decided know-how points at the same words in the new text, or at none when they are gone. */
const pointAgain = async (
  work: Work,
  story: { id: string; customerId: string; text: string },
  found: readonly RecognisedSkill[],
) => {
  const decided = await readDecided(work, story.customerId, story.id);
  if (decided.length === 0) return;
  const bySkill = new Map(found.map(({ skillId, because }) => [skillId, because]));
  const rows = decided.map(({ id, skillId, words }) => {
    const because = findAgain(story.text, words) ?? bySkill.get(skillId) ?? [];
    return { id, because, words: wordsAt(story.text, because) };
  });
  await sql`
    update know_how set because = given.because, version = version + 1,
      words = array(select jsonb_array_elements_text(given.words)),
      story_id = case when given.because = '[]'::jsonb then null else story_id end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, because jsonb, words jsonb)
    where know_how.city_id = ${work.cityId} and know_how.id = given.id`.execute(work.tx);
};

/**
 * What is found follows a story's text after it changed, for callers who have authorised and written it: new suggestions come, those no longer
 * found go, and what was decided points at its words anew.
 */
export const followText = async (
  work: Work,
  {
    storyId,
    customerId,
    text,
    language,
    isTitle = false,
  }: TellStory & { storyId: string; customerId: string; isTitle?: boolean },
): Promise<{ suggestions: number; found: RecognisedSkill[] }> => {
  const found = await (isTitle ? recogniseTitle : recogniseSkills)(work.services.vocabulary, {
    text,
    language,
    limit: mostSuggested,
    city: work.cityId,
  });
  await dropUnfound(work, customerId, storyId, found);
  await pointAgain(work, { id: storyId, customerId, text }, found);
  return { found, suggestions: await writeSuggestions(work, { customerId, storyId, text, found }) };
};

/**
 * Changes a story's text. Suggestions follow the new text; what was kept or dropped stays, with its words where they still stand.
 * Throws changedMeanwhile with the story as it is when its version is another, notNow for an experience's: that is changed with the experience.
 */
export const changeStory = async (
  work: Work,
  input: ChangeStory,
): Promise<{ id: string; version: number; suggestions: number }> => {
  const { storyId, version, text } = input;
  const story = await loadStory(work, storyId, { action: 'write', why: 'changed a story' });
  if (story.experienceId) throw new Problem('notNow');
  // Who changes nothing but the language knows better than we do.
  const language = text === story.text ? input.language : readIn(text, input.language);
  const changed = await work.tx
    .updateTable('story')
    .set({ text, language, changedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', storyId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed)
    throw new Problem('changedMeanwhile', {
      current: { text: story.text, language: story.language, version: story.version },
    });
  const { suggestions } = await followText(work, { storyId, customerId: story.customerId, text, language });
  work.emit('knowHowChanged', { customerId: story.customerId });
  return { id: storyId, version: changed.version, suggestions };
};
