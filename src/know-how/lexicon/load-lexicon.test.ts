import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../vocabulary/fixtures.ts';
import { lexiconToCheck, reportOn } from './check-lexicon.ts';
import { aLine, aSaying } from './fixtures.ts';
import { lexiconIn, loadLexicon } from './load-lexicon.ts';
import { isIn } from './types.ts';

const folderOf = (...lines: string[]) => folderWith({ 'a.jsonl': `${lines.join('\n')}\n` });
const idsOf = (folders: string[]) => lexiconIn(folders).activities.map(({ id }) => id);

test('the lexicon that comes with the product loads, and every activity leads somewhere', () => {
  const { activities, version } = loadLexicon();
  expect(version).toMatch(/^[0-9a-f]{64}$/);
  expect(activities.length).toBeGreaterThanOrEqual(500);
  expect(activities.filter(({ cues }) => cues.fi.length < 3 || cues.sv.length < 3 || cues.en.length < 3)).toEqual([]);
});

test.each([
  ['fi', /\b(sairau|sairas|diagno|terveyde|masennu|usko|vakaumu|naimisi|puoliso|parisuh|perhesuh|raskau|vammas)/i],
  ['sv', /\b(sjuk|diagno|funktionsneds|tror?\b|religi|gift\b|mak[ae]\b|partner|gravid|hälsa\b)/i],
  [
    'en',
    /\b(ill\b|illness|sick|disease|diagnos|disabilit|faith|belie|religio|married|spouse|husband|wife|pregnan|health)/i,
  ],
] as const)('no question asks about health, family status or belief (%s)', (language, sign) => {
  expect(
    loadLexicon()
      .activities.filter(({ ask }) => sign.test(ask[language]))
      .map(({ id }) => id),
  ).toEqual([]);
});

test.each([
  ['a line that is not JSON', '{"id":', /a\.jsonl, line 2: is not JSON: .*One entry stands on one line/],
  ['too few cues', aLine('b', { sv: ['skötte mamma', 'vårdade mor'] }), /line 2, column sv: .*give at least 3/],
  ['a cue that is no cue', aLine('b', { en: ['a b', 'c, d', 'e f'] }), /line 2, column en 2: "c," is not one word/],
  ['a cue twice', aLine('b', { en: ['a b', 'c d', 'a b'] }), /column en: "a b" stands twice: take one away/],
  ['a language missing', aLine('b', { fi: undefined }), /column fi: is missing: give a list of cues/],
  ['one skill', aLine('b', { skills: ['http://example.org/skill/a'] }), /column skills: .*give two to six skills/],
  ['a skill by name', aLine('b', { skills: ['cook', 'http://e.org/x'] }), /column skills 1: .*write its whole URI/],
  [
    'no question in Swedish',
    aLine('b', { ask: { fi: 'A?', en: 'A?' } }),
    /column ask sv: is missing: ask in Finnish, Swedish/,
  ],
  ['a field nobody knows', aLine('b', { skilz: [] }), /column skilz: is not known here/],
  ['an id in capitals', aLine('B'), /column id: is not a name/],
  ['an id that stands already', aLine('a'), /column id: "a" stands already in .*a\.jsonl, line 1: give one/],
  ['a text that is not composed', aLine('b', { fi: ['a\u0308iti', 'isä ja', 'mummo ja'] }), /column fi 1: .*NFC/],
  ['switching off what is not there', '{"id":"z","off":true}', /column id: there is no activity "z" to switch off/],
  ['switching off in a strange way', '{"id":"a","off":"yes"}', /column off: is written "off": true/],
])('refuses %s, with file, line, field and what to do', async (_what, line, message) => {
  const folder = await folderOf(aLine('a'), line);
  expect(() => lexiconIn([folder])).toThrow(message);
});

const sayingsOf = async (...lines: string[]) => {
  const folder = await folderOf(aLine('a'));
  await mkdir(join(folder, 'sayings'));
  await writeFile(join(folder, 'sayings', 'ours.jsonl'), lines.join('\n'));
  return folder;
};

test("sayings are loaded beside activities, the product's and a deployment's", async () => {
  const { sayings } = loadLexicon();
  expect(sayings.length).toBeGreaterThan(5000);
  expect(sayings.filter(({ skills }) => skills.length === 0).length).toBeGreaterThan(200);
  const folder = await sayingsOf(aSaying(), aSaying({ skills: [], cities: ['turku'] }));
  const own = lexiconIn([folder]);
  expect(own.sayings.map(({ skills, cities }) => [skills.length, cities])).toEqual([
    [1, undefined],
    [0, ['turku']],
  ]);
  expect(own.version).not.toBe(lexiconIn([await folderOf(aLine('a'))]).version);
});

