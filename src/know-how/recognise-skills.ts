import type { Language } from '../kernel/languages.ts';
import type { Recogniser, Span, Suggestion } from './recogniser/types.ts';
import type { VocabularyService } from './vocabulary-service.ts';

export type RecognisedSkill = { skillId: number; uri: string; label: string; score: number; because: Span[] };

export type RecogniseSkills = {
  text: string;
  language: Language;
  /** At most so many; 20 unless told. */
  limit?: number;
  /** 'knowHow': what the writer says they can. 'need': what the writer lacks as well, as in a business's problem. */
  of?: 'knowHow' | 'need';
};

/** Under this, what people tell of themselves gave more noise than finds. Of a problem's needs, business weeds out the weak ones itself. */
const surer = 0.35;

const suggestionsOf = (recogniser: Recogniser, { of = 'knowHow', ...input }: RecogniseSkills): Suggestion[] => {
  const told = recogniser.recognise(of === 'knowHow' ? { ...input, floor: surer } : input);
  if (of === 'knowHow') return told;
  const known = new Set(told.map(({ uri }) => uri));
  const wished = recogniser.recognise({ ...input, of: 'wish' }).filter(({ uri }) => !known.has(uri));
  return [...told, ...wished].sort((a, b) => b.score - a.score).slice(0, input.limit ?? 20);
};

/**
 * Skills found in somebody's own words, best first, each with its score (0..1) and the places of the words it was found in (UTF-16 units,
 * end exclusive). The same text always gives the same answer.
 */
export const recogniseSkills = (vocabulary: VocabularyService, input: RecogniseSkills): RecognisedSkill[] =>
  suggestionsOf(vocabulary.recogniser, input).flatMap(({ uri, label, score, because }) => {
    const skillId = vocabulary.idOf(uri);
    return skillId === undefined ? [] : [{ skillId, uri, label, score, because }];
  });
