import type { Language } from '../kernel/languages.ts';
import type { Span, Suggestion } from './recogniser/types.ts';
import type { VocabularyService } from './vocabulary-service.ts';

export type RecognisedSkill = {
  skillId: number;
  uri: string;
  label: string;
  score: number;
  because: Span[];
  /** What the score is made of: what each part gave, by its name. */
  parts: Readonly<Record<string, number>>;
};

export type RecogniseSkills = {
  text: string;
  language: Language;
  /** At most so many; 20 unless told. */
  limit?: number;
  /**
   * 'knowHow': what the writer says they can. 'wish': only what they say they would like to do or learn. 'need': what the writer cannot do or
   * wishes for as well, as in a business's problem.
   */
  of?: 'knowHow' | 'wish' | 'need';
  /** The city whose own activities of the lexicon count too; none unless told. */
  city?: string;
};

/** From this score on, a skill is more often spoken of than not. */
export const sureScore = 0.2;

/** The same words name one skill or two. */
const mostOfSameWords = 2;

/** Of what was found, best first, no more than the same words name: the rest would be guesses to weed out. What somebody does may well take more than two. */
export const withoutGuesses = (found: readonly Suggestion[]): Suggestion[] => {
  const timesSeen = new Map<string, number>();
  return found.filter(({ because, activity, occupation }) => {
    if (activity !== undefined || occupation !== undefined) return true;
    const words = because.map(({ start, end }) => `${start}-${end}`).join();
    const times = (timesSeen.get(words) ?? 0) + 1;
    timesSeen.set(words, times);
    return times <= mostOfSameWords;
  });
};

/**
 * Skills found in somebody's own words, best first, each with its score (0..1) and the places of the words it was found in (UTF-16 units,
 * end exclusive). The same text always gives the same answer. Others have their turn while a long text is read.
 */
export const recogniseSkills = async (
  vocabulary: VocabularyService,
  { limit = 20, ...input }: RecogniseSkills,
): Promise<RecognisedSkill[]> => {
  const found = withoutGuesses(await vocabulary.recogniser.recogniseInTurns({ ...input, limit: 2 * limit }));
  return found.slice(0, limit).flatMap(({ uri, label, score, because, parts }) => {
    const skillId = vocabulary.idOf(uri);
    return skillId === undefined ? [] : [{ skillId, uri, label, score, because, parts }];
  });
};
