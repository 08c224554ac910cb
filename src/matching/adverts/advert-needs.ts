import { languages as allLanguages, type Language } from '../../kernel/languages.ts';
import { type RecognisedSkill, recogniseSkills, sureScore, type VocabularyService } from '../../know-how/index.ts';
import { weights } from './rules.ts';
import type { Advert } from './tmt.ts';

/**
 * A skill an advert asks for. `isNamed`: the advertiser named it; `words`: where it was found in the text; `occupation`: the URI of the one named
 * that needs it, where neither is so.
 */
export type AdvertNeed = {
  skillId: number;
  weight: number;
  isNamed: boolean;
  words: string[];
  occupation: string | null;
};

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

/** How many essential skills of the occupations named are asked for: those that say most of each, by turns. */
const mostOfOccupations = 10;

type Needed = { skillId: number; occupation: string };

/** What the occupations an advert names need, for one that names no skills. */
const neededByOccupations = (vocabulary: VocabularyService, uris: readonly string[]): Needed[] => {
  const lists = [...new Set(uris)].map((occupation) =>
    (vocabulary.occupation(occupation)?.skillIds ?? []).map((skillId) => ({ skillId, occupation })),
  );
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const found = new Map<number, Needed>();
  for (let at = 0; at < longest; at += 1)
    for (const list of lists) {
      const needed = list[at];
      if (needed && !found.has(needed.skillId)) found.set(needed.skillId, needed);
    }
  return [...found.values()].slice(0, mostOfOccupations);
};

/**
 * The skills an advert asks for: those named, then those found in its words, then, where none are named, those its occupations need. The same advert
 * always gives the same.
 */
export const needsOfAdvert = async (vocabulary: VocabularyService, advert: Advert): Promise<AdvertNeed[]> => {
  const language = readIn(advert);
  const text = textOf(advert, language);
  const spokenOf = await recogniseSkills(vocabulary, { text, language, of: 'need' });
  const recognised = spokenOf.filter(({ score }, at) => score >= sureScore || at < fewest).slice(0, mostFound);
  const found = new Map(recognised.map((one) => [one.skillId, wordsOf(one, text)]));
  const named = new Set(advert.skillUris.flatMap((uri) => vocabulary.idOf(uri) ?? []));
  const needed = named.size > 0 ? [] : neededByOccupations(vocabulary, advert.occupationUris);
  const needs: AdvertNeed[] = [
    ...[...named].map((skillId) => ({
      skillId,
      weight: weights.named,
      isNamed: true,
      words: found.get(skillId) ?? [],
      occupation: null,
    })),
    ...[...found]
      .filter(([skillId]) => !named.has(skillId))
      .map(([skillId, words]) => ({ skillId, weight: weights.found, isNamed: false, words, occupation: null })),
    ...needed
      .filter(({ skillId }) => !found.has(skillId))
      .map(({ skillId, occupation }) => ({
        ...{ skillId, occupation, weight: weights.found, isNamed: false },
        words: [],
      })),
  ];
  return needs.slice(0, mostNeeds);
};
