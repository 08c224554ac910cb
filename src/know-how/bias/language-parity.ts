import { type Language, languages } from '../../kernel/languages.ts';
import { type Figures, figuresOf, type Given, parityOf } from '../evaluation/measures.ts';
import type { SetText } from '../evaluation/read-sets.ts';
import type { Find } from './compare-swaps.ts';

export type ParityReport = {
  stories: number;
  /** How many of the first ten skills are the same for one story in two languages, percent of the longer list. */
  all: number | null;
  pairs: { one: Language; other: Language; same: number | null }[];
  /** How well each language does by itself, over the same stories, and how many skills a text with any is shown. */
  byLanguage: Record<Language, Figures & { shownEach: number }>;
};

const mostCompared = 10;

/** Whether a story gives its teller as much, and the same, in whichever language it is told. Texts of one id are one story. */
export const languageParity = (texts: readonly SetText[], find: Find): ParityReport => {
  const given = texts.map((text): Given => {
    const shown = find(text.text, text.lang).slice(0, mostCompared);
    return { text, shown, ranked: shown };
  });
  const inLanguages = (...some: Language[]) => given.filter(({ text }) => some.includes(text.lang));
  const pairOf = (one: Language, other: Language) => ({ one, other, same: parityOf(inLanguages(one, other), 'shown') });
  const figuresIn = (language: Language) => {
    const own = inLanguages(language);
    const withSkills = own.filter(({ text }) => text.accept.length > 0);
    const shown = withSkills.reduce((sum, one) => sum + one.shown.length, 0);
    return { ...figuresOf(own), shownEach: withSkills.length === 0 ? 0 : shown / withSkills.length };
  };
  const [fi, sv, en] = languages;
  return {
    stories: new Set(texts.map(({ id }) => id)).size,
    all: parityOf(given, 'shown'),
    pairs: [pairOf(fi, sv), pairOf(fi, en), pairOf(sv, en)],
    byLanguage: { fi: figuresIn('fi'), sv: figuresIn('sv'), en: figuresIn('en') },
  };
};
