import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { withEverydayNames } from './everyday-names.ts';
import { VocabularyFileError } from './file-error.ts';
import { starterVocabulary } from './starter.ts';
import type { Occupation, Skill, SkillGroup, Vocabulary } from './types.ts';

const currentFile = z.object({
  version: z.string().regex(/^[0-9a-f]{64}$/),
  source: z.enum(['starter', 'esco']),
  skills: z.number().int(),
  groups: z.number().int(),
  // Imports of before occupations were read have none.
  occupations: z.number().int().default(0),
});
export type CurrentVocabulary = z.infer<typeof currentFile>;

export const vocabularyFolder = (dataFolder: string): string => join(dataFolder, 'vocabulary');

/** Writes a file so that a reader sees the old one or the new one, never half, also after a power cut. */
export const replaceFile = async (path: string, content: string | Uint8Array): Promise<void> => {
  const temporary = `${path}.${process.pid}.new`;
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
};

/** Keeps a vocabulary as <data>/vocabulary/<version>.jsonl.gz and makes it the current one. Earlier ones stay. */
export const saveVocabulary = async (dataFolder: string, vocabulary: Vocabulary): Promise<void> => {
  const folder = vocabularyFolder(dataFolder);
  await mkdir(folder, { recursive: true });
  const { groups, skills, occupations } = vocabulary;
  const lines = [...groups, ...skills, ...occupations].map((concept) => JSON.stringify(concept)).join('\n');
  await replaceFile(join(folder, `${vocabulary.version}.jsonl.gz`), await promisify(gzip)(lines));
  const current: CurrentVocabulary = {
    version: vocabulary.version,
    source: vocabulary.source,
    skills: skills.length,
    groups: groups.length,
    occupations: occupations.length,
  };
  await replaceFile(join(folder, 'current.json'), `${JSON.stringify(current, undefined, 2)}\n`);
};

/** Which vocabulary has been imported, if any. Throws VocabularyFileError when the note about it is broken. */
export const currentVocabulary = async (dataFolder: string): Promise<CurrentVocabulary | undefined> => {
  const file = join(vocabularyFolder(dataFolder), 'current.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return currentFile.parse(JSON.parse(text));
  } catch {
    throw new VocabularyFileError({ file }, 'is broken: import the vocabulary again');
  }
};

const readSaved = async (dataFolder: string, current: CurrentVocabulary): Promise<Vocabulary> => {
  const file = join(vocabularyFolder(dataFolder), `${current.version}.jsonl.gz`);
  try {
    const lines = (await promisify(gunzip)(await readFile(file))).toString('utf8').split('\n');
    // Our own file, written by saveVocabulary: groups first, then skills, then occupations.
    const untilSkills = current.groups + current.skills;
    const groups = lines.slice(0, current.groups).map((line) => JSON.parse(line) as SkillGroup);
    const skills = lines.slice(current.groups, untilSkills).map((line) => JSON.parse(line) as Skill);
    const occupations = lines.slice(untilSkills).map((line) => JSON.parse(line) as Occupation);
    const all = untilSkills + current.occupations;
    if (lines.length !== all) throw new Error(`${lines.length} lines, not ${all}`);
    return { version: current.version, source: current.source, skills, groups, occupations };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new VocabularyFileError({ file }, `is missing or broken (${reason}): import the vocabulary again`);
  }
};

/**
 * The vocabulary in use: the imported one, with the starter's everyday names added, else the starter.
 * Throws VocabularyFileError when the imported one cannot be read; it never falls back silently.
 */
export const loadVocabulary = async (dataFolder: string): Promise<Vocabulary> => {
  const current = await currentVocabulary(dataFolder);
  const starter = starterVocabulary();
  return current ? withEverydayNames(await readSaved(dataFolder, current), starter) : starter;
};
