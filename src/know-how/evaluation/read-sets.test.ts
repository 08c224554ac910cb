import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../vocabulary/fixtures.ts';
import { evaluate } from './evaluate.ts';
import { readSets } from './read-sets.ts';

const line = (more: object): string => JSON.stringify({ id: 'a', text: 'leivon', lang: 'fi', accept: ['x'], ...more });

test('reads every set of a folder; central skills are right too, and what may be left out is empty', async () => {
  const folder = await folderWith({
    'b.jsonl': `\uFEFF${line({ core: ['y', 'x'] })}\n\n${line({ id: 2, accept: [] })}\n`,
    'a.jsonl': line({}),
    'notes.txt': 'not a set',
  });
  const sets = await readSets(folder);
  expect(sets.map(({ name, texts }) => [name, texts.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(sets[1]?.texts).toMatchObject([
    { id: 'a', accept: ['x', 'y'], core: ['y', 'x'], reject: [] },
    { id: '2', accept: [] },
  ]);
});

test('a set told in a file a language is one set', async () => {
  const files = { 'care-fi.jsonl': line({}), 'care-sv.jsonl': line({ lang: 'sv' }), 'fair.jsonl': line({}) };
  const sets = await readSets(await folderWith(files));
  expect(sets.map(({ name, texts }) => [name, texts.map(({ lang }) => lang)])).toEqual([
    ['care', ['fi', 'sv']],
    ['fair', ['fi']],
  ]);
});

test.each([
  ['{"id":', 'bad.jsonl, line 2: is not JSON'],
  [line({ lang: 'de' }), 'bad.jsonl, line 2: lang'],
  ['{"id":"b","lang":"fi","accept":[]}', 'bad.jsonl, line 2: text'],
  [line({}), 'a stands twice in fi'],
])('tells what is wrong in %s', async (bad, message) => {
  const folder = await folderWith({ 'bad.jsonl': `${line({})}\n${bad}\n` });
  await expect(readSets(folder)).rejects.toThrow(message);
});

test('tells of a missing folder and of one without sets', async () => {
  const folder = await folderWith({ 'a.txt': '' });
  await expect(readSets(join(folder, 'gone'))).rejects.toThrow('there is no such folder');
  await expect(readSets(folder)).rejects.toThrow('holds no .jsonl file');
});

test('evaluates by set and language', async () => {
  const folder = await folderWith({
    'a.jsonl': `${line({})}\n${line({ id: 'b', lang: 'sv' })}\n${line({ id: 'c', lang: 'sv', accept: [] })}`,
  });
  const { sets, textsPerSecond } = evaluate(await readSets(folder), ({ lang }) => (lang === 'fi' ? ['x'] : []), 1);
  expect(sets.a).toMatchObject({ texts: 3, rp1: 50, right5: 50, emptyWhenEmpty: 100 });
  expect(sets.a?.languages).toMatchObject({ fi: { rp1: 100 }, sv: { rp1: 0, emptyWhenEmpty: 100 } });
  expect(textsPerSecond).toBeGreaterThan(0);
});
