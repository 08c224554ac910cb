import type { Language } from '../kernel/languages.ts';
import { type RecognisedSkill, type RecogniseSkills, recogniseSkills } from './recognise-skills.ts';
import type { VocabularyService } from './vocabulary-service.ts';

/** How somebody says what they work as; the name of the work follows. */
const workedAs: Record<Language, string> = { fi: 'Olin ', sv: 'Jag arbetade som ', en: 'I worked as ' };

/**
 * Skills found in the name of some work or studies, as in "I worked as ...", with the places of the words in the name alone. `text`: the name,
 * as its customer wrote it ("Leipuri").
 */
export const recogniseTitle = async (
  vocabulary: VocabularyService,
  { text, language, ...more }: Omit<RecogniseSkills, 'of'>,
): Promise<RecognisedSkill[]> => {
  const before = workedAs[language];
  const found = await recogniseSkills(vocabulary, { ...more, text: `${before}${text}`, language });
  return found.map((one) => {
    const inName = one.because
      .map(({ start, end }) => ({ start: Math.max(0, start - before.length), end: end - before.length }))
      .filter(({ start, end }) => end > start);
    return { ...one, because: inName.length > 0 ? inName : [{ start: 0, end: text.length }] };
  });
};
