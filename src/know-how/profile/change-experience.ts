import { Problem } from '../../kernel/problem.ts';
import type { Work } from '../../kernel/work.ts';
import { followText } from '../change-story.ts';
import { forgetFound } from '../delete-story.ts';
import { writeStory } from '../tell-story.ts';
import { columnsOf, type ExperienceInput, toldOf } from './experience-input.ts';
import { tieFound } from './experience-skills.ts';
import { type ExperienceRecord, loadExperience } from './load-experience.ts';
import { keepVersions } from './versions.ts';

type Text = Pick<ExperienceInput, 'kind' | 'title' | 'did' | 'language'>;
type Told = { storyId: string | null; suggestions: number };

/** Takes an experience's text away, for callers who have authorised: what was only suggested from it goes too. */
export const dropText = async (
  work: Work,
  { id, customerId, storyId }: Pick<ExperienceRecord, 'id' | 'customerId' | 'storyId'>,
): Promise<void> => {
  if (!storyId) return;
  await work.tx.deleteFrom('story').where('cityId', '=', work.cityId).where('id', '=', storyId).execute();
  await forgetFound(work, { storyId, customerId });
  await tieFound(work, id, { text: '', found: [] });
};

/** Brings an experience's text to what is told now, for callers who have authorised. */
export const tellText = async (
  work: Work,
  { id, customerId, storyId }: Pick<ExperienceRecord, 'id' | 'customerId' | 'storyId'>,
  { language, ...input }: Text,
): Promise<Told> => {
  const { text, isTitle } = toldOf(input);
  if (text === '') {
    await dropText(work, { id, customerId, storyId });
    return { storyId: null, suggestions: 0 };
  }
  if (!storyId) {
    const told = await writeStory(work, { customerId, text, language, isTitle });
    await tieFound(work, id, { text, found: told.found });
    return told;
  }
  await work.tx
    .updateTable('story')
    .set(({ eb }) => ({ text, language, changedAt: work.now, version: eb('version', '+', 1) }))
    .where('cityId', '=', work.cityId)
    .where('id', '=', storyId)
    .execute();
  const { found, suggestions } = await followText(work, { storyId, customerId, text, language, isTitle });
  await tieFound(work, id, { text, found });
  return { storyId, suggestions };
};

/** What somebody who lost the race compares their own with. */
const asCurrent = ({ customerId: _, storyId: __, ...record }: ExperienceRecord) => record;

/**
 * Changes an experience; suggestions follow its text. Throws changedMeanwhile with the experience as it is when its version is another, notNow
 * when it has been removed.
 */
export const changeExperience = async (
  work: Work,
  { experienceId, version, ...input }: ExperienceInput & { experienceId: string; version: number },
): Promise<{ id: string; version: number; storyId: string | null; suggestions: number }> => {
  const before = await loadExperience(work, experienceId, { action: 'write', why: 'changed an experience' });
  if (before.isRemoved) throw new Problem('notNow');
  const changed = await work.tx
    .updateTable('experience')
    .set({ ...columnsOf(input), changedAt: work.now, version: version + 1 })
    .where('cityId', '=', work.cityId)
    .where('id', '=', experienceId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) throw new Problem('changedMeanwhile', { current: asCurrent(before) });
  const isSameText = toldOf(before).text === toldOf(input).text && before.language === input.language;
  const told = isSameText ? { storyId: before.storyId, suggestions: 0 } : await tellText(work, before, input);
  await work.tx
    .updateTable('experience')
    .set({ storyId: told.storyId })
    .where('cityId', '=', work.cityId)
    .where('id', '=', experienceId)
    .execute();
  await keepVersions(work, 'experience', [experienceId]);
  work.emit('profileChanged', { customerId: before.customerId });
  work.emit('knowHowChanged', { customerId: before.customerId });
  return { id: experienceId, version: changed.version, storyId: told.storyId, suggestions: told.suggestions };
};
