import { sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadStory } from './load-story.ts';

/** What a story leaves when its text is gone, for callers who have authorised: suggestions go, and decided know-how loses its words. */
export const forgetFound = async (
  work: Work,
  { storyId, customerId }: { storyId: string; customerId: string },
): Promise<void> => {
  await work.tx
    .deleteFrom('knowHow')
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('storyId', '=', storyId)
    .where('state', '=', 'suggested')
    .execute();
  await work.tx
    .updateTable('knowHow')
    .set({ storyId: null, because: JSON.stringify([]), words: [], version: sql<number>`version + 1` })
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', customerId)
    .where('storyId', '=', storyId)
    .execute();
};

/**
 * Deletes a story for good, with what was only suggested from it. Kept know-how stays without the words; dropped know-how too, so that it is
 * not suggested again. Throws changedMeanwhile when the version is another, notNow for an experience's.
 */
export const deleteStory = async (
  work: Work,
  { storyId, version }: { storyId: string; version: number },
): Promise<void> => {
  const story = await loadStory(work, storyId, { action: 'delete', why: 'deleted a story' });
  if (story.experienceId) throw new Problem('notNow');
  const deleted = await work.tx
    .deleteFrom('story')
    .where('cityId', '=', work.cityId)
    .where('id', '=', storyId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (!deleted)
    throw new Problem('changedMeanwhile', {
      current: { text: story.text, language: story.language, version: story.version },
    });
  await forgetFound(work, { storyId, customerId: story.customerId });
  work.emit('knowHowChanged', { customerId: story.customerId });
};
