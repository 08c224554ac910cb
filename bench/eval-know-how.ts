/**
 * `npm run eval:know-how -- <folder> [--vocabulary <folder or zip>]`: scores every .jsonl file of a folder against the vocabulary in use, or
 * one read from a folder without a database (kept beside the data, so that the next run starts at once). Prints a table and, as the last
 * line, one JSON object. What the columns mean: src/know-how/evaluation/README.md.
 */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { progressLine } from '../src/commands/progress-line.ts';
import { readConfig } from '../src/kernel/config.ts';
import { type Evaluation, evaluate, type Finder } from '../src/know-how/evaluation/evaluate.ts';
import type { Figures } from '../src/know-how/evaluation/measures.ts';
import { readSets, SetError, type TextSet } from '../src/know-how/evaluation/read-sets.ts';
import { loadRecogniser } from '../src/know-how/recogniser/load-recogniser.ts';
import type { Recogniser } from '../src/know-how/recogniser/types.ts';
import { trainVectors } from '../src/know-how/vectors/keep-vectors.ts';
import { VocabularyFileError } from '../src/know-how/vocabulary/file-error.ts';
import { readVocabulary } from '../src/know-how/vocabulary/import-folder.ts';
import { currentVocabulary, saveVocabulary } from '../src/know-how/vocabulary/store.ts';
import type { Vocabulary } from '../src/know-how/vocabulary/types.ts';
import { miniSearchFinder } from './minisearch.ts';

const usage = 'npm run eval:know-how -- <folder with .jsonl sets> [--vocabulary <folder or zip>] [--no-minisearch]';

/** Thrown for what the asker can mend; shown without a stack. */
class AskError extends Error {}

const readWords = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { vocabulary: { type: 'string' }, 'no-minisearch': { type: 'boolean', default: false } },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new AskError(`Name one folder.\n${usage}`);
    return { folder, vocabulary: values.vocabulary, withMiniSearch: !values['no-minisearch'] };
  } catch (error) {
    throw error instanceof AskError
      ? error
      : new AskError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
};

/** Names a folder's or file's present content by names, sizes and times. */
const stampOf = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new AskError(`${path}: there is no such file or folder`);
  const names = found.isDirectory() ? (await readdir(path, { recursive: true })).sort() : [''];
  const hash = createHash('sha256');
  for (const name of names) {
    const { size, mtimeMs } = await stat(join(path, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

/** A data folder that has the vocabulary: read once for each state of the folder given. */
const dataFolderFor = async (path: string, dataFolder: string): Promise<string> => {
  const folder = join(dataFolder, 'evaluation', await stampOf(path));
  if (!(await currentVocabulary(folder))) {
    console.log(`Reading ${path} ...`);
    const vocabulary = await readVocabulary(path);
    await trainVectors(folder, vocabulary, progressLine('Learning what words mean'));
    await saveVocabulary(folder, vocabulary);
  }
  return folder;
};

const load = async (asked: string | undefined): Promise<{ recogniser: Recogniser; vocabulary: Vocabulary }> => {
  const { dataFolder } = readConfig(process.env);
  const loaded = await loadRecogniser(asked ? await dataFolderFor(resolve(asked), dataFolder) : dataFolder);
  return { recogniser: loaded.recogniser, vocabulary: await loaded.vocabulary.read() };
};

const tuttuFinder =
  (recogniser: Recogniser): Finder =>
  ({ text, lang }, as) => {
    const floor = as === 'ranked' ? { floor: 0 } : {};
    return recogniser.recognise({ text, language: lang, limit: 10, ...floor }).map(({ uri }) => uri);
  };

const columns = [
  ['texts', 'texts'],
  ['rp1', 'RP@1'],
  ['rp5', 'RP@5'],
  ['rp10', 'RP@10'],
  ['right5', 'right in 5'],
  ['core10', 'core in 10'],
  ['noReject5', 'no wrong in 5'],
  ['emptyWhenEmpty', 'empty when empty'],
] as const satisfies readonly (readonly [keyof Figures, string])[];

const cell = (value: number | null | undefined): string =>
  value === null || value === undefined ? '-' : String(value);

type Finders = readonly (readonly [name: string, evaluation: Evaluation])[];

const rowOf = (what: string, by: string, figures: Figures, parity = ''): string[] => [
  what,
  by,
  ...columns.map(([key]) => cell(figures[key])),
  parity,
];

/** A set's rows: all of it by each finder, then each language by each. */
const rowsOf = (set: string, finders: Finders): string[][] => {
  const found = finders.flatMap(([by, { sets }]) => {
    const figures = sets[set];
    return figures ? [{ by, figures }] : [];
  });
  const whole = found.map(({ by, figures }) => {
    const { parityShown, parityRanked } = figures;
    return rowOf(set, by, figures, parityShown === null ? '-' : `${parityShown} (${parityRanked})`);
  });
  const parts = Object.keys(found[0]?.figures.languages ?? {});
  if (parts.length < 2) return whole;
  const inLanguages = parts.flatMap((language) =>
    found.flatMap(({ by, figures }) => {
      const part = figures.languages[language];
      return part ? [rowOf(`${set}, ${language}`, by, part)] : [];
    }),
  );
  return [...whole, ...inLanguages];
};

const printTable = (rows: string[][]): void => {
  const head = ['set', 'by', ...columns.map(([, title]) => title), 'same in languages'];
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  for (const row of all)
    console.log(
      row.map((text, at) => (at < 2 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  '),
    );
};

const warnOfUnknown = (sets: readonly TextSet[], { skills }: Vocabulary): void => {
  const known = new Set(skills.map(({ uri }) => uri));
  for (const { name, texts } of sets) {
    const named = new Set(texts.flatMap(({ accept }) => accept));
    const unknown = [...named].filter((uri) => !known.has(uri)).length;
    if (unknown > 0)
      console.log(
        `${name}: ${unknown} of its ${named.size} right skills are not in this vocabulary and cannot be found.`,
      );
  }
};

const main = async (): Promise<void> => {
  const asked = readWords();
  const sets = await readSets(asked.folder);
  const { recogniser, vocabulary } = await load(asked.vocabulary);
  console.log(`${vocabulary.source}, ${vocabulary.skills.length} skills, version ${vocabulary.version.slice(0, 12)}`);
  warnOfUnknown(sets, vocabulary);
  const tuttu = evaluate(sets, tuttuFinder(recogniser));
  const miniSearch = asked.withMiniSearch ? evaluate(sets, miniSearchFinder(vocabulary)) : undefined;
  console.log('RP@k: of the plain ranking. The rest: of what a person is shown (in brackets: of the plain ranking).\n');
  const finders: Finders = [['Tuttu', tuttu], ...(miniSearch ? [['MiniSearch', miniSearch] as const] : [])];
  printTable(sets.flatMap(({ name }) => rowsOf(name, finders)));
  console.log(
    `\nTexts a second: Tuttu ${tuttu.textsPerSecond}${miniSearch ? `, MiniSearch ${miniSearch.textsPerSecond}` : ''}`,
  );
  const { version, source } = vocabulary;
  console.log(JSON.stringify({ vocabulary: { version, source, skills: vocabulary.skills.length }, tuttu, miniSearch }));
};

await main().catch((error: unknown) => {
  const isTold = error instanceof AskError || error instanceof SetError || error instanceof VocabularyFileError;
  if (!isTold) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
