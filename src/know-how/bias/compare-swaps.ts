import { type Language, languages } from '../../kernel/languages.ts';
import { names, withName } from './names.ts';
import { swapWords } from './swap-words.ts';

/** Finds skills in a text as a person is shown them, best first: their addresses. */
export type Find = (text: string, language: Language) => readonly string[];
export type Told = { id: string; text: string; language: Language };

export type Change = {
  id: string;
  language: Language;
  /** The words swapped, "äiti > isä", or the name put before. */
  by: string[];
  gained: string[];
  lost: string[];
};

export type SwapFigures = {
  /** Texts compared: those with a gendered word, or each with each name. */
  compared: number;
  /** Skills found in them as they were told. */
  suggestions: number;
  /** Skills that came or went with the swap. */
  changed: number;
  /** Texts in which any did. */
  textsChanged: number;
};

export type SwapReport = {
  texts: number;
  byLanguage: Record<Language, { words: SwapFigures; names: SwapFigures }>;
  changes: Change[];
};

type Compared = { told: Told; by: string[]; before: readonly string[]; after: readonly string[] };

const differenceOf = ({ told, by, before, after }: Compared): Change => ({
  id: told.id,
  language: told.language,
  by,
  gained: after.filter((uri) => !before.includes(uri)),
  lost: before.filter((uri) => !after.includes(uri)),
});

const sizeOf = ({ gained, lost }: Change): number => gained.length + lost.length;

const figuresOf = (compared: readonly Compared[]): SwapFigures => {
  const sizes = compared.map((one) => sizeOf(differenceOf(one)));
  return {
    compared: compared.length,
    suggestions: compared.reduce((sum, { before }) => sum + before.length, 0),
    changed: sizes.reduce((sum, size) => sum + size, 0),
    textsChanged: sizes.filter((size) => size > 0).length,
  };
};

const swapWordsOf = (told: Told, before: readonly string[], find: Find): Compared[] => {
  const { text, words } = swapWords(told.text, told.language);
  if (words.length === 0) return [];
  return [{ told, by: words.map(({ from, to }) => `${from} > ${to}`), before, after: find(text, told.language) }];
};

const nameThem = (told: Told, before: readonly string[], find: Find): Compared[] =>
  names.map((name) => ({
    told,
    by: [name],
    before,
    after: find(withName(told.text, told.language, name), told.language),
  }));

/**
 * Whether who is told of changes what is found: each text as it is, with its gendered words turned into their counterparts, and with the teller's
 * name before it, once for each name. Nothing should change by any of it.
 */
export const compareSwaps = (texts: readonly Told[], find: Find): SwapReport => {
  const all = texts.map((told) => {
    const before = find(told.text, told.language);
    return { told, words: swapWordsOf(told, before, find), names: nameThem(told, before, find) };
  });
  const figuresFor = (language: Language) => {
    const own = all.filter(({ told }) => told.language === language);
    return { words: figuresOf(own.flatMap(({ words }) => words)), names: figuresOf(own.flatMap((one) => one.names)) };
  };
  const [fi, sv, en] = languages.map(figuresFor);
  const none = { words: figuresOf([]), names: figuresOf([]) };
  return {
    texts: texts.length,
    byLanguage: { fi: fi ?? none, sv: sv ?? none, en: en ?? none },
    changes: all
      .flatMap((one) => [...one.words, ...one.names])
      .map(differenceOf)
      .filter((change) => sizeOf(change) > 0),
  };
};
