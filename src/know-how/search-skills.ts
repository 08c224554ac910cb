import { z } from 'zod';
import { languages } from '../kernel/languages.ts';
import { words } from '../kernel/words.ts';
import type { Work } from '../kernel/work.ts';
import { tellApart } from './tell-apart.ts';
import type { FoundSkill } from './vocabulary-service.ts';

export const searchSkillsInput = z.object({
  q: words(200, { least: 0 }).default(''),
  /** The reader's own language when left out. */
  language: z.enum(languages).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/**
 * Skills of the vocabulary whose names answer what was typed, best first; `apart` tells those from each other that are nearly called the same. The
 * vocabulary is nobody's data: everybody signed in may search it.
 */
export const searchSkills = async (
  work: Work,
  { q, language = work.actor.language, limit }: z.infer<typeof searchSkillsInput>,
): Promise<(FoundSkill & { apart: string | null })[]> => {
  if (q === '') return [];
  const { vocabulary } = work.services;
  return tellApart(vocabulary.search(q, language, limit), (uri) => vocabulary.about(uri, language));
};
