import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { newId } from '../kernel/ids.ts';
import { languages } from '../kernel/languages.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { recogniseSkills } from './recognise-skills.ts';
import { longestStory, mostSuggested } from './rules.ts';
import { writeSuggestions } from './suggest.ts';

export const tellStoryInput = z.object({ text: words(longestStory), language: z.enum(languages, 'form.choose') });

export type TellStory = z.infer<typeof tellStoryInput>;

/** Keeps a customer's story and suggests the skills found in it. Says how many wait to be looked at, and never the words themselves. */
export const tellStory = async (
  work: Work,
  { text, language }: TellStory,
): Promise<{ id: string; version: number; suggestions: number }> => {
  const me = await access.self(work, { section: 'story', action: 'write', why: 'told a story' });
  const storyId = newId();
  await work.tx
    .insertInto('story')
    .values({
      cityId: work.cityId,
      id: storyId,
      customerId: me.id,
      text,
      language,
      createdAt: work.now,
      changedAt: work.now,
    })
    .execute();
  const found = recogniseSkills(work.services.vocabulary, { text, language, limit: mostSuggested });
  const suggestions = await writeSuggestions(work, { customerId: me.id, storyId, text, found });
  return { id: storyId, version: 1, suggestions };
};
