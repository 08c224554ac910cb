import type { Language } from '../../kernel/languages.ts';
import { type Cues, cues } from './cues.ts';
import { stopWords } from './stop-words.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * What a clause says of its writer: can it, cannot, would like to, has no need of it; that somebody else does it; or that it happened to them, or is
 * only talked of or asked. The last two tell of no know-how.
 */
export type Stance = 'can' | 'cannot' | 'wish' | 'notNeeded' | 'others' | 'befell';
/**
 * `isUnschooled`: what it denies is training, papers or pay, or that it is so any more, and not that its writer can it. `isOfOther`: its subject is
 * something or somebody else, so that it hardly tells what its writer can: "the shop was busy".
 */
export type Clause = { words: Word[]; sentence: number; stance: Stance; isUnschooled: boolean; isOfOther: boolean };

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
  /** Its sentence ends in a question mark. */
  endsAsking: boolean;
};

const sentenceEnd = /[.!?;…•·●▪|\n\r\u2028\u2029]|\s[-–—*]\s|:\s|[:;]-?[)D(P]/;
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
  if (ours.doneTo.test(text)) return 'befell';
  if ((ours.others.test(text) || ours.whoIs.test(text)) && !ours.withMe.test(text)) return 'others';
  return ours.befell.test(text) && !ours.didThere.test(text) ? 'befell' : 'can';
};

const markAsked = (stretch: Stretch): void => {
  stretch.endsAsking = true;
  stretch.isAsked = stretch.words.length <= longestTopic;
};

const stretchesOf = (text: string, language: Language): Stretch[] => {
  const { turn, link, linkPairs, unparted } = cues[language];
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
    const isUnparted = last !== undefined && unparted.has(`${words[at - 1]?.folded}_${word.folded}`);
    const isLink = (link.has(word.folded) && !isUnparted) || linkPairs.has(`${word.folded}_${words[at + 1]?.folded}`);
    const isFull = (last?.words.length ?? 0) >= longestClause;
    if (last && !isNewSentence && !isFull && !isTurn && !comma.test(gap) && !isLink) {
      last.words.push(word);
      continue;
    }
    if (last && isNewSentence) sentence += 1;
    if (last && gap.includes('?')) markAsked(last);
    const goesOn = last !== undefined && !isNewSentence && !isTurn;
    stretches.push({
      words: [word],
      sentence,
      goesOn,
      isTurn,
      contents: 0,
      stance: 'can',
      isAsked: false,
      endsAsking: false,
    });
  }
  const last = stretches.at(-1);
  if (last && text.slice(end).includes('?')) markAsked(last);
  return stretches;
};

type GoesOn = (stretch: Stretch, text: string, language: Language) => boolean;

/** "I had surgery and physiotherapy": a word more. */
const isOneMore: GoesOn = ({ goesOn, contents, words }, _, language) =>
  goesOn && contents < 2 && cues[language].link.has(words[0]?.folded ?? '');

/** "My wife cooks and bakes", "my brother is a chef. He makes ...": goes on telling of those told of before. */
const isOfThem: GoesOn = ({ goesOn, words }, text, language) => {
  const { link, them, withMe, ownSubject, verb } = cues[language];
  if (withMe.test(text)) return false;
  if (them.test(text)) return true;
  return goesOn && !ownSubject.test(text) && (link.has(words[0]?.folded ?? '') || verb.test(text));
};

/** "I can't sing or dance": no subject of its own. */
const isGoingOnOfMe: GoesOn = (stretch, text, language) => stretch.goesOn && !cues[language].ownSubject.test(text);

/** Whether a stretch that says nothing of its own goes on in the stance of the one before. */
const isGoingOn: Partial<Record<Stance, GoesOn>> = {
  cannot: isGoingOnOfMe,
  wish: isGoingOnOfMe,
  others: isOfThem,
  befell: isOneMore,
};

/** "Cooking? Not me.", "welding, that I can't", "sure, I mow my lawn, but don't put that down". */
const isTakenBack = (stretch: Stretch, next: Stretch, language: Language): boolean => {
  const { resumed, conceded } = cues[language];
  if (next.stance === 'others' && stretch.isAsked) return true;
  if (next.stance !== 'cannot') return false;
  const isTopic = stretch.words.length <= longestTopic && resumed.test(plain(next.words));
  return stretch.isAsked || isTopic || (next.isTurn && conceded.test(plain(stretch.words)));
};

const notOfMe: readonly Stance[] = ['cannot', 'wish', 'others'];

/** "Orders and rotas were the manager's job": what begins a sentence goes with what is said of both. */
const isJoinedSubject = (stretch: Stretch, next: Stretch, language: Language): boolean => {
  const { link, ownSubject } = cues[language];
  const isPart = !stretch.goesOn && !stretch.isTurn && stretch.contents > 0 && stretch.contents < 3;
  const isWhole = next.goesOn && link.has(next.words[0]?.folded ?? '') && notOfMe.includes(next.stance);
  return isPart && isWhole && stretch.words.length <= longestTopic && !ownSubject.test(plain(stretch.words));
};

/** What is asked tells of no know-how: "Is my money stopped if I fill this in?" */
const judgeQuestions = (stretches: readonly Stretch[], { asking }: Cues): void => {
  const asked = new Set<number>();
  for (const [at, { sentence, words, endsAsking }] of stretches.entries()) {
    const first = stretches.find((one) => one.sentence === sentence);
    if (endsAsking && first && asking.test(plain(first.words)) && (at > 0 || words.length > longestTopic))
      asked.add(sentence);
  }
  for (const stretch of stretches)
    if (asked.has(stretch.sentence) && stretch.stance === 'can') stretch.stance = 'befell';
};

/** Marks each stretch with its stance; "I can't sing, dance or act" carries on to where a new subject begins. */
const judge = (stretches: Stretch[], language: Language): void => {
  const ours = cues[language];
  let before: Stance = 'can';
  for (const stretch of stretches) {
    stretch.contents = stretch.words.filter((word) => !stopWords[language].has(word.folded)).length;
    const own = stanceOf(stretch.words, ours);
    const text = plain(stretch.words);
    stretch.stance = own === 'can' && isGoingOn[before]?.(stretch, text, language) ? before : own;
    before = stretch.stance;
  }
  for (const [at, stretch] of stretches.entries()) {
    const next = stretches[at + 1];
    if (stretch.stance !== 'can') continue;
    if (next && isTakenBack(stretch, next, language)) stretch.stance = 'cannot';
    else if (next && isJoinedSubject(stretch, next, language)) stretch.stance = next.stance;
  }
  judgeQuestions(stretches, ours);
};

type Joined = { contents: number } & Omit<Clause, 'isUnschooled' | 'isOfOther'>;

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
  const { unschooled, ofOther, withMe } = cues[language];
  return clauses.map(({ words, sentence, stance }) => {
    const said = plain(words);
    const isUnschooled = stance === 'cannot' && unschooled.test(said);
    return { words, sentence, stance, isUnschooled, isOfOther: ofOther.test(said) && !withMe.test(said) };
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
    if (isNew)
      sentences.push({
        words: [word],
        sentence: sentences.length,
        stance: 'can',
        isUnschooled: false,
        isOfOther: false,
      });
    else last.words.push(word);
  }
  return sentences;
};
