import type { Language } from '../../kernel/languages.ts';
import { type Cues, cues } from './cues.ts';
import { stopWords } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * What a clause says of its writer: can it, cannot, would like to, has no need of it; that somebody else does it; or that it happened to them.
 * The last two tell of no know-how.
 */
export type Stance = 'can' | 'cannot' | 'wish' | 'notNeeded' | 'others' | 'befell';
/** `isUnschooled`: what it denies is training, papers or pay, or that it is so any more, and not that its writer can it. */
export type Clause = { words: Word[]; sentence: number; stance: Stance; isUnschooled: boolean };

/** A stretch without a comma or conjunction. `goesOn`: joined to the one before by a comma, "and" or "or". */
type Stretch = {
  words: Word[];
  sentence: number;
  goesOn: boolean;
  isTurn: boolean;
  contents: number;
  stance: Stance;
  /** A question of a few words, which what follows answers: "Cooking? Not me." */
  isAsked: boolean;
};

const sentenceEnd = /[.!?;…•·●▪|\n\r\u2028\u2029]|\s[-–—*]\s|:\s/;
const comma = /[,()[\]–—]/;
const longestClause = 40;
const longestTopic = 3;
const longestSentence = 80;

const plain = (words: Word[]): string => ` ${words.map((word) => word.folded).join(' ')} `;

const stanceOf = (words: Word[], ours: Cues): Stance => {
  const text = plain(words);
  if (ours.notNeeded.test(text)) return 'notNeeded';
  if (ours.wish.test(text)) return 'wish';
  if (ours.cannot.test(text.replace(ours.harmless, ' '))) return 'cannot';
  if (ours.others.test(text) && !ours.withMe.test(text)) return 'others';
  return ours.befell.test(text) && !ours.didThere.test(text) ? 'befell' : 'can';
};

/** "My wife cooks. I ..." ends with her; what befell one says nothing of what comes next. */
const carried: readonly Stance[] = ['cannot', 'wish'];

const stretchesOf = (text: string, language: Language): Stretch[] => {
  const { turn, link, linkPairs } = cues[language];
  const stretches: Stretch[] = [];
  let sentence = 0;
  let end = 0;
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    const gap = text.slice(end, word.start);
    const last = stretches.at(-1);
    end = word.end;
    const isNewSentence = sentenceEnd.test(gap);
    const isTurn = turn.has(word.folded);
    const isLink = link.has(word.folded) || linkPairs.has(`${word.folded}_${words[at + 1]?.folded}`);
    const isFull = (last?.words.length ?? 0) >= longestClause;
    if (last && !isNewSentence && !isFull && !isTurn && !comma.test(gap) && !isLink) {
      last.words.push(word);
      continue;
    }
    if (last && isNewSentence) sentence += 1;
    if (last && gap.includes('?')) last.isAsked = last.words.length <= longestTopic;
    const goesOn = last !== undefined && !isNewSentence && !isTurn;
    stretches.push({ words: [word], sentence, goesOn, isTurn, contents: 0, stance: 'can', isAsked: false });
  }
  return stretches;
};

/** Marks each stretch with its stance; "I can't sing, dance or act" carries on to where a new subject begins. */
const judge = (stretches: Stretch[], language: Language): void => {
  const ours = cues[language];
  let before: Stance = 'can';
  for (const stretch of stretches) {
    stretch.contents = stretch.words.filter((word) => !stopWords[language].has(word.folded)).length;
    const own = stanceOf(stretch.words, ours);
    const isCarried = own === 'can' && stretch.goesOn && !ours.ownSubject.test(plain(stretch.words));
    stretch.stance = isCarried ? before : own;
    before = carried.includes(stretch.stance) ? stretch.stance : 'can';
  }
  for (const [at, stretch] of stretches.entries()) {
    const answer = stretches[at + 1];
    if (stretch.isAsked && answer?.stance === 'cannot') stretch.stance = 'cannot';
  }
};

type Joined = { contents: number } & Omit<Clause, 'isUnschooled'>;

const joins = (stretch: Stretch, clause: Joined): boolean =>
  stretch.goesOn &&
  stretch.sentence === clause.sentence &&
  stretch.stance === clause.stance &&
  clause.words.length + stretch.words.length <= longestClause &&
  (stretch.contents < 2 || clause.contents < 2);

/** Parts a text into clauses that are judged one by one; short stretches stay with their neighbour. */
export const clausesOf = (text: string, language: Language): Clause[] => {
  const stretches = stretchesOf(text, language);
  judge(stretches, language);
  const clauses: Joined[] = [];
  for (const stretch of stretches) {
    const last = clauses.at(-1);
    if (last && joins(stretch, last)) {
      last.words.push(...stretch.words);
      last.contents += stretch.contents;
    } else clauses.push({ ...stretch, words: [...stretch.words] });
  }
  const { unschooled } = cues[language];
  return clauses.map(({ words, sentence, stance }) => {
    const isUnschooled = stance === 'cannot' && unschooled.test(plain(words));
    return { words, sentence, stance, isUnschooled };
  });
};

/** Parts a text into its whole sentences, whatever they say of their writer. */
export const sentencesOf = (text: string): Clause[] => {
  const sentences: Clause[] = [];
  let end = 0;
  for (const word of wordsOf(text)) {
    const last = sentences.at(-1);
    const isNew = !last || sentenceEnd.test(text.slice(end, word.start)) || last.words.length >= longestSentence;
    end = word.end;
    if (isNew) sentences.push({ words: [word], sentence: sentences.length, stance: 'can', isUnschooled: false });
    else last.words.push(word);
  }
  return sentences;
};
