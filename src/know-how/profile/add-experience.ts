import { access } from '../../kernel/access/access.ts';
import { newId } from '../../kernel/ids.ts';
import type { Work } from '../../kernel/work.ts';
import { writeStory } from '../tell-story.ts';
import { columnsOf, type ExperienceInput, toldOf } from './experience-input.ts';
import { tieFound } from './experience-skills.ts';
import { keepVersions } from './versions.ts';

type Written = { id: string; version: number; storyId: string | null; suggestions: number };

/** Writes an experience and its text, for callers who have authorised; skills found in the text are suggested, unless `isQuiet`. Keeps no version yet. */
export const insertExperience = async (
  work: Work,
  input: ExperienceInput & { customerId: string; isHidden?: boolean; isQuiet?: boolean },
): Promise<Written> => {
  const { customerId, isHidden = false, isQuiet = false, ...told } = input;
  const { language } = told;
  const { text, isTitle } = toldOf(told);
  // A name that comes from elsewhere is read when its customer asks for it.
  const isLeft = text === '' || (isTitle && isQuiet);
  const story = isLeft ? null : await writeStory(work, { customerId, text, language, isQuiet, isTitle });
  const id = newId();
  const { cityId, now } = work;
  const dates = { createdAt: now, changedAt: now, hiddenAt: isHidden ? now : null };
  await work.tx
    .insertInto('experience')
    .values({ cityId, id, customerId, ...columnsOf(told), ...dates, storyId: story?.storyId ?? null })
    .execute();
  if (story) await tieFound(work, id, { text, found: story.found });
  return { id, version: 1, storyId: story?.storyId ?? null, suggestions: story?.suggestions ?? 0 };
};

/** Adds an experience. What its customer did is their own text: skills found in it are suggested, as from a story; of work and studies told by name alone, from the name. Answers without their words. */
export const addExperience = async (work: Work, input: ExperienceInput): Promise<Written> => {
  const me = await access.self(work, { section: 'profile', action: 'write', why: 'added an experience' });
  const written = await insertExperience(work, { ...input, customerId: me.id });
  await keepVersions(work, 'experience', [written.id]);
  work.emit('profileChanged', { customerId: me.id });
  return written;
};
