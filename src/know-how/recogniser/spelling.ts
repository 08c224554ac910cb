import type { Language } from '../../kernel/languages.ts';
import type { CueWord, Lexicon } from '../lexicon/types.ts';
import { partsOf } from './compounds.ts';
import { isWithinEdits } from './edits.ts';
import type { WordLists } from './query.ts';
import { atOnce, type Steps } from './steps.ts';
import { stopWords } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

/** From so many letters on, one or two of a word's may be slips. Finnish and Swedish words bend, and near words are often others. */
const letters: Record<Language, { one: number; two: number }> = {
  fi: { one: 7, two: 10 },
  sv: { one: 7, two: 10 },
  en: { one: 7, two: 8 },
};
const mostRemembered = 50_000;

/** Which letters a word has, as bits: words that share too few need not be compared letter by letter. */
const lettersOf = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};
const countBits = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};

type Known = { word: string; letters: number };

const cueWordsOf = (activities: Lexicon['activities'], language: Language): CueWord[] =>
  activities.flatMap(({ cues }) => cues[language].flatMap(({ words }) => words));

/** So many words are looked at in a step: a millisecond or so. */
const wordsAStep = 1000;

function* inSteps<Item>(items: Iterable<Item>, look: (item: Item) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    look(item);
    count += 1;
    if (count % wordsAStep === 0) yield;
  }
}

type Told = Pick<Lexicon, 'activities' | 'sayings'>;

/** Gathers what is known. What is given finds the one known word that an unknown one was meant to be; the word itself where there is none, or more. */
function* nearestFinder(ofIndex: WordLists, { activities, sayings }: Told): Steps<(word: string) => string> {
  const { language, stem } = ofIndex;
  const cueWords = cueWordsOf(activities, language);
  yield;
  const starts = new Set(cueWords.flatMap((word) => word.starts));
  // Those of the vocabulary are there already.
  const words = new Set<string>();
  const stems = new Set(cueWords.flatMap((word) => word.stems));
  const know = (word: string): void => {
    if (!ofIndex.words.has(word)) words.add(word);
  };
  yield* inSteps(cueWords, ({ forms }) => forms.forEach(know));
  const said = new Set<string>();
  yield* inSteps(sayings, ({ texts }) => {
    for (const { folded } of wordsOf(texts[language])) said.add(folded);
  });
  yield* inSteps(said, (word) => {
    know(word);
    stems.add(stem(word));
  });
  const compounds = { ...ofIndex, stems: { has: (one: string) => ofIndex.stems.has(one) || stems.has(one) } };
  const byBeginning = new Map<string, Known[]>();
  const put = (word: string): void => {
    if (word.length < 5) return;
    const key = `${word[0]}${word.length}`;
    const list = byBeginning.get(key) ?? [];
    list.push({ word, letters: lettersOf(word) });
    byBeginning.set(key, list);
  };
  yield* inSteps(ofIndex.words, put);
  yield* inSteps(words, put);
  const isKnown = (word: string): boolean => {
    if (ofIndex.words.has(word) || words.has(word) || stopWords[language].has(word)) return true;
    const own = stem(word);
    if (compounds.stems.has(own) || partsOf(word, compounds).length > 1) return true;
    for (let end = 3; end <= word.length; end += 1) if (starts.has(word.slice(0, end))) return true;
    return false;
  };
  const within = (word: string, most: number): Known[] => {
    const bits = lettersOf(word);
    const found: Known[] = [];
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const known of byBeginning.get(`${word[0]}${length}`) ?? [])
        if (countBits(known.letters ^ bits) <= 2 * most && isWithinEdits(word, known.word, most)) found.push(known);
    return found;
  };
  return (word) => {
    const { one, two } = letters[language];
    if (word.length < one || /\d/.test(word) || isKnown(word)) return word;
    for (const most of word.length >= two ? [1, 2] : [1]) {
      const found = within(word, most);
      const [only] = found;
      if (only) return new Set(found.map((known) => stem(known.word))).size === 1 ? only.word : word;
    }
    return word;
  };
}

/** Whether a word is a name by its looks: a capital within a clause. */
const isName = ({ start }: Word, at: number, text: string): boolean => at > 0 && /\p{Lu}/u.test(text[start] ?? '');

/**
 * Reads slips as what they were meant to be: a word that neither the vocabulary, the lexicon nor a saying knows becomes the one known word that
 * is a letter or two from it and begins alike. Names and words with two such neighbours stay. Places in the text stay as they are. What is
 * known is gathered with the first text (a tenth of a second, in steps: `gather`); then a new word takes some hundredths of a millisecond.
 */
export const slipMender = (ofIndex: WordLists, lexicon: Told) => {
  const remembered = new Map<string, string>();
  let gathering: Steps<(word: string) => string> | undefined;
  let nearest: ((word: string) => string) | undefined;
  /** Texts that are read in turns gather together. */
  function* gather(): Steps<void> {
    while (!nearest) {
      gathering ??= nearestFinder(ofIndex, lexicon);
      const step = gathering.next();
      if (step.done) nearest = step.value;
      yield;
    }
  }
  const mend = (word: string): string => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    if (!nearest) atOnce(gather());
    if (remembered.size > mostRemembered) remembered.clear();
    const mended = nearest?.(word) ?? word;
    remembered.set(word, mended);
    return mended;
  };
  return {
    gather,
    mend: (words: readonly Word[], text: string): Word[] =>
      words.map((word, at) => {
        const mended = isName(word, at, text) ? word.folded : mend(word.folded);
        return mended === word.folded ? word : { ...word, folded: mended };
      }),
  };
};
