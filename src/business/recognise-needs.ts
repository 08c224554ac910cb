import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { recogniseSkills } from '../know-how/index.ts';
import type { FoundNeed } from './needs.ts';

const mostFound = 8;
/** A problem tells much that is no need. Under this, a suggestion only fills up where few are surer. */
const sure = 0.35;
const fewest = 3;
/** The same words name one need or two; more would be guesses to weed out. */
const mostOfSameWords = 2;

type Found = FoundNeed & { score: number };

/** The suggestions worth asking a business about, of those found in its text, best first. */
export const pickNeeds = (found: readonly Found[]): FoundNeed[] => {
  const timesSeen = new Map<string, number>();
  const distinct = found.filter(({ because }) => {
    const words = because.map(({ start, end }) => `${start}-${end}`).join();
    const times = (timesSeen.get(words) ?? 0) + 1;
    timesSeen.set(words, times);
    return times <= mostOfSameWords;
  });
  return distinct
    .filter(({ score }, at) => score >= sure || at < fewest)
    .slice(0, mostFound)
    .map(({ skillId, because }) => ({ skillId, because }));
};

/** The know-how a problem asks for, with the words that caused each, best first. */
export const recogniseNeeds = (work: Work, { text, language }: { text: string; language: Language }): FoundNeed[] =>
  pickNeeds(
    recogniseSkills(work.services.vocabulary, { text, language, of: 'need' }).map(({ skillId, score, because }) => ({
      skillId,
      score,
      because: because.map(({ start, end }) => ({ start, end })),
    })),
  );
