import type { Language } from '../kernel/languages.ts';
import type { Work } from '../kernel/work.ts';
import { recogniseSkills, sureScore } from '../know-how/index.ts';
import type { FoundNeed } from './needs.ts';

const mostFound = 8;
/** A problem tells much that is no need. What is less than sure only fills up where few are surer. */
const fewest = 3;

type Found = FoundNeed & { score: number };

/** The suggestions worth asking a business about, of those found in its text, best first. */
export const pickNeeds = (found: readonly Found[]): FoundNeed[] =>
  found
    .filter(({ score }, at) => score >= sureScore || at < fewest)
    .slice(0, mostFound)
    .map(({ skillId, because }) => ({ skillId, because }));

/** The know-how a problem asks for, with the words that caused each, best first. */
export const recogniseNeeds = async (
  work: Work,
  { text, language }: { text: string; language: Language },
): Promise<FoundNeed[]> => {
  const found = await recogniseSkills(work.services.vocabulary, { text, language, of: 'need' });
  return pickNeeds(
    found.map(({ skillId, score, because }) => ({
      skillId,
      score,
      because: because.map(({ start, end }) => ({ start, end })),
    })),
  );
};
