import { type CsvError, parse } from 'csv-parse';
import type { Language } from '../../kernel/languages.ts';
import {
  conceptOf,
  type Draft,
  emptyGroup,
  emptyOccupation,
  emptySkill,
  isUri,
  languageOfFile,
  type Progress,
} from './draft.ts';
import { VocabularyFileError } from './file-error.ts';
import { inLanguages } from './normalise.ts';
import type { Source } from './sources.ts';
import type { Occupation, Skill } from './types.ts';

type Row = { file: string; line: number; cells: Record<string, string> };

const cell = (row: Row, column: string): string => row.cells[column] ?? '';

const fail = (row: Row, column: string, reason: string): never => {
  throw new VocabularyFileError({ file: row.file, line: row.line, column }, reason);
};

const uriIn = (row: Row, column: string): string => {
  const uri = cell(row, column).trim();
  return isUri(uri) ? uri : fail(row, column, `"${uri.slice(0, 60)}" is not the address of a concept`);
};

const labelIn = (row: Row): string => {
  const label = cell(row, 'preferredLabel');
  return label.includes('\uFFFD') ? fail(row, 'preferredLabel', 'is not UTF-8 text') : label;
};

const checkHeader = (file: string, found: string[], needed: string[]): string[] => {
  const columns = found.map((column) => column.trim());
  const missing = needed.filter((column) => !columns.includes(column));
  const hint = found.length === 1 && found[0]?.includes(';') ? ' (columns must be separated by commas)' : '';
  if (missing.length)
    throw new VocabularyFileError({ file, line: 1, column: missing[0] }, `the column is missing${hint}`);
  return columns;
};

const wordsOfCsvError: Partial<Record<CsvError['code'], string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'the row has another number of columns than the header',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'the row has another number of columns than the header',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside an unquoted cell',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark',
  CSV_MAX_RECORD_SIZE: 'the row is too long; a quotation mark may be unclosed',
};

const asFileError = (file: string, error: unknown): VocabularyFileError => {
  if (error instanceof VocabularyFileError) return error;
  if (!(error instanceof Error)) return new VocabularyFileError({ file }, String(error));
  const { code, lines, column } = error as Partial<CsvError>;
  const at = {
    file,
    line: typeof lines === 'number' ? lines : undefined,
    column: column as string | number | undefined,
  };
  return new VocabularyFileError(at, (code && wordsOfCsvError[code]) || error.message);
};

const readRows = async (source: Source, needed: string[], take: (row: Row) => void, onProgress: Progress) => {
  const { file } = source;
  let rows = 0;
  try {
    const stream = await source.read();
    const parser = parse({
      bom: true,
      columns: (found: string[]) => checkHeader(file, found, needed),
      info: true,
      max_record_size: 1_000_000,
      skip_empty_lines: true,
    });
    stream.on('error', (error) => parser.destroy(error));
    stream.pipe(parser);
    for await (const { record, info } of parser as AsyncIterable<{ record: Row['cells']; info: { lines: number } }>) {
      take({ file, line: info.lines, cells: record });
      rows += 1;
      if (rows % 1000 === 0) onProgress({ file, rows });
    }
  } catch (error) {
    throw asFileError(file, error);
  }
  if (rows === 0) throw new VocabularyFileError({ file, line: 1 }, 'the file has no rows');
  onProgress({ file, rows });
};

const kindIn = (row: Row): Skill['kind'] => {
  const type = cell(row, 'skillType').trim();
  if (type === 'knowledge') return 'knowledge';
  return ['', 'skill/competence', 'skill'].includes(type) ? 'skill' : fail(row, 'skillType', `"${type}" is unknown`);
};

const linesOf = (text: string): string[] => text.split(/\r?\n|\r/).filter((line) => line.trim() !== '');

/** The address of a released concept, which may stand once in a file; undefined for others. */
const releasedUri = (row: Row, seen: Set<string>): string | undefined => {
  const status = cell(row, 'status').trim();
  if (status !== '' && status !== 'released') return undefined;
  const uri = uriIn(row, 'conceptUri');
  if (seen.has(uri)) fail(row, 'conceptUri', `${uri} stands twice`);
  seen.add(uri);
  return uri;
};

