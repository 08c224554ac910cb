import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { VocabularyFileError } from './file-error.ts';
import { folderWith, zipOf } from './fixtures.ts';
import { readVocabulary } from './import-folder.ts';

const bake = 'http://data.europa.eu/esco/skill/bake';
const cook = 'http://data.europa.eu/esco/skill/cook';
const baker = 'http://data.europa.eu/esco/occupation/baker';
const group = 'http://data.europa.eu/esco/skill/S3.5';
const header =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description';
const row = (uri: string, label: string, names: string, description = '') =>
  `KnowledgeSkillCompetence,${uri},skill/competence,cross-sector,"${label}","${names}",,released,2024-01-01T00:00:00Z,,,,"${description}"`;

const escoCsv = {
  'skills_fi.csv': `\uFEFF${header}\r\n${row(bake, 'leipoa', 'paistaa pullaa\nleipoa kakkuja', 'Leipoa, monin tavoin.')}\r\n`,
  'skills_en.csv': `${header}\n${row(bake, 'bake', 'bake bread\nbake cakes')}\n${row(cook, 'cook', '')}\n`,
  'skillGroups_en.csv': `conceptType,conceptUri,preferredLabel,code\nSkillGroup,${group},preparing food,S3.5\n`,
  'broaderRelationsSkillPillar.csv': `conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,${bake},SkillGroup,${group}\n`,
  'skillSkillRelations.csv': `originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n${bake},skill/competence,optional,skill/competence,${cook}\n`,
  'occupations_en.csv': `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status\nOccupation,${baker},7512,baker,"bread baker\npastry chef",released\n`,
  'occupationSkillRelations.csv': `occupationUri,relationType,skillType,skillUri\n${baker},essential,skill/competence,${bake}\n${baker},optional,skill/competence,${cook}\n${baker},essential,knowledge,${group}\n`,
  'ISCOGroups_en.csv': 'this file,is not\n"read at all\n',
};

const failure = async (path: string): Promise<VocabularyFileError> => {
  const outcome = await readVocabulary(path).catch((error: unknown) => error);
  if (outcome instanceof VocabularyFileError) return outcome;
  throw new Error(`expected a VocabularyFileError, got ${JSON.stringify(outcome)?.slice(0, 200)}`);
};

test('reads the official ESCO download: languages together, names by line, broader and related', async () => {
  const vocabulary = await readVocabulary(await folderWith(escoCsv));
  expect(vocabulary.source).toBe('esco');
  expect(vocabulary.groups).toEqual([{ uri: group, labels: { fi: '', sv: '', en: 'preparing food' } }]);
  expect(vocabulary.skills[0]).toEqual({
    uri: bake,
    kind: 'skill',
    labels: { fi: 'leipoa', sv: '', en: 'bake' },
    names: { fi: ['paistaa pullaa', 'leipoa kakkuja'], sv: [], en: ['bake bread', 'bake cakes'] },
    description: { fi: 'Leipoa, monin tavoin.', sv: '', en: '' },
    broader: [group],
    related: [cook],
  });
});

test('reads occupations with the skills they call essential, from both forms', async () => {
  const expected = {
    uri: baker,
    labels: { fi: '', sv: '', en: 'baker' },
    names: { fi: [], sv: [], en: ['bread baker', 'pastry chef'] },
    description: { fi: '', sv: '', en: '' },
    skills: [bake],
  };
  const official = await readVocabulary(await folderWith(escoCsv));
  expect(official.occupations).toEqual([expected]);
  const { labels, names, uri } = expected;
  const lines = await readVocabulary(
    await folderWith({
      'skills.jsonl': JSON.stringify({ uri: bake, en: 'bake' }),
      'occupations.jsonl': JSON.stringify({ uri, ...labels, alt_en: names.en, skills: ['bake', 'gone'] }),
    }),
  );
  expect(lines.occupations).toEqual([expected]);
});

test('names file, line and column of a broken line about an occupation', async () => {
  const files = { 'skills.jsonl': JSON.stringify({ uri: bake, en: 'bake' }) };
  const error = await failure(await folderWith({ ...files, 'occupations.jsonl': `{"uri":"${baker}","skills":"all"}` }));
  expect(error).toMatchObject({ line: 1, column: 'skills' });
  const csv = { ...escoCsv, 'occupationSkillRelations.csv': 'occupationUri,skillUri\nx,y\n' };
  expect(await failure(await folderWith(csv))).toMatchObject({ line: 1, column: 'relationType' });
});

test('gives the same vocabulary from a zip and from zips in a folder as from the folder itself', async () => {
  const plain = await readVocabulary(await folderWith(escoCsv));
  const inFolder = Object.fromEntries(Object.entries(escoCsv).map(([name, text]) => [`ESCO/${name}`, text]));
  const zipped = await folderWith({ 'all.zip': zipOf(inFolder) });
  expect((await readVocabulary(join(zipped, 'all.zip'))).version).toBe(plain.version);
  expect((await readVocabulary(zipped)).version).toBe(plain.version);
});

