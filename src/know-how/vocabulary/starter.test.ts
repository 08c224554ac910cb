import { expect, test } from 'vitest';
import { VocabularyFileError } from './file-error.ts';
import { folderWith } from './fixtures.ts';
import { starterVocabulary } from './starter.ts';

test('every starter skill is named in three languages and stands under known groups', () => {
  const { skills, groups } = starterVocabulary();
  const known = new Set(groups.map(({ uri }) => uri));
  const nameless = skills.filter(({ labels }) => !labels.fi || !labels.sv || !labels.en);
  const astray = skills.filter(({ broader }) => broader.some((uri) => !known.has(uri)));
  const bare = skills.filter(({ names }) => names.fi.length === 0 || names.sv.length === 0 || names.en.length === 0);
  expect(nameless).toEqual([]);
  expect(astray).toEqual([]);
  expect(bare.length / skills.length).toBeLessThan(0.02);
  expect(skills.filter(({ broader }) => broader.length > 0).length / skills.length).toBeGreaterThan(0.95);
});

test('refuses a broken line and a skill that stands twice', async () => {
  const line = '{"uri":"http://example.org/a","fi":"a","sv":"a","en":"a"}';
  const twice = await folderWith({ 'x.jsonl': `${line}\n`, 'y.jsonl': `${line}\n`, 'groups.jsonl': '' });
  expect(() => starterVocabulary(twice)).toThrow('stands already in x.jsonl');
  const broken = await folderWith({ 'x.jsonl': `${line}\n{"uri":1}\n`, 'groups.jsonl': '' });
  expect(() => starterVocabulary(broken)).toThrow(VocabularyFileError);
  expect(() => starterVocabulary(broken)).toThrow('line 2');
});
