import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { productFolder } from '../../kernel/root.ts';
import { folderWith } from '../vocabulary/fixtures.ts';
import { readVocabulary } from '../vocabulary/import-folder.ts';
import { saveVocabulary } from '../vocabulary/store.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
import { loadRecogniser } from './load-recogniser.ts';

const folder = join(productFolder, '..', 'shared', 'data', 'esco');
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: the tests over the whole of ESCO, for ${folder} is not there.`);

describe.skipIf(!isThere)('over the whole of ESCO', () => {
  let loaded: Awaited<ReturnType<typeof loadRecogniser>>;
  let vocabulary: Vocabulary;

  beforeAll(async () => {
    const data = await folderWith();
    await saveVocabulary(data, await readVocabulary(folder));
    await loadRecogniser(data);
    loaded = await loadRecogniser(data);
    vocabulary = await loaded.vocabulary.read();
  }, 60_000);

  test('all skills are there, loaded from kept indexes', () => {
    expect(loaded.vocabulary.skillCount).toBe(13_891);
    expect(vocabulary.skills.length).toBe(13_891);
    expect(vocabulary.groups.length).toBeGreaterThan(500);
  });

  test("a skill's own name finds it among the first five", () => {
    const { recogniser } = loaded;
    for (const language of ['fi', 'sv', 'en'] as const) {
      const sample = vocabulary.skills.filter(({ labels }, at) => at % 97 === 5 && labels[language] !== '');
      const found = sample.filter(({ uri, labels }) => {
        const text = labels[language];
        return recogniser.recognise({ text, language, floor: 0, limit: 5 }).some((one) => one.uri === uri);
      });
      expect(found.length / sample.length, language).toBeGreaterThan(0.93);
    }
  });

  test('an occupation is known by its URI, with the skills it needs, the most telling first', () => {
    for (const { uri, labels, skills } of vocabulary.occupations.filter((_, at) => at % 301 === 7)) {
      const work = loaded.recogniser.work(uri);
      expect(work?.labels).toEqual(labels);
      expect([...(work?.skills ?? [])].sort()).toEqual([...skills].sort());
    }
    const assistant = loaded.recogniser.work(
      'http://data.europa.eu/esco/occupation/8d3e8aaa-791b-4c75-a465-f3f827028f50',
    );
    expect(assistant?.skills.length).toBeGreaterThan(5);
    expect(loaded.recogniser.work('http://data.europa.eu/esco/occupation/none')).toBeUndefined();
  });

  test('others get many turns while a long story is read, the first one too', async () => {
    const names = vocabulary.skills.filter((_, at) => at % 89 === 11).map(({ labels }) => labels.sv);
    const text = names.map((name, at) => `Jag har jobbat med att ${name} i ${at} år och trivdes.`).join(' ');
    const turnsOfOthers = async (): Promise<number> => {
      let turns = 0;
      let isReading = true;
      const watch = (): void => {
        turns += 1;
        if (isReading) setImmediate(watch);
      };
      setImmediate(watch);
      await loaded.recogniser.recogniseInTurns({ text: text.slice(0, 5000), language: 'sv' });
      isReading = false;
      return turns;
    };
    expect(await turnsOfOthers()).toBeGreaterThan(2);
    expect(await turnsOfOthers()).toBeGreaterThan(2);
  });
});
