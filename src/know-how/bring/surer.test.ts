import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { loadRecogniser } from '../recogniser/load-recogniser.ts';
import { folderWith } from '../vocabulary/fixtures.ts';
import { readPlainText } from './reader/plain-text.ts';
import { readCv } from './reader/read-cv.ts';
import { placeNames, surer, withoutNames } from './surer.ts';

const { recogniser } = await loadRecogniser(await folderWith());

/** The labels found in a CV under a heading of work, and how many there would be of a story in the same words. */
const labelsOf = (lines: string, language: Language) => {
  const heading = { fi: 'Työkokemus', sv: 'Arbetserfarenhet', en: 'Work experience' }[language];
  const { found, paragraphs } = readCv(readPlainText(Buffer.from(`${heading}\n${lines}`)), 'text', language);
  const text = paragraphs.map((one) => one.text).join('\n');
  const story = recogniser.recognise({ text, language, limit: 10 });
  const cv = recogniser.recognise({ text: withoutNames(text, placeNames(found)), language, limit: 10 });
  return { labels: surer(cv).map(({ label }) => label), ofStory: story.length };
};

test.each([
  [
    'fi',
    '2015–2018 Koripallovalmentaja, juniorit',
    [],
    ['kilpaurheilu', 'erotuomarointi', 'omasta kunnosta huolehtiminen'],
  ],
  ['fi', '2015 Logistiikan perustutkinto, Varia', ['logistiikka'], ['varausten tekeminen']],
  [
    'fi',
    '2015–2018 Varastotyöntekijä, Posti Oy\nKeräilin tilauksia ja ajoin trukkia.',
    ['keräily varastossa', 'trukin ajaminen'],
    ['verkkokaupan hoito', 'tavaroiden varastointi'],
  ],
  [
    'fi',
    '2015–2018 Lähihoitaja, Turun kaupunki\nHoidin vanhuksia ja annoin lääkkeitä.',
    ['vanhusten hoito', 'lääkehoito'],
    ['eläinten ensiapu', 'asiointiapu'],
  ],
  [
    'en',
    '2015–2018 Cleaner, Example Cleaning Ltd\nCleaned offices at night.',
    ['cleaning work'],
    ['office work', 'demonstrating'],
  ],
  [
    'en',
    '2019–2020 Warehouse Operative, Example Logistics Ltd\nPicked and packed orders',
    ['order picking', 'packing', 'warehouse work'],
    ['logistics', 'barcode scanning'],
  ],
  [
    'sv',
    '2012–2014 Närvårdare, Åbo stad\nTog hand om äldre och gav mediciner.',
    ['äldreomsorg', 'läkemedelsbehandling'],
    ['ärendehjälp', 'äldres behov'],
  ],
] as const)('%s %s: what is plainly told, and no guesses', (language, lines, told, guesses) => {
  const { labels, ofStory } = labelsOf(lines, language);
  expect(labels).toEqual(expect.arrayContaining([...told]));
  for (const guess of guesses) expect(labels).not.toContain(guess);
  expect(labels.length).toBeLessThan(ofStory);
});

test('names are put out as whole words, and every other word stays where it was', () => {
  const text = 'Varia ja Variaatio, A+B (Oy)';
  const without = withoutNames(text, ['A+B (Oy)', 'Varia']);
  expect(without).toHaveLength(text.length);
  expect(without.replace(/[. ]+/g, ' ').trim()).toBe('ja Variaatio,');
});
