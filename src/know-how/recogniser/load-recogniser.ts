import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { loadVocabulary, replaceFile, vocabularyFolder } from '../vocabulary/store.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
import { createRecogniser, type PreparedIndexes, prepareIndexes } from './recogniser.ts';
import type { Recogniser } from './types.ts';

const digestLength = 32;
const sampleSize = 100;
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Names an index by all it depends on: the vocabulary, the everyday names put into it, and the code that builds it,
 * which a sample built afresh stands for.
 */
const keyOf = (vocabulary: Vocabulary): string => {
  const starter = starterVocabulary();
  const sample = prepareIndexes({ ...starter, skills: starter.skills.slice(0, sampleSize) });
  const hash = createHash('sha256').update(vocabulary.version).update(starter.version).update(serialize(sample));
  return hash.digest('hex').slice(0, 32);
};

const readPrepared = async (file: string): Promise<PreparedIndexes | undefined> => {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes || bytes.length <= digestLength) return undefined;
  const body = bytes.subarray(digestLength);
  if (!digestOf(body).equals(bytes.subarray(0, digestLength))) return undefined;
  // Our own bytes, checked against their digest.
  return deserialize(body) as PreparedIndexes;
};

/** Keeping an index only saves time: a data folder that may not be written to is no error. */
const keepPrepared = async (folder: string, name: string, prepared: PreparedIndexes): Promise<void> => {
  const body = serialize(prepared);
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(join(folder, name), Buffer.concat([digestOf(body), body]));
    const old = (await readdir(folder)).filter((other) => /^index-[0-9a-f]+\.bin$/.test(other) && other !== name);
    for (const other of old) await rm(join(folder, other), { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM' && code !== 'ENOSPC') throw error;
  }
};

/**
 * The vocabulary in use and a recogniser over it. An imported vocabulary's indexes are kept in the data folder as
 * vocabulary/index-<key>.bin (about 25 MB for ESCO), so that only the first start builds them.
 * Throws VocabularyFileError when the imported vocabulary is broken.
 */
export const loadRecogniser = async (
  dataFolder: string,
): Promise<{ recogniser: Recogniser; vocabulary: Vocabulary }> => {
  const vocabulary = await loadVocabulary(dataFolder);
  if (vocabulary.source === 'starter') return { recogniser: createRecogniser(vocabulary), vocabulary };
  const folder = vocabularyFolder(dataFolder);
  const name = `index-${keyOf(vocabulary)}.bin`;
  const kept = await readPrepared(join(folder, name));
  const prepared = kept ?? prepareIndexes(vocabulary);
  if (!kept) await keepPrepared(folder, name, prepared);
  return { recogniser: createRecogniser(vocabulary, prepared), vocabulary };
};
