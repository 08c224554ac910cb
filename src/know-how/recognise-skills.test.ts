import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testWorld } from '../testing/database.ts';
import { recogniseSkills, withoutGuesses } from './recognise-skills.ts';
import type { Suggestion } from './recogniser/types.ts';
import { folderWith } from './vocabulary/fixtures.ts';
import { loadVocabularyService } from './vocabulary-service.ts';

const { database } = await testWorld();

const cleaning = [
  'http://data.europa.eu/esco/skill/4f1b6304-f54a-42f0-9604-5427a28d240f',
  'http://data.europa.eu/esco/skill/7bb01a18-4637-4535-ba18-258f48f705b8',
];
const cues = ['posankkatalko*', 'posankkaralli*', 'posankkakiillot*'];

test("an activity of one city's own counts for that city, and for no other", async () => {
  const dataFolder = await folderWith();
  await mkdir(join(dataFolder, 'lexicon'));
  const line = { id: 'posankka', theme: 'turku', cities: ['turku'], fi: cues, sv: cues, en: cues, skills: cleaning };
  const ask = { fi: 'Mitä teit itse?', sv: 'Vad gjorde du själv?', en: 'What did you do yourself?' };
  await writeFile(join(dataFolder, 'lexicon', 'own.jsonl'), `${JSON.stringify({ ...line, ask })}\n`);
  const vocabulary = await loadVocabularyService({ database, dataFolder });
  const urisIn = async (city: string) => {
    const text = 'Olin mukana posankkatalkoissa monta kesää.';
    return (await recogniseSkills(vocabulary, { text, language: 'fi', city })).map(({ uri }) => uri);
  };
  expect(await urisIn('turku')).toEqual(expect.arrayContaining(cleaning));
  for (const uri of cleaning) expect(await urisIn('espoo')).not.toContain(uri);
});

test('the same words name two skills at most; an activity or a profession may stand for more', () => {
  const parts = { coverage: 0.5, bm25: 0, grams: 0, vectors: 0, occupation: 0, lexicon: 0 };
  const found = (label: string, start: number, more: Pick<Suggestion, 'activity'> = {}): Suggestion => ({
    ...{ uri: label, label, score: 0.5, because: [{ start, end: start + 5 }], clause: { start: 0, end: 20 }, parts },
    ...more,
  });
  const named = ['a', 'b', 'c'].map((label) => found(label, 0));
  const ofActivity = ['d', 'e', 'f'].map((label) => found(label, 0, { activity: 'juhlat' }));
  expect(withoutGuesses([...named, ...ofActivity, found('g', 9)]).map(({ label }) => label)).toEqual([
    ...['a', 'b', 'd', 'e', 'f', 'g'],
  ]);
});
