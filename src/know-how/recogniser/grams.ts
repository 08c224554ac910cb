import { hashOf, pieceSeed, wordSeed } from '../vectors/hash.ts';

export const gramBuckets = 1 << 17;

const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & (gramBuckets - 1);

/** Adds the buckets of the 4-character pieces of a word with its borders marked, one after another. */
export const gramsOf = (word: string, into: number[]): void => {
  const marked = `_${word}_`;
  const last = Math.max(1, marked.length - 3);
  for (let at = 0; at < last; at += 1)
    into.push(bucketOf(hashOf(pieceSeed, marked, at, Math.min(at + 4, marked.length))));
};

/** The bucket of a whole word. */
export const wordBucket = (word: string): number => bucketOf(hashOf(wordSeed, word));
