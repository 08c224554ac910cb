/**
 * How fast the recogniser is: `node bench/recogniser.ts [folder with ESCO]`. Without a folder it takes
 * ../shared/data/esco when that is there, else the starter vocabulary. The last line printed is one JSON object.
 * Texts: our development set, one thread, after a first warm round. Memory: resident size of a process that loads the
 * kept indexes, as a server does; a process of its own has imported and built them before (buildMs).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLanguage, type Language } from '../src/kernel/languages.ts';
import { productFolder } from '../src/kernel/root.ts';
import { loadRecogniser } from '../src/know-how/recogniser/load-recogniser.ts';
import type { Recogniser } from '../src/know-how/recogniser/types.ts';
import { readVocabulary } from '../src/know-how/vocabulary/import-folder.ts';
import { saveVocabulary } from '../src/know-how/vocabulary/store.ts';

const seconds = 3;

const timed = async <Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> => {
  const start = performance.now();
  const value = await work();
  return { value, ms: Math.round(performance.now() - start) };
};

const readTexts = (): { text: string; language: Language }[] =>
  readFileSync(join(productFolder, 'src/know-how/recogniser/development-set.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, lang } = JSON.parse(line) as { text: string; lang: string };
      return { text, language: isLanguage(lang) ? lang : 'fi' };
    });

const textsPerSecond = (recogniser: Recogniser): number => {
  const texts = readTexts();
  const round = () => {
    for (const text of texts) recogniser.recognise(text);
  };
  round();
  const start = performance.now();
  let rounds = 0;
  for (; performance.now() - start < seconds * 1000; rounds += 1) round();
  return Math.round((rounds * texts.length * 1000) / (performance.now() - start));
};

/** Imports and builds in this process, and prints how long building took. */
const prepare = async (data: string, folder: string | undefined): Promise<void> => {
  if (folder) await saveVocabulary(data, await readVocabulary(folder));
  const { ms } = await timed(() => loadRecogniser(data));
  console.log(ms);
};

const measure = async (folder: string | undefined): Promise<void> => {
  const data = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
  try {
    console.log(`Vocabulary: ${folder ?? 'the starter'}`);
    const child = [...process.execArgv, import.meta.filename, '--prepare', data, ...(folder ? [folder] : [])];
    const buildMs = Number(execFileSync(process.execPath, child, { encoding: 'utf8' }));
    const loaded = await timed(() => loadRecogniser(data));
    const { recogniser, vocabulary } = loaded.value;
    const figures = {
      skills: vocabulary.skills.length,
      textsPerSecond: textsPerSecond(recogniser),
      memoryMB: Math.round(process.memoryUsage.rss() / 1e6),
      buildMs,
      loadMs: loaded.ms,
    };
    console.log(JSON.stringify(figures));
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};

const besideUs = join(productFolder, '..', 'shared', 'data', 'esco');
const [first, data, folder] = process.argv.slice(2);
if (first === '--prepare' && data) await prepare(data, folder);
else await measure(first ?? (existsSync(besideUs) ? besideUs : undefined));