test("no saying of the product's stands twice, and its skills are ESCO's", () => {
  const { sayings } = loadLexicon();
  for (const language of ['fi', 'sv', 'en'] as const)
    expect(new Set(sayings.map(({ texts }) => texts[language].toLowerCase())).size).toBeGreaterThan(
      sayings.length * 0.98,
    );
  const strange = sayings
    .flatMap(({ skills }) => skills)
    .filter((uri) => !uri.startsWith('http://data.europa.eu/esco/skill/'));
  expect(strange).toEqual([]);
});

test.each([
  ['no Swedish', aSaying({ sv: undefined }), /ours\.jsonl, line 1, column sv: is missing: say it in Finnish/],
  ['a word only', aSaying({ en: 'cook' }), /column en: is too short: say a clause/],
  ['no list of skills', aSaying({ skills: undefined }), /column skills: is missing: .*\[\] where it tells of none/],
  ['a skill by name', aSaying({ skills: ['cook'] }), /column skills 1: .*write its whole URI/],
  ['a field nobody knows', aSaying({ who: 'me' }), /column who: is not known here/],
])('refuses a saying with %s', async (_what, line, message) => {
  const folder = await sayingsOf(line);
  expect(() => lexiconIn([folder])).toThrow(message);
});

test('empty lines, a byte order mark and Windows line ends do no harm', async () => {
  expect(idsOf([await folderWith({ 'a.jsonl': `\uFEFF${aLine('b')}\r\n\r\n${aLine('a')}\r\n` })])).toEqual(['a', 'b']);
});

test('a deployment adds activities, for all its cities or for some, and switches off what it does not want', async () => {
  const product = await folderOf(aLine('a'), aLine('b'), aLine('c'));
  const own = await folderOf(
    aLine('own'),
    aLine('tivoli', { cities: ['turku'] }),
    '{"id":"a","off":true}',
    '{"id":"b","off":true,"cities":["espoo"]}',
  );
  const { activities } = lexiconIn([product, own]);
  const inCity = (city: string) => activities.filter((activity) => isIn(activity, city)).map(({ id }) => id);
  expect(inCity('turku')).toEqual(['b', 'c', 'own', 'tivoli']);
  expect(inCity('espoo')).toEqual(['c', 'own']);
});

test("the data folder's files are loaded with the product's", async () => {
  const data = await folderWith();
  const before = loadLexicon(data);
  await mkdir(join(data, 'lexicon'));
  await writeFile(join(data, 'lexicon', 'ours.jsonl'), aLine('our-own'));
  const after = loadLexicon(data);
  expect(after.activities.length).toBe(before.activities.length + 1);
  expect(after.version).not.toBe(before.version);
  expect(before.version).toBe(loadLexicon().version);
  expect(lexiconToCheck(await folderWith(), join(data, 'lexicon')).version).toBe(after.version);
  expect(() => lexiconToCheck(data, join(data, 'nowhere'))).toThrow('there is no such folder');
});

test('the check tells which skills are not in use, what leads nowhere, and which cues are shared or too common', async () => {
  const other = ['http://example.org/skill/x', 'http://example.org/skill/y'];
  const folder = await folderOf(
    aLine('a'),
    aLine('b', { skills: other, fi: ['mutsia hoitelin', 'olen ollut', 'isää ja'] }),
  );
  await mkdir(join(folder, 'sayings'));
  await writeFile(join(folder, 'sayings', 'a.jsonl'), aSaying({ skills: ['http://example.org/skill/a', ...other] }));
  const report = reportOn(lexiconIn([folder]), new Set(['http://example.org/skill/a']));
  expect(report.missingOfSayings).toEqual(other);
  expect(report.missing).toEqual([
    { id: 'a', uris: ['http://example.org/skill/b'] },
    { id: 'b', uris: other },
  ]);
  expect(report.idle).toEqual(['b']);
  expect(report.shared.find(({ language }) => language === 'fi')).toMatchObject({ ids: ['a', 'b'] });
  expect(report.common).toEqual([{ id: 'b', language: 'fi', cue: 'olen ollut' }]);
  expect(report.byTheme.get('test')).toBe(2);
});
