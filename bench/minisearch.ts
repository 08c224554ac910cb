import MiniSearch from 'minisearch';
import { type Language, languages } from '../src/kernel/languages.ts';
import type { Finder } from '../src/know-how/evaluation/evaluate.ts';
import type { Vocabulary } from '../src/know-how/vocabulary/types.ts';

const indexIn = ({ skills }: Vocabulary, language: Language) => {
  const index = new MiniSearch({ idField: 'uri', fields: ['label', 'names', 'description'] });
  index.addAll(
    skills.map(({ uri, labels, names, description }) => ({
      uri,
      label: labels[language],
      names: names[language].join('\n'),
      description: description[language],
    })),
  );
  return index;
};

/** MiniSearch as it comes, over names and descriptions in the text's language: what a good full-text search finds. */
export const miniSearchFinder = (vocabulary: Vocabulary): Finder => {
  const indexes = new Map(languages.map((language) => [language, indexIn(vocabulary, language)]));
  // It has no floor: what is shown is the ranking.
  return ({ text, lang }) => (indexes.get(lang)?.search(text) ?? []).slice(0, 10).map(({ id }: { id: string }) => id);
};
