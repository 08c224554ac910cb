import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { languages } from '../../../kernel/languages.ts';
import { productFolder } from '../../../kernel/root.ts';
import { readVocabulary } from '../../vocabulary/import-folder.ts';

const uri = z.string().startsWith('http://data.europa.eu/esco/skill/');
const line = z.strictObject({
  id: z.string().regex(/^s\d{3}$/),
  text: z.string().min(2).max(5000),
  lang: z.enum(languages),
  accept: z.array(uri),
  core: z.array(uri).max(4),
  reject: z.array(uri),
});
type Line = z.infer<typeof line>;

const read = (language: string): Line[] =>
  readFileSync(join(import.meta.dirname, `everyday-${language}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
const [fi, sv, en] = languages.map(read);
const all = [...(fi ?? []), ...(sv ?? []), ...(en ?? [])];
const judgement = ({ id, accept, core, reject }: Line) => ({ id, accept, core, reject });
const idsWhere = (isWrong: (one: Line) => boolean): string[] =>
  all.filter(isWrong).map(({ id, lang }) => `${id} ${lang}`);

test('the three languages tell the same situations, judged the same, each in a file of its language', () => {
  expect(new Set(fi?.map(({ id }) => id)).size).toBe(fi?.length);
  expect(sv?.map(judgement)).toEqual(fi?.map(judgement));
  expect(en?.map(judgement)).toEqual(fi?.map(judgement));
  for (const [at, language] of languages.entries()) {
    expect([fi, sv, en][at]?.filter(({ lang }) => lang !== language)).toEqual([]);
  }
});

test('no situation is told twice', () => {
  expect(new Set(all.map(({ text, lang }) => `${lang} ${text}`)).size).toBe(all.length);
});

test('central skills are right ones, and no skill is both right and wrong', () => {
  expect(idsWhere(({ accept, core }) => core.some((one) => !accept.includes(one)))).toEqual([]);
  expect(idsWhere(({ accept, reject }) => reject.some((one) => accept.includes(one)))).toEqual([]);
  expect(idsWhere(({ accept }) => new Set(accept).size !== accept.length)).toEqual([]);
  const isFewer = (ofCore: number, ofAll: number) => (one: Line) =>
    one.accept.length > 0 && (one.core.length < ofCore || one.accept.length < ofAll);
  expect(idsWhere((one) => one.id < 's200' && isFewer(2, 4)(one))).toEqual([]);
  expect(idsWhere(isFewer(1, 3))).toEqual([]);
});

test('there is enough of each kind, in both halves', () => {
  for (const half of [0, 1]) {
    const ours = (fi ?? []).filter(({ id }) => Number(id.slice(1)) % 2 === half);
    expect(ours.length, 'situations').toBeGreaterThanOrEqual(140);
    expect(ours.filter(({ accept }) => accept.length === 0).length, 'without a skill').toBeGreaterThanOrEqual(25);
    expect(ours.filter(({ accept, reject }) => accept.length > 0 && reject.length > 0).length).toBeGreaterThanOrEqual(
      25,
    );
  }
});

const esco = join(productFolder, '..', 'shared', 'data', 'esco');
const isThere = existsSync(esco);
if (!isThere) console.warn(`Skipped: whether the set's skills are in ESCO, for ${esco} is not there.`);

test.skipIf(!isThere)('every skill named is a skill of ESCO', async () => {
  const known = new Set((await readVocabulary(esco)).skills.map((skill) => skill.uri));
  const named = all.flatMap(({ accept, core, reject }) => [...accept, ...core, ...reject]);
  expect(named.filter((one) => !known.has(one))).toEqual([]);
});

test.each(['adverts-en', 'names-sv'])(
  'the set %s for the plain ranking is whole, and nothing in it stands twice',
  (name) => {
    const lines = readFileSync(join(import.meta.dirname, '..', 'plain-sets', `${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((text) => line.extend({ id: z.string().regex(/^[an]\d{3}$/) }).parse(JSON.parse(text)));
    expect(lines.length).toBe(200);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(200);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(200);
  },
);
