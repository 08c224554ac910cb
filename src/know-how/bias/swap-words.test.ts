import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { swapWords } from './swap-words.ts';

test.each<[Language, string, string]>([
  ['fi', 'Hoidin äitiä kotona, ja äidin lääkkeet annoin minä.', 'Hoidin isää kotona, ja isän lääkkeet annoin minä.'],
  ['fi', 'Isälle laitoin ruuan. Isäni asui meillä.', 'Äidille laitoin ruuan. Äitini asui meillä.'],
  ['fi', 'Äitiäni autoin, äidilläni oli pyörätuoli.', 'Isääni autoin, isälläni oli pyörätuoli.'],
  ['fi', 'Kävin mummolla ja vein ukin saunaan.', 'Kävin papalla ja vein mummin saunaan.'],
  ['fi', 'Tyttärelleni ja pojalle neuloin sukat.', 'Pojalleni ja tytölle neuloin sukat.'],
  ['fi', 'Mies ajaa, veljeni maalaa, naisten kerho.', 'Nainen ajaa, siskoni maalaa, miesten kerho.'],
  ['fi', 'Isännöitsijänä hän hoiti isännöintiä.', 'Isännöitsijänä hän hoiti isännöintiä.'],
  ['fi', 'Äitiään hän hoiti.', 'Isäänsä hän hoiti.'],
  [
    'sv',
    'Jag skötte mamma och hennes hund. Hon bor hos min bror.',
    'Jag skötte pappa och hans hund. Han bor hos min syster.',
  ],
  [
    'sv',
    'Man lär sig. Min man kör. Jag far till stan med min far.',
    'Man lär sig. Min fru kör. Jag far till stan med min mor.',
  ],
  ['sv', 'Mormors trädgård, pojkarnas lag, min fru.', 'Morfars trädgård, flickornas lag, min man.'],
  [
    'en',
    'I cared for my mother. She gave me her keys and I drove her to town.',
    'I cared for my father. He gave me his keys and I drove him to town.',
  ],
  ['en', 'His sons and the women: I helped him.', 'Her daughters and the men: I helped her.'],
  ['en', "Grandma's garden, the ladies, two wives.", "Grandpa's garden, the gentlemen, two husbands."],
])('%s: %s', (language, text, swapped) => {
  expect(swapWords(text, language).text).toBe(swapped);
});

test('tells which words were swapped, and none where there were none', () => {
  expect(swapWords('Hoidin äitiä ja isää.', 'fi').words).toEqual([
    { from: 'äitiä', to: 'isää' },
    { from: 'isää', to: 'äitiä' },
  ]);
  expect(swapWords('Ajoin taksia.', 'fi')).toEqual({ text: 'Ajoin taksia.', words: [] });
});
