import type { Language } from '../../kernel/languages.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
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

/** What vectors learn from: the pairs of all skills and occupations; about 200,000 for the whole of ESCO. */
export const trainingPairs = ({ skills, occupations }: Vocabulary): Pair[] => {
  const known = new Map<string, Int32Array>();
  const features = (text: string): Int32Array => {
    const found = known.get(text) ?? featuresOf(text);
    known.set(text, found);
    return found;
  };
  return [...skills, ...occupations].flatMap((concept, number) =>
    textPairs(concept).flatMap(([one, other]) => {
      if (one === other) return [];
      const [left, right] = [features(one), features(other)];
      return left.length > 0 && right.length > 0 ? [{ left, right, concept: number }] : [];
    }),
  );
};
