import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../kernel/languages.ts';
import { productFolder } from '../../kernel/root.ts';
import { VocabularyFileError } from '../vocabulary/file-error.ts';
import { inLanguages } from '../vocabulary/normalise.ts';
import { parseCue } from './cue.ts';
import { type LexiconLine, readLine, readSaying, type SayingLine } from './line.ts';
import type { Activity, Cue, Lexicon, Saying } from './types.ts';

type PlacedLine<Line> = { at: { file: string; line: number }; line: Line };
type Placed = PlacedLine<LexiconLine>;
type ActivityLine = Exclude<LexiconLine, { off: true }>;

/** The activities that come with the product. */
export const productLexicon = join(productFolder, 'src', 'know-how', 'lexicon');

/** Where a deployment keeps activities of its own (*.jsonl, one a line) and sayings (sayings/*.jsonl). */
export const lexiconFolder = (dataFolder: string): string => join(dataFolder, 'lexicon');

type File = { file: string; text: string };

const filesOf = (folder: string): File[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));

const linesOf = <Line>(
  { file, text }: File,
  readOne: (json: string) => { line: Line } | { fault: { field: string | undefined; reason: string } },
): PlacedLine<Line>[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((json, index): PlacedLine<Line>[] => {
      if (json.trim() === '') return [];
      const at = { file, line: index + 1 };
      const read = readOne(json);
      if ('fault' in read) throw new VocabularyFileError({ ...at, column: read.fault.field }, read.fault.reason);
      return [{ at, line: read.line }];
    });

const isOff = (line: LexiconLine): line is Exclude<LexiconLine, ActivityLine> => 'off' in line;

const parsed = (texts: readonly string[] | undefined, language: Language): Cue[] =>
  (texts ?? []).map((text) => parseCue(text, language));

const toActivity = (line: ActivityLine): Activity => ({
  id: line.id,
  theme: line.theme,
  cues: inLanguages((language) => parsed(line[language], language)),
  unless: inLanguages((language) => parsed(line.unless?.[language], language)),
  skills: line.skills,
  ask: line.ask,
  cities: line.cities,
  offIn: [],
});

const toSaying = ({ fi, sv, en, skills, cities }: SayingLine): Saying => ({ texts: { fi, sv, en }, skills, cities });

/** Switches activities off, everywhere or in the cities named. */
const switchOff = (activities: Map<string, Activity>, { at, line: { id, cities } }: Placed): void => {
  const activity = activities.get(id);
  if (!activity)
    throw new VocabularyFileError(
      { ...at, column: 'id' },
      `there is no activity "${id}" to switch off: check the name`,
    );
  if (cities) activities.set(id, { ...activity, offIn: [...activity.offIn, ...cities] });
  else activities.delete(id);
};

const activitiesOf = (placed: readonly Placed[]): Activity[] => {
  const activities = new Map<string, Activity>();
  const places = new Map<string, string>();
  for (const { at, line } of placed) {
    if (isOff(line)) continue;
    const place = `${at.file}, line ${at.line}`;
    const other = places.get(line.id);
    if (other)
      throw new VocabularyFileError(
        { ...at, column: 'id' },
        `"${line.id}" stands already in ${other}: give one of them another name`,
      );
    places.set(line.id, place);
    activities.set(line.id, toActivity(line));
  }
  for (const one of placed) if (isOff(one.line)) switchOff(activities, one);
  return [...activities.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** The last one read in this process: who recognises and who asks back share it. */
let last: Lexicon | undefined;

/**
 * The everyday lexicon: the product's own activities, and those of `<data folder>/lexicon` where it is there.
 * Throws VocabularyFileError for the first broken line, with its file, line and field, and what to do.
 */
export const loadLexicon = (dataFolder?: string): Lexicon => {
  const added = dataFolder === undefined ? undefined : lexiconFolder(dataFolder);
  return lexiconIn(added !== undefined && existsSync(added) ? [productLexicon, added] : [productLexicon]);
};

/** The lexicon of some folders' files alone. Throws as loadLexicon. */
export const lexiconIn = (folders: readonly string[]): Lexicon => {
  const files = folders.flatMap(filesOf);
  const said = folders
    .map((folder) => join(folder, 'sayings'))
    .filter(existsSync)
    .flatMap(filesOf);
  const version = createHash('sha256')
    .update([...files, ...said].map(({ text }) => text).join('\n'))
    .digest('hex');
  if (last?.version === version) return last;
  last = {
    version,
    activities: activitiesOf(files.flatMap((file) => linesOf(file, readLine))),
    sayings: said.flatMap((file) => linesOf(file, readSaying)).map(({ line }) => toSaying(line)),
  };
  return last;
};
