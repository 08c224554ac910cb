import { expect, test } from 'vitest';
import { compareSwaps, type Find, type Told } from './compare-swaps.ts';
import { names } from './names.ts';

const texts: Told[] = [
  { id: 'mother', language: 'fi', text: 'Hoidin äitiä kotona.' },
  { id: 'taxi', language: 'fi', text: 'Ajoin taksia.' },
  { id: 'father', language: 'en', text: 'I looked after my father and his garden.' },
];

const fair: Find = (text) => [
  ...(/hoidin|looked after/i.test(text) ? ['care'] : []),
  ...(/taksi/.test(text) ? ['driving'] : []),
];

test('a recogniser that hears the deed and not who it was done to changes nothing', () => {
  const report = compareSwaps(texts, fair);
  expect(report).toMatchObject({ texts: 3, changes: [] });
  expect(report.byLanguage.fi).toEqual({
    words: { compared: 1, suggestions: 1, changed: 0, textsChanged: 0 },
    names: { compared: 2 * names.length, suggestions: 2 * names.length, changed: 0, textsChanged: 0 },
  });
  expect(report.byLanguage.en.words.compared).toBe(1);
  expect(report.byLanguage.sv.names.compared).toBe(0);
});

test('one that hears care in mothers and machines in fathers is found out', () => {
  const biased: Find = (text) => [...fair(text, 'fi'), ...(/\bisä|father/.test(text) ? ['machines'] : [])];
  const { byLanguage, changes } = compareSwaps(texts, biased);
  expect(byLanguage.fi.words).toEqual({ compared: 1, suggestions: 1, changed: 1, textsChanged: 1 });
  expect(changes).toEqual([
    { id: 'mother', language: 'fi', by: ['äitiä > isää'], gained: ['machines'], lost: [] },
    { id: 'father', language: 'en', by: ['father > mother', 'his > her'], gained: [], lost: ['machines'] },
  ]);
});

test('and so is one that hears something in a name', () => {
  const biased: Find = (text) => [...fair(text, 'fi'), ...(text.includes('Mohamed') ? ['cleaning'] : [])];
  const { byLanguage, changes } = compareSwaps(texts, biased);
  expect(byLanguage.fi.names).toMatchObject({ changed: 2, textsChanged: 2 });
  expect(changes[0]).toMatchObject({ by: ['Mohamed Ali'], gained: ['cleaning'] });
});
