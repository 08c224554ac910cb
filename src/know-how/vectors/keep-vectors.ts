import { createHash } from 'node:crypto';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { withEverydayNames } from '../vocabulary/everyday-names.ts';
import { keepFile, keptName, readKept } from '../vocabulary/kept-file.ts';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { vocabularyFolder } from '../vocabulary/store.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
import { bucketCount, dimensions } from './features.ts';
import { trainingPairs } from './pairs.ts';
import { type Recipe, recipe, train } from './train.ts';
import { quantise, type Vectors } from './vectors.ts';

/** Raised when features, pairs or training change: vectors made before are then not used any more. */
const generation = 3;

/** Names vectors by what they were trained from and how. */
export const vectorsKey = ({ version }: Pick<Vocabulary, 'version'>, how: Recipe = recipe): string =>
  createHash('sha256')
    .update(`${version} ${generation} ${bucketCount} ${dimensions} ${JSON.stringify(how)}`)
    .digest('hex')
    .slice(0, 32);

const asBytes = ({ scales, rows }: Vectors): Uint8Array =>
  Buffer.concat(
    [scales, rows].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );

const fromBytes = (bytes: Buffer): Vectors | undefined => {
  const scaleBytes = bucketCount * Float32Array.BYTES_PER_ELEMENT;
  if (bytes.length !== scaleBytes + bucketCount * dimensions) return undefined;
  const { buffer, byteOffset } = bytes;
  return {
    scales: new Float32Array(buffer, byteOffset, bucketCount),
    rows: new Int8Array(buffer, byteOffset + scaleBytes, bucketCount * dimensions),
  };
};

/** The vectors trained from a vocabulary by `trainVectors`; undefined when there are none. */
export const readVectors = async (
  dataFolder: string,
  vocabulary: Pick<Vocabulary, 'version'>,
): Promise<Vectors | undefined> => {
  const bytes = await readKept(vocabularyFolder(dataFolder), keptName('vectors', vectorsKey(vocabulary)));
  return bytes && fromBytes(bytes);
};

/**
 * Trains vectors from a vocabulary as it was imported, with our everyday names, and keeps them in the data folder (vocabulary/vectors-<key>.bin,
 * 13 MB); done already, it does nothing: everyday names that came later are learnt with the next vocabulary. Holds the thread: one to two minutes for the whole of ESCO on one core. `onProgress` gets the share done (0..1).
 */
export const trainVectors = async (
  dataFolder: string,
  vocabulary: Vocabulary,
  onProgress: (share: number) => void = () => {},
): Promise<Vectors> => {
  const known = await readVectors(dataFolder, vocabulary);
  if (known) return known;
  const vectors = quantise(
    train(trainingPairs(withEverydayNames(vocabulary, starterVocabulary()), loadLexicon().sayings), recipe, onProgress),
  );
  await keepFile(vocabularyFolder(dataFolder), 'vectors', vectorsKey(vocabulary), asBytes(vectors));
  return vectors;
};
