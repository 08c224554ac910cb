import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VocabularyFileError } from './file-error.ts';
import { aSkill, aVocabulary, folderWith } from './fixtures.ts';
import { starterVocabulary } from './starter.ts';
import { loadVocabulary, saveVocabulary } from './store.ts';

test('gives the starter until something is imported', async () => {
  const vocabulary = await loadVocabulary(await folderWith());
  expect(vocabulary.source).toBe('starter');
  expect(vocabulary.skills.length).toBeGreaterThan(690);
});

test('gives back what was saved, and the latest one', async () => {
  const data = await folderWith();
  const first = aVocabulary([aSkill('a', { fi: 'leipominen' })]);
  const second = aVocabulary([aSkill('a', { fi: 'leipominen' }), aSkill('b', { fi: 'hitsaus' })]);
  await saveVocabulary(data, first);
  expect(await loadVocabulary(data)).toEqual(first);
  await saveVocabulary(data, second);
  expect(await loadVocabulary(data)).toEqual(second);
  const files = await readdir(join(data, 'vocabulary'));
  expect(files.sort()).toEqual([`${first.version}.jsonl.gz`, `${second.version}.jsonl.gz`, 'current.json'].sort());
});

test("adds the starter's everyday names to imported skills and keeps the imported version", async () => {
  const data = await folderWith();
  const [everyday] = starterVocabulary().skills;
  if (!everyday) throw new Error('the starter is empty');
  const imported = aVocabulary([{ ...aSkill('x', { fi: 'virallinen nimi', en: 'official name' }), uri: everyday.uri }]);
  await saveVocabulary(data, imported);
  const loaded = await loadVocabulary(data);
  expect(loaded.version).toBe(imported.version);
  expect(loaded.skills[0]?.labels.fi).toBe('virallinen nimi');
  expect(loaded.skills[0]?.names.fi).toEqual([everyday.labels.fi, ...everyday.names.fi]);
});

test('never falls back silently when the imported vocabulary is broken', async () => {
  const data = await folderWith();
  const vocabulary = aVocabulary([aSkill('a', { fi: 'leipominen' })]);
  await saveVocabulary(data, vocabulary);
  await writeFile(join(data, 'vocabulary', `${vocabulary.version}.jsonl.gz`), 'broken');
  await expect(loadVocabulary(data)).rejects.toThrow(VocabularyFileError);
  await writeFile(join(data, 'vocabulary', 'current.json'), '{"version":"../../etc/passwd"}');
  await expect(loadVocabulary(data)).rejects.toThrow('import the vocabulary again');
});

test('the version follows the content, not the order it came in', () => {
  const [a, b] = [aSkill('a', { fi: 'leipominen' }), aSkill('b', { fi: 'hitsaus' })];
  expect(aVocabulary([a, b]).version).toBe(aVocabulary([b, a]).version);
  expect(aVocabulary([a]).version).not.toBe(aVocabulary([b]).version);
});
