import { z } from 'zod';
import { languages } from '../kernel/languages.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import type { FoundSkill } from './vocabulary-service.ts';

export const searchSkillsInput = z.object({
  q: words(200, { least: 0 }).default(''),
  /** The reader's own language when left out. */
  language: z.enum(languages).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** Skills of the vocabulary whose names answer what was typed, best first. The vocabulary is nobody's data: everybody signed in may search it. */
export const searchSkills = async (
  work: Work,
  { q, language, limit }: z.infer<typeof searchSkillsInput>,
): Promise<FoundSkill[]> =>
  q === '' ? [] : work.services.vocabulary.search(q, language ?? work.actor.language, limit);
