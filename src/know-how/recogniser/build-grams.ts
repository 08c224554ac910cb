import { gramBuckets, gramsOf } from './grams.ts';
import { type Postings, packPostings } from './postings.ts';

const distinctGrams = (words: string[]): Set<number> => {
  const grams: number[] = [];
  for (const word of words) gramsOf(word, grams);
  return new Set(grams);
};

/** Unit vectors of the labels' 4-grams, weighted by idf (0..1), as postings from hashed gram to skill. */
export const gramPostings = (labels: string[][]): { grams: Postings; gramIdf: Float32Array } => {
  const ofSkill = labels.map(distinctGrams);
  const frequency = new Int32Array(gramBuckets);
  for (const grams of ofSkill) for (const gram of grams) frequency[gram] = (frequency[gram] ?? 0) + 1;
  const most = Math.log(labels.length + 1);
  const gramIdf = Float32Array.from(frequency, (count) =>
    count === 0 ? 1 : Math.max(0.01, Math.log((labels.length + 1) / (count + 0.5)) / most),
  );
  const keys: number[] = [];
  const values: number[] = [];
  const weights: number[] = [];
  ofSkill.forEach((grams, skill) => {
    let square = 0;
    for (const gram of grams) square += (gramIdf[gram] ?? 0) ** 2;
    const length = Math.sqrt(square) || 1;
    for (const gram of grams) {
      keys.push(gram);
      values.push(skill);
      weights.push((gramIdf[gram] ?? 0) / length);
    }
  });
  return { grams: packPostings(gramBuckets, keys, values, weights), gramIdf };
};
