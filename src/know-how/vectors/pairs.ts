import { type Language, languages } from '../../kernel/languages.ts';
import type { Saying } from '../lexicon/types.ts';
import type { Skill, Vocabulary } from '../vocabulary/types.ts';
import { featuresOf } from './features.ts';
import type { Pair } from './train.ts';

type Named = {
  labels: Record<Language, string>;
  names: Record<Language, string[]>;
  description: Record<Language, string>;
};

const acrossLanguages = [
  ['fi', 'en'],
  ['en', 'sv'],
  ['fi', 'sv'],
] as const;

/** Texts of one concept that mean the same: its name and other names, its name in two languages, its name and what is said of it. */
const textPairs = ({ labels, names, description }: Named): [string, string][] => [
  ...(['fi', 'sv', 'en'] as const).flatMap((language): [string, string][] => [
    ...names[language].map((name): [string, string] => [labels[language], name]),
    [labels[language], description[language]],
  ]),
  ...acrossLanguages.map(([one, other]): [string, string] => [labels[one], labels[other]]),
];

/** A pair of texts, and which concept they are of. */
type Said = { one: string; other: string; concept: number };

/** What people say and the name of each skill it tells of, in the same language; and what they say in two languages. */
const sayingPairs = (sayings: readonly Saying[], skills: readonly Skill[], firstConcept: number): Said[] => {
  const numbers = new Map(skills.map(({ uri }, number) => [uri, number]));
  return sayings.flatMap(({ texts, skills: told }, at) => {
    const known = told.flatMap((uri) => numbers.get(uri) ?? []);
    if (known.length === 0) return [];
    return [
      ...known.flatMap((concept) =>
        languages.map((language) => ({
          one: skills[concept]?.labels[language] ?? '',
          other: texts[language],
          concept,
        })),
      ),
      ...acrossLanguages.map(([one, other]) => ({ one: texts[one], other: texts[other], concept: firstConcept + at })),
    ];
  });
};

/** What vectors learn from: the pairs of all skills and occupations, about 200,000 for the whole of ESCO, and of all sayings. */
export const trainingPairs = ({ skills, occupations }: Vocabulary, sayings: readonly Saying[] = []): Pair[] => {
  const known = new Map<string, Int32Array>();
  const features = (text: string): Int32Array => {
    const found = known.get(text) ?? featuresOf(text);
    known.set(text, found);
    return found;
  };
  const concepts = [...skills, ...occupations];
  const named = concepts.flatMap((concept, number) =>
    textPairs(concept).map(([one, other]): Said => ({ one, other, concept: number })),
  );
  return [...named, ...sayingPairs(sayings, skills, concepts.length)].flatMap(({ one, other, concept }) => {
    if (one === other) return [];
    const [left, right] = [features(one), features(other)];
    return left.length > 0 && right.length > 0 ? [{ left, right, concept }] : [];
  });
};
