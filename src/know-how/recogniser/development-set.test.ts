import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { languages } from '../../kernel/languages.ts';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { createRecogniser } from './recogniser.ts';

/**
 * Texts of our own, in everyday tone. `accept`: any of these among the first five is right; `reject`: none of these
 * may be there; no `accept` and "*" in `reject`: nothing may be suggested. `of`: a business's problem, read for what it needs.
 */
const item = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.enum(languages),
  of: z.literal('need').optional(),
  accept: z.array(z.string()),
  reject: z.array(z.string()),
});
const items = readFileSync(join(import.meta.dirname, 'development-set.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => item.parse(JSON.parse(line)));
const recogniser = createRecogniser(starterVocabulary(), { lexicon: loadLexicon() });
const firstFive = (text: z.infer<typeof item>): string[] =>
  recogniser.recognise({ text: text.text, language: text.lang, of: text.of, limit: 5 }).map(({ uri }) => uri);

const withSkills = items.filter(({ accept }) => accept.length > 0);
const withoutSkills = items.filter(({ accept }) => accept.length === 0);
const share = (part: unknown[], whole: unknown[]): number => (100 * part.length) / whole.length;

test('the set speaks of skills the starter has', () => {
  const known = new Set(starterVocabulary().skills.map(({ uri }) => uri));
  expect(items.length).toBeGreaterThanOrEqual(40);
  expect(items.flatMap(({ accept }) => accept).filter((uri) => !known.has(uri))).toEqual([]);
});

test.each(languages)('%s: a right skill is among the first five', (language) => {
  const ours = withSkills.filter(({ lang }) => lang === language);
  const missed = ours.filter((text) => !firstFive(text).some((uri) => text.accept.includes(uri)));
  expect(100 - share(missed, ours), missed.map(({ id }) => id).join(', ')).toBeGreaterThanOrEqual(97);
});

test('the words quoted are whole ones', () => {
  const isLetter = (sign: string | undefined) => /\p{L}/u.test(sign ?? '');
  const cut = items.flatMap(({ text, lang }) =>
    recogniser
      .recognise({ text, language: lang, limit: 15 })
      .flatMap(({ because }) => because)
      .filter(
        ({ start, end }) =>
          (isLetter(text[start - 1]) && isLetter(text[start])) || (isLetter(text[end - 1]) && isLetter(text[end])),
      )
      .map(({ start, end }) => text.slice(start, end)),
  );
  expect(cut).toEqual([]);
});

test('skills denied or merely wished for are not suggested', () => {
  const wrong = withSkills.filter((text) => firstFive(text).some((uri) => text.reject.includes(uri)));
  expect(share(wrong, withSkills), wrong.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(5);
});

test('texts with no skill in them get no suggestion', () => {
  expect(withoutSkills.filter((text) => firstFive(text).length > 0).map(({ id }) => id)).toEqual([]);
});

test('four sentences about a mother and a village fair give nine skills and more', () => {
  const story = items.find(({ id }) => id === 'story-fi');
  if (!story) throw new Error('the story is gone');
  const found = recogniser.recognise({ text: story.text, language: 'fi', limit: 15 }).map(({ uri }) => uri);
  expect(found.length).toBeGreaterThanOrEqual(9);
  expect(found.filter((uri) => story.accept.includes(uri)).length).toBeGreaterThanOrEqual(6);
});

test("a bakery's queue calls for events, customer service and queue control in the three languages", () => {
  for (const text of items.filter(({ id }) => id.startsWith('bakery-'))) {
    const found = recogniser.recognise({ text: text.text, language: text.lang, of: 'need' }).map(({ uri }) => uri);
    expect(found.filter((uri) => text.accept.includes(uri)).length, text.id).toBeGreaterThanOrEqual(3);
  }
});
