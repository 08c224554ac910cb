import { wordsOf } from '../recogniser/words.ts';
import { dimensions, featuresOfWords } from './features.ts';

/** Trained rows in one byte a number: row r is `rows[r * dimensions ...] * scales[r]`. 13 MB. */
export type Vectors = { rows: Int8Array; scales: Float32Array };

/** Brings rows of floats into one byte a number, with one scale a row. */
export const quantise = (floats: Float32Array): Vectors => {
  const count = floats.length / dimensions;
  const rows = new Int8Array(floats.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row += 1) {
    const own = floats.subarray(row * dimensions, (row + 1) * dimensions);
    let most = 0;
    for (const value of own) most = Math.max(most, Math.abs(value));
    if (most === 0) continue;
    scales[row] = most / 127;
    for (let d = 0; d < dimensions; d += 1) rows[row * dimensions + d] = Math.round(((own[d] ?? 0) * 127) / most);
  }
  return { rows, scales };
};

/** Adds the rows of some words to a sum that is not a unit vector yet. */
export const addWords = ({ rows, scales }: Vectors, words: readonly string[], into: Float32Array): void => {
  for (const bucket of featuresOfWords(words)) {
    const scale = scales[bucket] ?? 0;
    if (scale === 0) continue;
    const from = bucket * dimensions;
    for (let d = 0; d < dimensions; d += 1) into[d] = (into[d] ?? 0) + scale * (rows[from + d] ?? 0);
  }
};

/** Makes a vector one of length 1; zeros stay. */
export const toUnit = (vector: Float32Array): Float32Array => {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square > 0) {
    const length = Math.sqrt(square);
    for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / length;
  }
  return vector;
};

/** The vector of a text, of length 1; zeros when no word of it is known. */
export const embed = (vectors: Vectors, text: string): Float32Array => {
  const sum = new Float32Array(dimensions);
  addWords(
    vectors,
    wordsOf(text).map(({ folded }) => folded),
    sum,
  );
  return toUnit(sum);
};
