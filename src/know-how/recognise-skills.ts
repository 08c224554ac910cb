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
};

/** Under this, what people tell of themselves gave more noise than finds. Of a problem's needs, business weeds out the weak ones itself. */
const surer = 0.35;

/** The same words name one skill or two; more would be guesses to weed out. */
const mostOfSameWords = 2;

const withoutGuesses = (found: readonly Suggestion[]): Suggestion[] => {
  const timesSeen = new Map<string, number>();
  return found.filter(({ because }) => {
    const words = because.map(({ start, end }) => `${start}-${end}`).join();
    const times = (timesSeen.get(words) ?? 0) + 1;
    timesSeen.set(words, times);
    return times <= mostOfSameWords;
  });
};

/**
 * Skills found in somebody's own words, best first, each with its score (0..1) and the places of the words it was found in (UTF-16 units,
 * end exclusive). The same text always gives the same answer.
 */
export const recogniseSkills = (
  vocabulary: VocabularyService,
  { limit = 20, ...input }: RecogniseSkills,
): RecognisedSkill[] => {
  const floor = input.of === 'need' ? undefined : surer;
  const found = withoutGuesses(vocabulary.recogniser.recognise({ ...input, floor, limit: 2 * limit }));
  return found.slice(0, limit).flatMap(({ uri, label, score, because, parts }) => {
    const skillId = vocabulary.idOf(uri);
    return skillId === undefined ? [] : [{ skillId, uri, label, score, because, parts }];
  });
};
