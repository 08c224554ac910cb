import { createInterface } from 'node:readline';
import { z } from 'zod';
import { conceptOf, type Draft, emptyGroup, isUri, type Progress } from './draft.ts';
import { VocabularyFileError } from './file-error.ts';
import type { Source } from './sources.ts';

const text = z.string().default('');
const uri = z.string().refine(isUri, 'is not the address of a concept');
const uris = z.array(uri).default([]);

const skillLine = z.object({
  uri,
  type: z.enum(['skill/competence', 'skill', 'knowledge', '']).default(''),
  fi: text,
  sv: text,
  en: text,
  alt_fi: z.array(z.string()).default([]),
  alt_sv: z.array(z.string()).default([]),
  alt_en: z.array(z.string()).default([]),
  alt_fi_joined: text,
  desc_fi: text,
  desc_sv: text,
  desc_en: text,
  broader1: uris,
  broader2: uris,
});
const groupLine = z.object({ uri, fi: text, sv: text, en: text });
const occupationLine = skillLine
  .pick({ uri: true, fi: true, sv: true, en: true, alt_fi: true, alt_sv: true, alt_en: true })
  .extend({ desc_fi: text, desc_sv: text, desc_en: text, skills: z.array(z.string()).default([]) });

type Place = { file: string; line: number };

const parseLine = <Line>(at: Place, json: string, schema: z.ZodType<Line>): Line => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(reason)?.[1];
    const column = position === undefined ? json.length + 1 : Number(position) + 1;
    throw new VocabularyFileError({ ...at, column }, `is not JSON: ${reason}`);
  }
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new VocabularyFileError({ ...at, column: issue?.path.join('.') || 1 }, issue?.message ?? 'is not as expected');
};

const readLines = async (source: Source, take: (at: Place, json: string) => void, onProgress: Progress) => {
  const { file } = source;
  let line = 0;
  try {
    const input = await source.read();
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    const broken = new Promise<never>((_, reject) => input.on('error', reject));
    const all = (async () => {
      for await (const json of lines) {
        line += 1;
        if (json.trim() !== '') take({ file, line }, json);
        if (line % 1000 === 0) onProgress({ file, rows: line });
      }
    })();
    await Promise.race([Promise.all([all]), broken]);
  } catch (error) {
    if (error instanceof VocabularyFileError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new VocabularyFileError({ file, line: line + 1 }, reason);
  }
  onProgress({ file, rows: line });
};

const takeSkill = (draft: Draft) => (at: Place, json: string) => {
  const line = parseLine(at, json, skillLine);
  if (draft.skills.has(line.uri)) throw new VocabularyFileError({ ...at, column: 'uri' }, `${line.uri} stands twice`);
  const [above] = line.broader1;
  const [top] = line.broader2;
  if (above && top && line.broader1.length === 1) conceptOf(draft.groups, above, emptyGroup).broader = [top];
  draft.skills.set(line.uri, {
    uri: line.uri,
    kind: line.type === 'knowledge' ? 'knowledge' : 'skill',
    labels: { fi: line.fi, sv: line.sv, en: line.en },
    names: { fi: line.alt_fi, sv: line.alt_sv, en: line.alt_en },
    description: { fi: line.desc_fi, sv: line.desc_sv, en: line.desc_en },
    broader: line.broader1,
    looseWords: { fi: line.alt_fi_joined },
  });
};

const takeGroup = (draft: Draft) => (at: Place, json: string) => {
  const { uri: groupUri, ...labels } = parseLine(at, json, groupLine);
  conceptOf(draft.groups, groupUri, emptyGroup).labels = labels;
};

const skillAddress = 'http://data.europa.eu/esco/skill/';

const takeOccupation = (draft: Draft) => (at: Place, json: string) => {
  const line = parseLine(at, json, occupationLine);
  if (draft.occupations.has(line.uri))
    throw new VocabularyFileError({ ...at, column: 'uri' }, `${line.uri} stands twice`);
  const skills = line.skills.map((skill) => (isUri(skill) ? skill : `${skillAddress}${skill}`));
  draft.occupations.set(line.uri, {
    uri: line.uri,
    labels: { fi: line.fi, sv: line.sv, en: line.en },
    names: { fi: line.alt_fi, sv: line.alt_sv, en: line.alt_en },
    description: { fi: line.desc_fi, sv: line.desc_sv, en: line.desc_en },
    skills: skills.filter((skill) => draft.skills.has(skill)),
  });
};

/** True for the file of the JSON-lines form that holds skills. */
export const isSkillLines = (source: Source): boolean => /^skills\.jsonl$/i.test(source.name);

/** Gathers the JSON-lines form: skills.jsonl, groups.jsonl and occupations.jsonl, each perhaps gzipped. Throws VocabularyFileError. */
export const readJsonLines = async (files: Source[], draft: Draft, onProgress: Progress): Promise<void> => {
  for (const source of files.filter(isSkillLines).slice(0, 1)) await readLines(source, takeSkill(draft), onProgress);
  for (const source of files.filter(({ name }) => /^groups\.jsonl$/i.test(name)).slice(0, 1))
    await readLines(source, takeGroup(draft), onProgress);
  for (const source of files.filter(({ name }) => /^occupations\.jsonl$/i.test(name)).slice(0, 1))
    await readLines(source, takeOccupation(draft), onProgress);
};
