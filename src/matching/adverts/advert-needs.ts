import { languages as allLanguages, type Language } from '../../kernel/languages.ts';
import { type RecognisedSkill, recogniseSkills, sureScore, type VocabularyService } from '../../know-how/index.ts';
import { weights } from './rules.ts';
import type { Advert } from './tmt.ts';

/** A skill an advert asks for. `isNamed`: the advertiser named it; `words`: where it was found in the text. */
export type AdvertNeed = { skillId: number; weight: number; isNamed: boolean; words: string[] };

const mostFound = 8;
const mostNeeds = 20;
/** An advert tells much that is no need. What is less than sure only fills up where few are surer. */
const fewest = 3;

/** The language an advert is read in: the first it is described in. */
export const readIn = ({ title, description, summary }: Advert): Language =>
  allLanguages.find((language) => description[language] && title[language]) ??
  allLanguages.find((language) => title[language] && summary[language]) ??
  allLanguages.find((language) => title[language]) ??
  'fi';

const textOf = ({ title, description, summary }: Advert, language: Language): string =>
  [title[language], description[language] ?? summary[language]].filter(Boolean).join('\n\n');

const wordsOf = ({ because }: RecognisedSkill, text: string): string[] => [
  ...new Set(because.map(({ start, end }) => text.slice(start, end))),
];

/** The skills an advert asks for: those named, then those found in its words. The same advert always gives the same. */
export const needsOfAdvert = async (vocabulary: VocabularyService, advert: Advert): Promise<AdvertNeed[]> => {
  const language = readIn(advert);
  const text = textOf(advert, language);
  const spokenOf = await recogniseSkills(vocabulary, { text, language, of: 'need' });
  const recognised = spokenOf.filter(({ score }, at) => score >= sureScore || at < fewest).slice(0, mostFound);
  const found = new Map(recognised.map((one) => [one.skillId, wordsOf(one, text)]));
  const named = new Set(advert.skillUris.flatMap((uri) => vocabulary.idOf(uri) ?? []));
  const needs = [
    ...[...named].map((skillId) => ({
      skillId,
      weight: weights.named,
      isNamed: true,
      words: found.get(skillId) ?? [],
    })),
    ...[...found]
      .filter(([skillId]) => !named.has(skillId))
      .map(([skillId, words]) => ({ skillId, weight: weights.found, isNamed: false, words })),
  ];
  return needs.slice(0, mostNeeds);
};
