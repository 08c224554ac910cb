import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
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

const lineEnd = 10;

/** The lines of a packed text, one by one: as one string it would take many times its size. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.once('error', (error) => unpacked.destroy(error));
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  }
  yield Buffer.concat(rest).toString('utf8');
}

const readSaved = async (dataFolder: string, current: CurrentVocabulary): Promise<Vocabulary> => {
  const file = join(vocabularyFolder(dataFolder), `${current.version}.jsonl.gz`);
  try {
    // Our own file, written by saveVocabulary: groups first, then skills, then occupations.
    const groups: SkillGroup[] = [];
    const skills: Skill[] = [];
    const occupations: Occupation[] = [];
    for await (const line of linesOf(file))
      if (groups.length < current.groups) groups.push(JSON.parse(line) as SkillGroup);
      else if (skills.length < current.skills) skills.push(JSON.parse(line) as Skill);
      else occupations.push(JSON.parse(line) as Occupation);
    const [found, all] = [occupations.length, current.occupations];
    if (found !== all) throw new Error(`${found} occupations, not ${all}`);
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
