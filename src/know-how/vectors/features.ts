import { wordsOf } from '../recogniser/words.ts';
import { hashOf, pieceSeed, wordSeed } from './hash.ts';

/** Rows of the table: words and pieces of words are hashed into them. */
export const bucketCount = 1 << 17;
/** Numbers in one vector. */
export const dimensions = 96;

const bucketOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (bucketCount - 1);
};

const longestText = 200;

/** The buckets of folded words: each word whole and its 4-character pieces with its borders marked. Each bucket once. */
export const featuresOfWords = (words: readonly string[]): Int32Array => {
  const buckets = new Set<number>();
  for (const word of words.slice(0, longestText)) {
    buckets.add(bucketOf(hashOf(wordSeed, word)));
    const marked = `_${word}_`;
    for (let at = 0; at + 4 <= marked.length; at += 1) buckets.add(bucketOf(hashOf(pieceSeed, marked, at, at + 4)));
  }
  return Int32Array.from(buckets);
};

export const featuresOf = (text: string): Int32Array => featuresOfWords(wordsOf(text).map(({ folded }) => folded));