const takeTexts = (concept: Skill | Occupation, language: Language, row: Row): void => {
  concept.labels[language] = labelIn(row);
  concept.names[language] = [...linesOf(cell(row, 'altLabels')), ...linesOf(cell(row, 'hiddenLabels'))];
  concept.description[language] = cell(row, 'description') || cell(row, 'definition');
};

const takeSkill = (draft: Draft, language: Language, seen: Set<string>) => (row: Row) => {
  const uri = releasedUri(row, seen);
  if (uri === undefined) return;
  const skill = conceptOf(draft.skills, uri, emptySkill);
  skill.kind = kindIn(row);
  takeTexts(skill, language, row);
};

const takeOccupation = (draft: Draft, language: Language, seen: Set<string>) => (row: Row) => {
  const uri = releasedUri(row, seen);
  if (uri !== undefined) takeTexts(conceptOf(draft.occupations, uri, emptyOccupation), language, row);
};

const takeEssential = (draft: Draft) => (row: Row) => {
  const occupation = draft.occupations.get(uriIn(row, 'occupationUri'));
  const skill = uriIn(row, 'skillUri');
  const isEssential = cell(row, 'relationType').trim() === 'essential';
  if (isEssential && draft.skills.has(skill)) occupation?.skills.push(skill);
};

const takeGroup = (draft: Draft, language: Language) => (row: Row) => {
  conceptOf(draft.groups, uriIn(row, 'conceptUri'), emptyGroup).labels[language] = labelIn(row);
};

const takeBroader = (draft: Draft) => (row: Row) => {
  const uri = uriIn(row, 'conceptUri');
  const broader = uriIn(row, 'broaderUri');
  const group = draft.groups.get(uri);
  if (group) group.broader = [...(group.broader ?? []), broader];
  else draft.skills.get(uri)?.broader.push(broader);
};

const takeRelated = (draft: Draft) => (row: Row) => {
  const skill = draft.skills.get(uriIn(row, 'originalSkillUri'));
  const related = uriIn(row, 'relatedSkillUri');
  if (skill && draft.skills.has(related)) skill.related = [...(skill.related ?? []), related];
};

/** True for the files of the official download that hold skills. */
export const isEscoSkills = (source: Source): boolean => /^skills_(fi|sv|en)\.csv$/i.test(source.name);

const firstNamed = (files: Source[], pattern: RegExp): Source[] =>
  files.filter(({ name }) => pattern.test(name)).slice(0, 1);

/**
 * Gathers ESCO's official CSV files (v1.0-1.2): skills, skill groups and occupations in our languages, broader and related skills, and the
 * skills occupations call essential.
 * Each language's download repeats the relations: the first is read. Throws VocabularyFileError.
 */
export const readEscoCsv = async (files: Source[], draft: Draft, onProgress: Progress): Promise<void> => {
  const inOurLanguage = (pattern: RegExp) =>
    files.flatMap((source) => {
      const language = languageOfFile(source.name);
      return language && pattern.test(source.name) ? [{ source, language }] : [];
    });
  const seen = inLanguages(() => new Set<string>());
  const seenWork = inLanguages(() => new Set<string>());
  for (const { source, language } of inOurLanguage(/^skills_/i))
    await readRows(source, ['conceptUri', 'preferredLabel'], takeSkill(draft, language, seen[language]), onProgress);
  for (const { source, language } of inOurLanguage(/^skillGroups_/i))
    await readRows(source, ['conceptUri', 'preferredLabel'], takeGroup(draft, language), onProgress);
  for (const source of firstNamed(files, /^broaderRelationsSkillPillar(_\w+)?\.csv$/i))
    await readRows(source, ['conceptUri', 'broaderUri'], takeBroader(draft), onProgress);
  for (const source of firstNamed(files, /^skillSkillRelations(_\w+)?\.csv$/i))
    await readRows(source, ['originalSkillUri', 'relatedSkillUri'], takeRelated(draft), onProgress);
  for (const { source, language } of inOurLanguage(/^occupations_/i))
    await readRows(
      source,
      ['conceptUri', 'preferredLabel'],
      takeOccupation(draft, language, seenWork[language]),
      onProgress,
    );
  for (const source of firstNamed(files, /^occupationSkillRelations(_\w+)?\.csv$/i))
    await readRows(source, ['occupationUri', 'relationType', 'skillUri'], takeEssential(draft), onProgress);
};
