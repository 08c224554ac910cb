import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { wordsOf } from '../recogniser/words.ts';
import { cueFault, cueTextsOf, findCue, parseCue } from './cue.ts';

const find = (cue: string, text: string, language: Language = 'fi') =>
  findCue(parseCue(cue, language), cueTextsOf(wordsOf(text), language));

test.each([
  ['inflected forms by stem', 'korjata polkupyörä', 'Korjasin polkupyöriä', [0, 1]],
  ['in any order, with words between', 'korjata polkupyörä', 'polkupyörän ketjut mä korjasin', [0, 3]],
  ['either word', 'hoidin|hoitelin äitiä|mutsia', 'Hoitelin sairasta mutsia', [0, 2]],
  ['a beginning', 'omaishoi*', 'Olin omaishoitajana', [1]],
  ['a word of its own for each word of the cue', 'lasten lasten', 'lasten kanssa', undefined],
  [
    'the later of two places when the first is too far',
    'koira ulos',
    'koira haukkui ja yritti koko illan vain koira ulos',
    [7, 8],
  ],
  ['not when a word is missing', 'korjata polkupyörä', 'korjasin auton', undefined],
  [
    'not when the words stand far apart',
    'korjata polkupyörä',
    'korjasin kaiken mitä isän vanhassa talossa oli vialla mutta polkupyörä',
    undefined,
  ],
])('a cue finds %s', (_what, cue, text, places) => {
  expect(find(cue, text)).toEqual(places);
});

test.each<[string, Language, string, string, number[] | undefined]>([
  ['a grandfather as a grandmother', 'fi', 'hoidin mummo*', 'Hoidin vaaria', [0, 1]],
  ['in the same form', 'fi', 'äidille ruokaa', 'Laitoin isälle ruokaa', [1, 2]],
  ['in Swedish', 'sv', 'skötte mormor', 'Jag skötte min morfar', [1, 3]],
  ['in English', 'en', 'looked after mother', 'I looked after my father', [1, 2, 4]],
  ['but not "one" as a woman', 'sv', 'kvinna lär', 'Man lär sig', undefined],
  ['and not a housing manager as a hostess', 'fi', 'emäntä*', 'isäntänä', undefined],
])('a cue finds the same of the other sex: %s', (_what, language, cue, text, places) => {
  expect(find(cue, text, language)).toEqual(places);
});

test('letters are compared as texts are: without case and foreign accents', () => {
  expect(find('café', 'Jobbade på CAFE', 'sv')).toEqual([2]);
});

test.each([
  ['two  spaces', 'a space too many'],
  [' hoidin', 'a space too many'],
  ['hoidin, äitiä', '"hoidin," is not one word'],
  ['e-mail', '"e-mail" is not one word'],
  ['hoidin|', '"" is not one word'],
  ['ai*', 'at least 3 letters'],
  ['*hoito', '"*hoito" is not one word'],
  ['yksi kaksi kolme neljä viisi kuusi', 'has 6 words'],
  ['a\u0308iti', 'normalise the file to Unicode NFC'],
])('refuses the cue %j and says what to do', (cue, fault) => {
  expect(cueFault(cue)).toContain(fault);
});

test.each(['hoidin äitiä', 'omaishoi*', "don't|didn't mind", 'c++', 'ädi|mamma'])('takes the cue %j', (cue) => {
  expect(cueFault(cue)).toBeUndefined();
});
