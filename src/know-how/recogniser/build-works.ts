import { type Language, languages } from '../../kernel/languages.ts';
import { dimensions } from '../vectors/features.ts';
import { embed, quantise, toUnit, type Vectors } from '../vectors/vectors.ts';
import { inLanguages } from '../vocabulary/normalise.ts';
import type { Occupation, Vocabulary } from '../vocabulary/types.ts';
import { packPostings } from './postings.ts';
import type { SkillVectors } from './skill-vectors.ts';
import { wordsOf } from './words.ts';
import type { Works } from './works.ts';

const longestName = 4;

/** "choirmaster/choirmistress" are two names; "seller, arms" is one nobody says. Folded, words parted by single spaces. */
export const spokenNames = (name: string): string[] =>
  name
    .split('/')
    .filter((one) => !one.includes(','))
    .map((one) => wordsOf(one).map(({ folded }) => folded))
    .filter((words) => words.length > 0 && words.length <= longestName)
    .map((words) => words.join(' '));

const namesIn = (occupations: readonly Occupation[], language: Language): { names: string[]; of: Int32Array } => {
  const found = new Map<string, number>();
  // A name that is one work's label is not another's other name.
  for (const kind of ['labels', 'names'] as const)
    occupations.forEach((occupation, number) => {
      const texts = kind === 'labels' ? [occupation.labels[language]] : occupation.names[language];
      for (const name of texts.flatMap(spokenNames)) if (!found.has(name)) found.set(name, number);
    });
  return { names: [...found.keys()], of: Int32Array.from(found.values()) };
};

/** How much each skill a kind of work needs says of it (0..1): more, the fewer kinds need it and the nearer it lies to the work's name. */
const sayings = (
  { occupations, skills }: Vocabulary,
  near: (work: number, skill: number) => number,
): { skill: number; weight: number }[][] => {
  const numbers = new Map(skills.map(({ uri }, number) => [uri, number]));
  const needs = occupations.map((one) => one.skills.flatMap((uri) => numbers.get(uri) ?? []));
  const timesNeeded = new Int32Array(skills.length);
  for (const skill of needs.flat()) timesNeeded[skill] = (timesNeeded[skill] ?? 0) + 1;
  const most = Math.log(occupations.length + 1);
  const rarity = (skill: number) => Math.log((occupations.length + 1) / (timesNeeded[skill] ?? 1)) / most;
  return needs.map((own, work) =>
    own.map((skill) => ({ skill, weight: (Math.sqrt(rarity(skill)) * (0.3 + near(work, skill))) / 1.3 })),
  );
};

/** What a kind of work means: its names in all languages. */
const vectorOf = (vectors: Vectors, { labels, names }: Occupation): Float32Array => {
  const sum = new Float32Array(dimensions);
  const add = (text: string, share: number): void => {
    const unit = embed(vectors, text);
    for (let d = 0; d < dimensions; d += 1) sum[d] = (sum[d] ?? 0) + share * (unit[d] ?? 0);
  };
  for (const language of languages) {
    if (labels[language]) add(labels[language], 1);
    for (const name of names[language]) add(name, 1 / names[language].length);
  }
  return toUnit(sum);
};

const workVectors = (vectors: Vectors, occupations: readonly Occupation[]): SkillVectors => {
  const floats = new Float32Array(occupations.length * dimensions);
  occupations.forEach((occupation, number) => {
    floats.set(vectorOf(vectors, occupation), number * dimensions);
  });
  return quantise(floats);
};

const cosine = (one: SkillVectors, row: number, other: SkillVectors, otherRow: number): number => {
  let sum = 0;
  for (let d = 0; d < dimensions; d += 1)
    sum += (one.rows[row * dimensions + d] ?? 0) * (other.rows[otherRow * dimensions + d] ?? 0);
  return sum * (one.scales[row] ?? 0) * (other.scales[otherRow] ?? 0);
};

/** Prepares the kinds of work of a vocabulary: their names as people say them, and the skills that say most of each. */
export const buildWorks = (vocabulary: Vocabulary, trained?: { vectors: Vectors; skills: SkillVectors }): Works => {
  const { occupations } = vocabulary;
  const means = trained && workVectors(trained.vectors, occupations);
  const near = (work: number, skill: number) =>
    trained && means ? Math.max(0, cosine(means, work, trained.skills, skill)) : 0;
  const keys: number[] = [];
  const values: number[] = [];
  const weights: number[] = [];
  sayings(vocabulary, near).forEach((skills, work) => {
    for (const { skill, weight } of skills) {
      keys.push(work);
      values.push(skill);
      weights.push(weight);
    }
  });
  return {
    uris: occupations.map(({ uri }) => uri),
    labels: occupations.map(({ labels }) => labels),
    skills: packPostings(occupations.length, keys, values, weights),
    names: inLanguages((language) => namesIn(occupations, language)),
    vectors: means,
  };
};