test('reads JSON lines, gzipped or not, and keeps names without separators apart', async () => {
  const skill = {
    uri: bake,
    type: 'knowledge',
    fi: 'leipominen',
    en: 'baking',
    alt_en: ['bread'],
    alt_fi_joined: 'paistaa pullaa',
  };
  const lines = `${JSON.stringify({ ...skill, sv: '', desc_fi: 'x', broader1: [group], broader2: [] })}\n`;
  const packed = await readVocabulary(await folderWith({ 'skills.jsonl.gz': gzipSync(lines) }));
  const plain = await readVocabulary(await folderWith({ 'skills.jsonl': lines }));
  expect(packed).toEqual(plain);
  expect(plain.skills[0]).toMatchObject({ kind: 'knowledge', names: { fi: [] }, looseWords: { fi: 'paistaa pullaa' } });
});

test('tells how far it is', async () => {
  const steps: number[] = [];
  await readVocabulary(await folderWith(escoCsv), ({ rows }) => steps.push(rows));
  expect(steps.length).toBeGreaterThan(2);
});

test.each([
  ['a column is missing', `conceptUri,altLabels\n${bake},x\n`, 1, 'preferredLabel'],
  ['columns are parted by semicolons', 'conceptUri;preferredLabel\nx;y\n', 1, 'conceptUri'],
  ['an address is no address', `conceptUri,preferredLabel\n${bake},a\nhello,b\n`, 3, 'conceptUri'],
  ['a skill stands twice', `conceptUri,preferredLabel\n${bake},a\n${bake},b\n`, 3, 'conceptUri'],
  ['a kind is unknown', `conceptUri,skillType,preferredLabel\n${bake},magic,a\n`, 2, 'skillType'],
  ['text is not UTF-8', Buffer.from(`conceptUri,preferredLabel\n${bake},l\xe4ke\n`, 'latin1'), 2, 'preferredLabel'],
])('names file, line and column when %s', async (_, content, line, column) => {
  const error = await failure(await folderWith({ 'skills_fi.csv': content }));
  expect(error.file).toMatch(/skills_fi\.csv$/);
  expect(error).toMatchObject({ line, column });
  expect(error.message).toContain(`line ${line}, column ${column}: `);
});

test.each([
  ['has a cell too many', `conceptUri,preferredLabel\n${bake},a\n${cook},b,c\n`, 3],
  ['opens a quotation mark for ever', `conceptUri,preferredLabel\n${bake},"a\n${cook},b\n`, 2],
])('names file and line when a row %s', async (_, content, line) => {
  const error = await failure(await folderWith({ 'skills_en.csv': content }));
  expect(error.file).toMatch(/skills_en\.csv$/);
  expect(error.line).toBeGreaterThanOrEqual(line);
});

test('names line and column of broken JSON', async () => {
  const good = JSON.stringify({ uri: bake, fi: 'leipoa' });
  const error = await failure(await folderWith({ 'skills.jsonl': `${good}\n{"uri": nothing}\n` }));
  expect(error).toMatchObject({ line: 2 });
  expect(error.column).toBeGreaterThan(1);
  expect((await failure(await folderWith({ 'skills.jsonl': `${good}\n{"uri": 5}\n` }))).column).toBe('uri');
});

test('refuses a folder without a vocabulary, a path that is not there and a half gzip', async () => {
  expect((await failure(await folderWith({ 'a.txt': '' }))).reason).toContain('holds no vocabulary');
  expect((await failure('/no/such/folder')).reason).toContain('no such');
  const half = gzipSync(JSON.stringify({ uri: bake, fi: 'leipoa' })).subarray(0, 30);
  expect((await failure(await folderWith({ 'skills.jsonl.gz': half }))).file).toMatch(/skills\.jsonl\.gz$/);
});

test('refuses zips that climb out, blow up, lie about their size or are no zips', async () => {
  const attempt = async (bytes: Uint8Array) => failure(join(await folderWith({ 'esco.zip': bytes }), 'esco.zip'));
  expect((await attempt(zipOf({ '../skills_fi.csv': 'x' }))).reason).toContain('relative path');
  expect((await attempt(zipOf({ 'skills_fi.csv': 'a'.repeat(3_000_000) }))).reason).toContain('suspiciously');
  expect((await attempt(zipOf({ 'skills_fi.csv': `${header}\n${row(bake, 'a', '')}\n` }, 10))).file).toContain(
    'skills_fi',
  );
  expect((await attempt(Buffer.from('hello'))).reason).toContain('zip is broken');
});
