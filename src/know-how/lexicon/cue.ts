import type { Language } from '../../kernel/languages.ts';
import { stemmers } from '../recogniser/stem.ts';
import { stopWords } from '../recogniser/stop-words.ts';
import { foldWord, type Word, wordsOf } from '../recogniser/words.ts';
import { sameButSex } from './same-but-sex.ts';
import type { Cue, CueText, CueWord, WordForm } from './types.ts';

const mostWords = 5;
const shortestStart = 3;
/** At most so many words may stand between a cue's first and last word besides its own. */
const mostBetween = 4;

/** Kin, verbs and tools stand in many cues: what was read once is not read again. */
const mostRemembered = 50_000;
const remembering = <Value>(make: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    if (known.size > mostRemembered) known.clear();
    const value = make(text);
    known.set(text, { value });
    return value;
  };
};

const formFault = remembering((form): string | undefined => {
  const bare = form.replace(/\*$/, '');
  const [only, ...more] = wordsOf(bare);
  if (!only || more.length > 0 || only.folded !== foldWord(bare))
    return `"${form}" is not one word: write words parted by spaces, with a|b for either and word* for a beginning`;
  if (form !== bare && bare.length < shortestStart)
    return `"${form}" begins too much: write at least ${shortestStart} letters before the *`;
  return undefined;
});

/** What is wrong with a cue, as a sentence that says what to do; undefined when it can be used. */
export const cueFault = (text: string): string | undefined => {
  if (text !== text.normalize('NFC')) return 'is not in composed form: normalise the file to Unicode NFC';
  if (text !== text.trim() || /\s\s/.test(text)) return 'has a space too many: part the words with one space';
  const words = text.split(' ');
  if (words.length > mostWords) return `has ${words.length} words: keep the ${mostWords} most telling`;
  return words.flatMap((word) => word.split('|')).flatMap((form) => formFault(form) ?? [])[0];
};

const wordParser =
  (stem: (folded: string) => string) =>
  (word: string): CueWord => {
    const forms = word.split('|');
    const isStart = (form: string) => form.endsWith('*');
    const whole = forms.filter((form) => !isStart(form)).map(foldWord);
    return {
      forms: whole,
      stems: [...new Set(whole.map(stem))],
      starts: forms.filter(isStart).map((form) => foldWord(form.slice(0, -1))),
    };
  };

const parsers: Record<Language, (word: string) => CueWord> = {
  fi: remembering(wordParser(stemmers.fi)),
  sv: remembering(wordParser(stemmers.sv)),
  en: remembering(wordParser(stemmers.en)),
};

/** Reads a cue that has no fault (`cueFault`). */
export const parseCue = (text: string, language: Language): Cue => ({
  text,
  words: text.split(' ').map(parsers[language]),
});

/** What a word begins like: "autoin" (I helped) is no beginning of a car, though it is spelled like one. */
export const beginningOf = ({ folded, stem }: WordForm): string =>
  stem === 'autt' && folded.startsWith('auto') ? '' : folded;

/**
 * A clause's words as cues look at them. A word that says nothing by itself fits only where a cue has that very word. A word that tells a person's
 * sex fits where its counterpart does.
 */
export const cueTextsOf = (words: readonly Word[], language: Language): CueText[] =>
  words.map(({ folded }) => ({
    folded,
    forms: [folded, ...sameButSex(folded, language)].map((form) => ({
      folded: form,
      stem: stopWords[language].has(form) ? '' : stemmers[language](form),
    })),
  }));

const fitsForm = ({ forms, stems, starts }: CueWord, form: WordForm): boolean => {
  const { folded, stem } = form;
  if (forms.includes(folded)) return true;
  return stem !== '' && (stems.includes(stem) || starts.some((start) => beginningOf(form).startsWith(start)));
};

const fits = (word: CueWord, text: CueText): boolean => text.forms.some((form) => fitsForm(word, form));

/**
 * Where a cue stands in a clause: the places of its words, rising, when each has a word of its own and they stand close together;
 * undefined when it does not.
 */
export const findCue = ({ words: wanted }: Cue, clause: readonly CueText[]): number[] | undefined => {
  const widest = wanted.length + mostBetween;
  const search = (at: number, taken: readonly number[]): readonly number[] | undefined => {
    const word = wanted[at];
    if (!word) return taken;
    const from = taken.length ? Math.max(...taken) - widest + 1 : 0;
    const to = taken.length ? Math.min(...taken) + widest - 1 : clause.length - 1;
    for (let place = Math.max(0, from); place <= Math.min(to, clause.length - 1); place += 1) {
      const text = clause[place];
      if (!text || taken.includes(place) || !fits(word, text)) continue;
      const found = search(at + 1, [...taken, place]);
      if (found) return found;
    }
    return undefined;
  };
  const found = search(0, []);
  return found && [...found].sort((a, b) => a - b);
};
