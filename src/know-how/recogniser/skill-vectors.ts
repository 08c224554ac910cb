import { languages } from '../../kernel/languages.ts';
import type { Saying } from '../lexicon/types.ts';
import { dimensions } from '../vectors/features.ts';
import { kernelsOn, memoryOf } from '../vectors/kernels.ts';
import { embed, quantise, toUnit, type Vectors } from '../vectors/vectors.ts';
import type { Skill } from '../vocabulary/types.ts';

/** One vector a skill, of length about 1, in one byte a number: what its names, descriptions and what people say of it mean together, in all languages. */
export type SkillVectors = Vectors;

const nameShare = 1;
const descriptionShare = 0.5;
const sayingShare = 1;

const vectorOf = (vectors: Vectors, { labels, names, description }: Skill, said: readonly Saying[]): Float32Array => {
  const sum = new Float32Array(dimensions);
  const add = (text: string, share: number): void => {
    const unit = embed(vectors, text);
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + share * (unit[d] ?? 0);
  };
  for (const language of languages) {
    if (labels[language]) add(labels[language], 1);
    for (const name of names[language]) add(name, nameShare / names[language].length);
    if (description[language]) add(description[language], descriptionShare);
    for (const { texts } of said) add(texts[language], sayingShare / said.length);
  }
  return toUnit(sum);
};

/** Works out the vectors of all skills: some seconds for the whole of ESCO. */
export const skillVectors = (
  vectors: Vectors,
  skills: readonly Skill[],
  sayings: readonly Saying[] = [],
): SkillVectors => {
  const said = new Map<string, Saying[]>();
  for (const saying of sayings) for (const uri of saying.skills) said.set(uri, [...(said.get(uri) ?? []), saying]);
  const floats = new Float32Array(skills.length * dimensions);
  skills.forEach((skill, number) => {
    floats.set(vectorOf(vectors, skill, said.get(skill.uri) ?? []), number * dimensions);
  });
  return quantise(floats);
};

/** Looks for what lies near a vector of length 1, in cosines. */
export type Nearness = {
  /** Fills `into` with all cosines. */
  all: (vector: Float32Array, into: Float32Array) => void;
  /** Fills `into` with the cosines of these places only: for less than half of all it is quicker. */
  some: (vector: Float32Array, places: Int32Array, into: Float32Array) => void;
};

const most = 32_767;

/** Prepares looking for near skills: a tenth of a millisecond or two a look for the whole of ESCO. */
export const nearnessOver = ({ rows, scales }: SkillVectors): Nearness => {
  const count = scales.length;
  const rowsAt = 2 * dimensions;
  const sumsAt = rowsAt + rows.length;
  const memory = memoryOf(sumsAt + 4 * count);
  const { byteDots } = kernelsOn(memory);
  new Int8Array(memory.buffer, rowsAt, rows.length).set(rows);
  const query = new Int16Array(memory.buffer, 0, dimensions);
  const sums = new Int32Array(memory.buffer, sumsAt, count);
  const ask = (vector: Float32Array): void => {
    for (let d = 0; d < dimensions; d += 1) query[d] = Math.round((vector[d] ?? 0) * most);
  };
  return {
    all: (vector, into) => {
      ask(vector);
      if (count > 0) byteDots(0, rowsAt, count, sumsAt);
      for (let at = 0; at < count; at += 1) into[at] = ((sums[at] as number) * (scales[at] as number)) / most;
    },
    some: (vector, places, into) => {
      ask(vector);
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] as number;
        byteDots(0, rowsAt + place * dimensions, 1, sumsAt);
        into[place] = ((sums[0] as number) * (scales[place] as number)) / most;
      }
    },
  };
};

/** How near one skill is to a vector of length 1: a cosine. */
export const cosineWith = (vector: Float32Array, { rows, scales }: SkillVectors, skill: number): number => {
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1) sum += (vector[d] as number) * (rows[skill * dimensions + d] as number);
  return sum * (scales[skill] ?? 0);
};
