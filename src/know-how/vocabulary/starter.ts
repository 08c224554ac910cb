import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { productFolder } from '../../kernel/root.ts';
import { VocabularyFileError } from './file-error.ts';
import { inLanguages, normaliseVocabulary } from './normalise.ts';
import type { Skill, SkillGroup, Vocabulary } from './types.ts';

const names = z.array(z.string().min(1)).default([]);
const skillLine = z.object({
  uri: z.url(),
  fi: z.string().min(1),
  sv: z.string().min(1),
  en: z.string().min(1),
  altFi: names,
  altSv: names,
  altEn: names,
  broader: z.array(z.url()).default([]),
  /** Judged one pair at a time, and written at one of the two: the starter's groups are too broad to tell. */
  related: z.array(z.url()).default([]),
  kind: z.enum(['skill', 'knowledge']).default('skill'),
});
const groupLine = skillLine.pick({ uri: true, fi: true, sv: true, en: true });

const readLines = <Line>(file: string, schema: z.ZodType<Line>): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(text))];
      } catch (error) {
        throw new VocabularyFileError(
          { file, line: index + 1 },
          error instanceof Error ? error.message : String(error),
        );
      }
    });

const toSkill = (line: z.infer<typeof skillLine>): Skill => ({
  uri: line.uri,
  kind: line.kind,
  labels: { fi: line.fi, sv: line.sv, en: line.en },
  names: { fi: line.altFi, sv: line.altSv, en: line.altEn },
  description: inLanguages(() => ''),
  broader: line.broader,
  related: line.related,
});

const toGroup = (line: z.infer<typeof groupLine>): SkillGroup => ({
  uri: line.uri,
  labels: { fi: line.fi, sv: line.sv, en: line.en },
});

const starterFolder = join(productFolder, 'src', 'know-how', 'starter');
let starter: Vocabulary | undefined;

/**
 * The vocabulary that comes with the product: everyday skills under ESCO's URIs, named in our own words in three
 * languages, so that a city can begin before it imports ESCO. Read once a process.
 * Throws VocabularyFileError when a line is broken or a URI stands twice.
 */
export const starterVocabulary = (folder: string = starterFolder): Vocabulary => {
  if (folder === starterFolder && starter) return starter;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== 'groups.jsonl')
    .sort();
  const seen = new Map<string, string>();
  const skills = files.flatMap((name) => readLines(join(folder, name), skillLine).map((line) => ({ ...line, name })));
  for (const { uri, name } of skills) {
    const other = seen.get(uri);
    if (other) throw new VocabularyFileError({ file: join(folder, name) }, `${uri} stands already in ${other}`);
    seen.set(uri, name);
  }
  const vocabulary = normaliseVocabulary({
    source: 'starter',
    skills: skills.map(toSkill),
    groups: readLines(join(folder, 'groups.jsonl'), groupLine).map(toGroup),
  });
  if (folder === starterFolder) starter = vocabulary;
  return vocabulary;
};
