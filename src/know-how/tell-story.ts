import { z } from 'zod';
import { access } from '../kernel/access/access.ts';
import { newId } from '../kernel/ids.ts';
import { languages } from '../kernel/languages.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { type RecognisedSkill, recogniseSkills } from './recognise-skills.ts';
import { recogniseTitle } from './recognise-title.ts';
import { readIn } from './recogniser/language-of.ts';
import { longestStory, mostSuggested } from './rules.ts';
import { writeSuggestions } from './suggest.ts';

export const tellStoryInput = z.object({ text: words(longestStory), language: z.enum(languages, 'form.choose') });

export type TellStory = z.infer<typeof tellStoryInput>;

type Told = { storyId: string; suggestions: number; found: RecognisedSkill[] };

/**
 * Writes a text of a customer's down, for callers who have authorised; skills found in it are suggested, unless `isQuiet`. A text that is clearly
 * in another of our languages than the chosen one is read in that. `isTitle`: it is the name of some work or studies.
 */
export const writeStory = async (
  work: Work,
  {
    customerId,
    text,
    language: chosen,
    isQuiet = false,
    isTitle = false,
  }: TellStory & { customerId: string; isQuiet?: boolean; isTitle?: boolean },
): Promise<Told> => {
  const language = isTitle ? chosen : readIn(text, chosen);
  const storyId = newId();
  await work.tx
    .insertInto('story')
    .values({
      cityId: work.cityId,
      id: storyId,
      customerId,
      text,
      language,
      createdAt: work.now,
      changedAt: work.now,
    })
    .execute();
  if (isQuiet) return { storyId, suggestions: 0, found: [] };
  const found = await (isTitle ? recogniseTitle : recogniseSkills)(work.services.vocabulary, {
    text,
    language,
    limit: mostSuggested,
    city: work.cityId,
  });
  return { storyId, found, suggestions: await writeSuggestions(work, { customerId, storyId, text, found }) };
};

/** Keeps a customer's story and suggests the skills found in it. Says how many wait to be looked at, and never the words themselves. */
export const tellStory = async (
  work: Work,
  input: TellStory,
): Promise<{ id: string; version: number; suggestions: number }> => {
  const me = await access.self(work, { section: 'story', action: 'write', why: 'told a story' });
  const { storyId, suggestions } = await writeStory(work, { ...input, customerId: me.id });
  return { id: storyId, version: 1, suggestions };
};
