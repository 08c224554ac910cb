import { sql } from 'kysely';
import { z } from 'zod';
import { access } from '../../kernel/access/access.ts';
import { languages } from '../../kernel/languages.ts';
import { badField } from '../../kernel/problem.ts';
import { words } from '../../kernel/words.ts';
import type { Work } from '../../kernel/work.ts';
import { longestStory } from '../rules.ts';
import { writeStory } from '../tell-story.ts';
import { passedOf, remember } from './asked.ts';
import { isThin, longestAnswer, mostOpenings, nextOpenings, type Opening, openings } from './rules.ts';

const opening = z.object({ key: z.enum(openings, 'form.check'), answer: words(longestAnswer, { least: 0 }) });

/** What a customer tells to begin with: free words, answers to openings, or both. */
export const beginInput = z.object({
  text: words(longestStory, { least: 0 }).default(''),
  answers: z.array(opening).max(mostOpenings).default([]),
  language: z.enum(languages, 'form.choose'),
});
export type Begin = z.infer<typeof beginInput>;

/** How much a customer has told: stories, and skills kept or waiting. */
const toldSoFar = async (work: Work, customerId: string): Promise<{ stories: number; skills: number }> => {
  const { rows } = await sql<{ stories: number; skills: number }>`
    select (select count(*)::int from story where city_id = ${work.cityId} and customer_id = ${customerId}) as stories,
      (select count(*)::int from know_how where city_id = ${work.cityId} and customer_id = ${customerId} and state <> 'dropped') as skills`.execute(
    work.tx,
  );
  return rows[0] ?? { stories: 0, skills: 0 };
};

/** Questions to begin from, at most three, while my profile is thin; else none. */
export const readOpenings = async (work: Work): Promise<{ isThin: boolean; openings: Opening[] }> => {
  const me = await access.self(work, { section: 'story', action: 'read', why: 'own stories' });
  if (!isThin(await toldSoFar(work, me.id))) return { isThin: false, openings: [] };
  const { keys } = await passedOf(work, me.id, null);
  return { isThin: true, openings: nextOpenings(keys) };
};

/** Passes openings over, so that others take their place. */
export const passOpenings = async (work: Work, { keys }: { keys: readonly Opening[] }): Promise<void> => {
  const me = await access.self(work, { section: 'story', action: 'write', why: 'answered questions' });
  const outcomes = keys.map((key) => ({ key, outcome: 'passed' as const }));
  await remember(work, { customerId: me.id, storyId: null, outcomes });
};

/**
 * Makes one story of what was told to begin with, answers first, each a paragraph; skills found in it are suggested. What was left empty is asked
 * again another time. Throws badInput (`text`) when nothing was told, or more than a story holds.
 */
export const begin = async (
  work: Work,
  { text, answers, language }: Begin,
): Promise<{ id: string; version: number; suggestions: number }> => {
  const me = await access.self(work, { section: 'story', action: 'write', why: 'told a story' });
  const given = answers.filter(({ answer }) => answer !== '');
  const whole = [...given.map(({ answer }) => answer), text].filter((part) => part !== '').join('\n\n');
  if (whole === '') throw badField('text', 'form.required');
  if (whole.length > longestStory) throw badField('text', 'form.tooLong', { most: longestStory });
  const { storyId, suggestions } = await writeStory(work, { customerId: me.id, text: whole, language });
  const outcomes = given.map(({ key }) => ({ key, outcome: 'answered' as const }));
  await remember(work, { customerId: me.id, storyId: null, outcomes });
  return { id: storyId, version: 1, suggestions };
};
