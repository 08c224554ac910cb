/**
 * How fast and how good the recogniser is: `node bench/recogniser.ts [folder with ESCO]`. Without a folder it takes
 * ../shared/data/esco when that is there, else the starter vocabulary. The last line printed is one JSON object.
 * Texts: the held-out half of our everyday sets (odd numbers), one thread, after a first warm round. Memory: resident size of a process that
 * loads the kept indexes, as a server does; a process of its own has imported, trained (trainMs) and built them before (buildMs).
 * longestBlockMs: the longest that others waited while a text of 5,000 characters was read in turns, in the best of five readings: what else
 * the machine does only adds to it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productFolder } from '../src/kernel/root.ts';
import { evaluate, type Finder } from '../src/know-how/evaluation/evaluate.ts';
import { readSets, type SetText, type TextSet } from '../src/know-how/evaluation/read-sets.ts';
import { loadRecogniser } from '../src/know-how/recogniser/load-recogniser.ts';
import type { Recogniser } from '../src/know-how/recogniser/types.ts';
import { trainVectors } from '../src/know-how/vectors/keep-vectors.ts';
import { readVocabulary } from '../src/know-how/vocabulary/import-folder.ts';
import { saveVocabulary } from '../src/know-how/vocabulary/store.ts';
import type { RecogniserFigures } from './figures.ts';
import { miniSearchFinder } from './minisearch.ts';

const timed = async <Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> => {
  const start = performance.now();
  const value = await work();
  return { value, ms: Math.round(performance.now() - start) };
};

/** The half of our sets that nothing is tuned on: odd numbers. */
const heldOut = async (): Promise<TextSet[]> => {
  const sets = await readSets(join(productFolder, 'src', 'know-how', 'evaluation', 'sets'));
  return sets.map((set) => ({ ...set, texts: set.texts.filter(({ id }) => Number(/\d+/.exec(id)?.[0]) % 2 === 1) }));
};

const finderOf =
  (recogniser: Recogniser): Finder =>
  ({ text, lang }, as) =>
    recogniser
      .recognise({ text, language: lang, limit: 10, ...(as === 'ranked' ? { floor: 0 } : {}) })
      .map(({ uri }) => uri);

const readings = 5;

/** A long story, as people may write: texts of the set until 5,000 characters are full. */
const longestBlock = async (recogniser: Recogniser, texts: readonly SetText[]): Promise<number> => {
  const ofFinnish = texts.filter(({ lang }) => lang === 'fi').map(({ text }) => text);
  const text = ofFinnish.join('\n').slice(0, 5000);
  const readOnce = async (): Promise<number> => {
    let longest = 0;
    let last = performance.now();
    let isReading = true;
    const watch = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (isReading) setImmediate(watch);
    };
    setImmediate(watch);
    await recogniser.recogniseInTurns({ text, language: 'fi' });
    isReading = false;
    return longest;
  };
  let least = await readOnce();
  for (let reading = 1; reading < readings; reading += 1) least = Math.min(least, await readOnce());
  return Number(least.toFixed(1));
};

/** Imports, trains and builds in this process, and prints how long training and building took. */
const prepare = async (data: string, folder: string | undefined): Promise<void> => {
  let trainMs = 0;
  if (folder) {
    const vocabulary = await readVocabulary(folder);
    trainMs = (await timed(() => trainVectors(data, vocabulary, () => {}))).ms;
    await saveVocabulary(data, vocabulary);
  }
  const { ms: buildMs } = await timed(() => loadRecogniser(data));
  console.log(JSON.stringify({ trainMs, buildMs }));
};

type Prepared = Pick<RecogniserFigures, 'trainMs' | 'buildMs'>;

const measure = async (folder: string | undefined): Promise<void> => {
  const data = await mkdtemp(join(tmpdir(), 'tuttu-bench-'));
  try {
    console.log(`Vocabulary: ${folder ?? 'the starter'}`);
    const child = [...process.execArgv, import.meta.filename, '--prepare', data, ...(folder ? [folder] : [])];
    const prepared = JSON.parse(execFileSync(process.execPath, child, { encoding: 'utf8' })) as Prepared;
    const loaded = await timed(() => loadRecogniser(data));
    const { recogniser, vocabulary } = loaded.value;
    const sets = await heldOut();
    const texts = sets.flatMap((set) => set.texts);
    const ours = evaluate(sets, finderOf(recogniser), 3000);
    const memoryMB = Math.round(process.memoryUsage.rss() / 1e6);
    const longestBlockMs = await longestBlock(recogniser, texts);
    const figures: RecogniserFigures = {
      skills: vocabulary.skillCount,
      textsPerSecond: ours.textsPerSecond,
      memoryMB,
      ...prepared,
      loadMs: loaded.ms,
      longestBlockMs,
      texts: texts.length,
      quality: { Tuttu: ours.sets, MiniSearch: evaluate(sets, miniSearchFinder(await vocabulary.read()), 0).sets },
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
