import { languages } from '../../kernel/languages.ts';
import { type Figures, figuresOf, type Given, parityOf } from './measures.ts';
import type { SetText, TextSet } from './read-sets.ts';

/** Finds skills in a text, best first: at most ten addresses, as shown to a person or as a plain ranking. */
export type Finder = (text: SetText, as: 'shown' | 'ranked') => readonly string[];

export type SetFigures = Figures & { parityShown: number | null; parityRanked: number | null };
export type Evaluation = {
  /** By set; `languages` only where a set has more than one. */
  sets: Record<string, SetFigures & { languages: Record<string, Figures> }>;
  /** Texts a second, as shown, one thread, after a warm round. */
  textsPerSecond: number;
};

const giveAll = (texts: readonly SetText[], find: Finder): Given[] =>
  texts.map((text) => ({ text, shown: find(text, 'shown'), ranked: find(text, 'ranked') }));

const byLanguage = (given: readonly Given[]): Record<string, Figures> => {
  const parts = languages.map((language) => [language, given.filter(({ text }) => text.lang === language)] as const);
  const filled = parts.filter(([, part]) => part.length > 0);
  return Object.fromEntries(filled.map(([language, part]) => [language, figuresOf(part)]));
};

const speedOf = (sets: readonly TextSet[], find: Finder, leastMs: number): number => {
  const texts = sets.flatMap((set) => set.texts);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < leastMs && texts.length > 0) {
    const text = texts[done % texts.length];
    if (text) find(text, 'shown');
    done += 1;
  }
  return Math.round((done * 1000) / (performance.now() - start));
};

/** Runs a finder over sets and measures it. `leastMs`: for how long its speed is measured. */
export const evaluate = (sets: readonly TextSet[], find: Finder, leastMs = 1000): Evaluation => {
  const measured = sets.map(({ name, texts }) => {
    const given = giveAll(texts, find);
    const parity = { parityShown: parityOf(given, 'shown'), parityRanked: parityOf(given, 'ranked') };
    return [name, { ...figuresOf(given), ...parity, languages: byLanguage(given) }] as const;
  });
  return { sets: Object.fromEntries(measured), textsPerSecond: speedOf(sets, find, leastMs) };
};
