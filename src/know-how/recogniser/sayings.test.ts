import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aSaying } from '../lexicon/fixtures.ts';
import { lexiconIn } from '../lexicon/load-lexicon.ts';
import { aSkill, aVocabulary, folderWith } from '../vocabulary/fixtures.ts';
import { createRecogniser } from './recogniser.ts';

const uri = (id: string) => `http://example.org/skill/${id}`;
const filler = Array.from({ length: 60 }, (_, at) => aSkill(`other-${at}`, { fi: `muu osio${at}`, en: `item ${at}` }));
const vocabulary = aVocabulary([
  aSkill('train', { fi: 'kouluttaa henkilöstöä', sv: 'utbilda personal', en: 'train employees' }),
  aSkill('till', { fi: 'käyttää kassakonetta', sv: 'sköta kassaapparat', en: 'operate cash register' }),
  aSkill('stalls', { fi: 'puhdistaa karsinoita', sv: 'rengöra stall', en: 'clean stalls' }),
  ...filler,
]);
const folder = await folderWith();
await mkdir(join(folder, 'sayings'));
await writeFile(
  join(folder, 'sayings', 'ours.jsonl'),
  [
    aSaying({ en: 'they always sat the new ones next to me to learn', skills: [uri('train')] }),
    aSaying({ en: 'showed newcomers the ropes at work', skills: [uri('train'), uri('gone')] }),
    aSaying({ en: 'four years on the till at a supermarket', skills: [uri('till')] }),
    aSaying({ en: 'waited in the supermarket queue for ages', skills: [] }),
    aSaying({ en: 'mucked out at the stables before school', skills: [uri('stalls')], cities: ['turku'] }),
    ...Array.from({ length: 40 }, (_, at) => aSaying({ en: `something else entirely number${at}`, skills: [] })),
  ].join('\n'),
);
const recogniser = createRecogniser(vocabulary, { lexicon: lexiconIn([folder]) });
const found = (text: string, city?: string) => recogniser.recognise({ text, language: 'en', city, floor: 0.02 });

test('what is like something people say leads to its skills, with the words shared, in other forms too', () => {
  const text = 'At the shop the new ones were always sitting next to me to learn.';
  const [first] = found(text);
  expect(first?.uri).toBe(uri('train'));
  expect(first?.parts.lexicon).toBeGreaterThan(0.05);
  expect(first?.because.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe('ones next learn');
  expect(first?.activity).toBeUndefined();
});

test('the liker, the more it tells', () => {
  const told = (text: string) => found(text).find((one) => one.uri === uri('till'))?.parts.lexicon ?? 0;
  expect(told('Four years on the till at a supermarket.')).toBeGreaterThan(told('Years on the till with my cousins.'));
  expect(told('Years on the till with my cousins.')).toBeGreaterThan(0);
});

test('what is like talk of no skill tells less', () => {
  const told = (text: string) => found(text).find((one) => one.uri === uri('till'))?.parts.lexicon ?? 0;
  expect(told('Years at the supermarket.')).toBeGreaterThan(told('Ages in the queue at the supermarket.'));
});

test("a city's own sayings count there only, and a text of another language is like none", () => {
  const uris = (city?: string) => found('Mucked out at the stables.', city).map((one) => one.uri);
  expect(uris('turku')).toContain(uri('stalls'));
  expect(uris('espoo')).not.toContain(uri('stalls'));
  expect(uris()).not.toContain(uri('stalls'));
  expect(recogniser.recognise({ text: 'mucked out at the stables', language: 'fi', city: 'turku' })).toEqual([]);
});
