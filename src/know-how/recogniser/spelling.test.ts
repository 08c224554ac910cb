import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { buildIndex } from './build-index.ts';
import { wordListsOf } from './query.ts';
import { createRecogniser } from './recogniser.ts';
import { slipMender } from './spelling.ts';
import { wordsOf } from './words.ts';

const { skills } = starterVocabulary();
const lexicon = loadLexicon();
const menders = {
  fi: slipMender(wordListsOf(buildIndex(skills, 'fi')), lexicon),
  sv: slipMender(wordListsOf(buildIndex(skills, 'sv')), lexicon),
  en: slipMender(wordListsOf(buildIndex(skills, 'en')), lexicon),
};
const mended = (language: Language, text: string): string =>
  menders[language]
    .mend(wordsOf(text), text)
    .map(({ folded }) => folded)
    .join(' ');

test.each<[Language, string, string]>([
  ['en', 'wearhouse, forklft, plumbng', 'warehouse forklift plumbing'],
  ['fi', 'suunitelin ohjlmointi', 'suunnittelin ohjelmointi'],
  ['sv', 'redovising snikeri', 'redovisning snickeri'],
])('%s: "%s" is read as "%s"', (language, text, right) => {
  expect(mended(language, text)).toBe(right);
});

test.each<[Language, string]>([
  ['en', 'I worked for Bakker in Cookham with kettles and bikes'],
  ['fi', 'kävin kaupassa ja siivosin mökkiä marjassa'],
  ['sv', 'jag jobbade hos Målarn i Borgå'],
])('%s: "%s" has no slips: known words, short ones and names stay', (language, text) => {
  expect(mended(language, text)).toBe(text.toLowerCase());
});

test('the words shown stay as they were written, at their places', () => {
  const recogniser = createRecogniser(starterVocabulary(), { lexicon });
  const text = 'wearhouse, drivin forklft';
  const found = recogniser.recognise({ text, language: 'en' });
  const driving = found.find(({ label }) => label === 'forklift driving');
  expect(driving?.because.map(({ start, end }) => text.slice(start, end))).toEqual(['forklft']);
});
