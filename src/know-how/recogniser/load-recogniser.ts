import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { readVectors, vectorsKey } from '../vectors/keep-vectors.ts';
import type { Vectors } from '../vectors/vectors.ts';
import { keepFile, keptName, readKept } from '../vocabulary/kept-file.ts';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { loadVocabulary, vocabularyFolder } from '../vocabulary/store.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
import { createRecogniser, type Prepared, prepare } from './recogniser.ts';
import type { Recogniser } from './types.ts';

const sampleSize = 100;

/**
 * Names what is prepared by all it depends on: the vocabulary, the everyday names put into it, its vectors, and the code that prepares it,
 * which a sample prepared afresh stands for.
 */
const keyOf = (vocabulary: Vocabulary, vectors: Vectors | undefined): string => {
  const starter = starterVocabulary();
  const sample = prepare({ ...starter, skills: starter.skills.slice(0, sampleSize) }, vectors);
  const hash = createHash('sha256').update(vocabulary.version).update(starter.version).update(serialize(sample));
  if (vectors) hash.update(vectorsKey(vocabulary));
  return hash.digest('hex').slice(0, 32);
};

const prepared = async (
  dataFolder: string,
  vocabulary: Vocabulary,
  vectors: Vectors | undefined,
): Promise<Prepared> => {
  const folder = vocabularyFolder(dataFolder);
  const key = keyOf(vocabulary, vectors);
  const kept = await readKept(folder, keptName('index', key));
  // Our own bytes, checked against their digest.
  if (kept) return deserialize(kept) as Prepared;
  const made = prepare(vocabulary, vectors);
  await keepFile(folder, 'index', key, serialize(made));
  return made;
};

/**
 * The vocabulary in use and a recogniser over it, with the lexicon and, for an imported vocabulary, the vectors its import has trained. What
 * is prepared for an imported one is kept in the data folder as vocabulary/index-<key>.bin (about 30 MB for ESCO), so that only the first
 * start prepares it. Throws VocabularyFileError when the imported vocabulary or the lexicon is broken.
 */
export const loadRecogniser = async (
  dataFolder: string,
): Promise<{ recogniser: Recogniser; vocabulary: Vocabulary }> => {
  const vocabulary = await loadVocabulary(dataFolder);
  const lexicon = loadLexicon(dataFolder);
  if (vocabulary.source === 'starter') return { recogniser: createRecogniser(vocabulary, { lexicon }), vocabulary };
  const vectors = await readVectors(dataFolder, vocabulary);
  const made = await prepared(dataFolder, vocabulary, vectors);
  const aids = { prepared: made, vectors, vectorsVersion: vectorsKey(vocabulary), lexicon };
  return { recogniser: createRecogniser(vocabulary, aids), vocabulary };
};
