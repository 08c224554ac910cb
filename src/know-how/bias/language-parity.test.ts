import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import type { Find } from './compare-swaps.ts';
import { languageParity } from './language-parity.ts';

const text = (id: string, lang: Language, accept: string[] = ['care']) => ({
  ...{ id, lang, text: `${id} ${lang}`, accept, core: [], reject: [] },
});
const texts = (['fi', 'sv', 'en'] as const).flatMap((lang) => [text('mother', lang), text('greeting', lang, [])]);

const find: Find = (told) => {
  if (told.startsWith('greeting')) return [];
  return told.endsWith('sv') ? ['care'] : ['care', 'cooking'];
};

test('the same story should give the same in each language; a language that gives less is seen', () => {
  const { stories, all, pairs, byLanguage } = languageParity(texts, find);
  expect(stories).toBe(2);
  expect(pairs).toEqual([
    { one: 'fi', other: 'sv', same: 50 },
    { one: 'fi', other: 'en', same: 100 },
    { one: 'sv', other: 'en', same: 50 },
  ]);
  expect(all).toBeCloseTo(66.7, 1);
  expect(byLanguage.sv).toMatchObject({ shownEach: 1, right5: 100, emptyWhenEmpty: 100 });
  expect(byLanguage.fi).toMatchObject({ shownEach: 2 });
});
