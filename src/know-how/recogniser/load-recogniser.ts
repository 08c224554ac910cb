import { createHash } from 'node:crypto';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { readVectors, vectorsKey } from '../vectors/keep-vectors.ts';
import type { Vectors } from '../vectors/vectors.ts';
import { keepFile, keptName, readKept } from '../vocabulary/kept-file.ts';
import { starterVocabulary } from '../vocabulary/starter.ts';
import { type CurrentVocabulary, currentVocabulary, loadVocabulary, vocabularyFolder } from '../vocabulary/store.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
import { pack, unpack } from './packed-file.ts';
import { readyCues } from './ready-cues.ts';
import { createRecogniser, type Prepared, prepare, recogniserOver } from './recogniser.ts';
import type { Recogniser } from './types.ts';

const sampleSize = 100;

/**
 * Names what is prepared by all it depends on: the vocabulary, the everyday names put into it, its vectors, what people say, and the code that
 * prepares it, which a sample prepared afresh stands for.
 */
const keyOf = (vocabulary: CurrentVocabulary, vectors: Vectors | undefined, lexicon: Lexicon): string => {
  const starter = starterVocabulary();
  const sample = prepare(
    { ...starter, skills: starter.skills.slice(0, sampleSize) },
    vectors,
    lexicon.sayings.slice(0, sampleSize),
  );
  const hash = createHash('sha256')
    .update(vocabulary.version)
    .update(starter.version)
    .update(lexicon.version)
    .update(pack(sample));
  if (vectors) hash.update(vectorsKey(vocabulary));
  return hash.digest('hex').slice(0, 32);
};

const prepared = async (
  dataFolder: string,
  current: CurrentVocabulary,
  vectors: Vectors | undefined,
  lexicon: Lexicon,
): Promise<Prepared> => {
  const folder = vocabularyFolder(dataFolder);
  const key = keyOf(current, vectors, lexicon);
  const kept = await readKept(folder, keptName('index', key));
  // Our own bytes, checked against their digest.
  if (kept) return unpack(kept) as Prepared;
  const made = prepare(await loadVocabulary(dataFolder), vectors, lexicon.sayings);
  await keepFile(folder, 'index', key, pack(made));
  return made;
};

/** The last one made over the starter in this process, and the lexicon it has: it keeps nothing of what it is asked, so all may share it. */
let last: { lexicon: Lexicon; recogniser: Recogniser } | undefined;

const overStarter = (lexicon: Lexicon): Recogniser => {
  if (last?.lexicon !== lexicon) last = { lexicon, recogniser: createRecogniser(starterVocabulary(), { lexicon }) };
  return last.recogniser;
};

/** The vocabulary in use. `read` reads all of it, which nobody needs while what is prepared of it is there. */
export type VocabularyInUse = Pick<Vocabulary, 'version' | 'source'> & {
  skillCount: number;
  read: () => Promise<Vocabulary>;
};

/**
 * The vocabulary in use and a recogniser over it, with the lexicon and, for an imported vocabulary, the vectors its import has trained. What
 * is prepared for an imported one is kept in the data folder as vocabulary/index-<key>.bin (about 30 MB for ESCO), so that only the first
 * start prepares it, and later ones read nothing else. Throws VocabularyFileError when the imported vocabulary has to be read and is broken, or
 * the lexicon is.
 */
export const loadRecogniser = async (
  dataFolder: string,
): Promise<{ recogniser: Recogniser; vocabulary: VocabularyInUse }> => {
  const current = await currentVocabulary(dataFolder);
  const lexicon = loadLexicon(dataFolder);
  const read = () => loadVocabulary(dataFolder);
  readyCues();
  if (!current) {
    const { version, source, skills } = starterVocabulary();
    const vocabulary = { version, source, skillCount: skills.length, read };
    return { recogniser: overStarter(lexicon), vocabulary };
  }
  const { version, source } = current;
  const vectors = await readVectors(dataFolder, current);
  const made = await prepared(dataFolder, current, vectors, lexicon);
  const recogniser = recogniserOver(version, made, { vectors, vectorsVersion: vectorsKey(current), lexicon });
  return { recogniser, vocabulary: { version, source, skillCount: made.skills.length, read } };
};
