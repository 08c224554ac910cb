import { sql } from 'kysely';
import { Problem } from '../kernel/problem.ts';
import type { Work } from '../kernel/work.ts';
import { loadStory } from './load-story.ts';

/**
 * Deletes a story for good, with what was only suggested from it. Kept know-how stays without the words; dropped know-how too, so that it is
 * not suggested again. Throws changedMeanwhile when the version is another.
 */
export const deleteStory = async (
  work: Work,
  { storyId, version }: { storyId: string; version: number },
): Promise<void> => {
  const story = await loadStory(work, storyId, { action: 'delete', why: 'deleted a story' });
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
  await work.tx
    .deleteFrom('knowHow')
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', story.customerId)
    .where('storyId', '=', storyId)
    .where('state', '=', 'suggested')
    .execute();
  await work.tx
    .updateTable('knowHow')
    .set({ storyId: null, because: JSON.stringify([]), words: [], version: sql<number>`version + 1` })
    .where('cityId', '=', work.cityId)
    .where('customerId', '=', story.customerId)
    .where('storyId', '=', storyId)
    .execute();
  work.emit('knowHowChanged', { customerId: story.customerId });
};
