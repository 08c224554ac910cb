import type { Language } from '../../kernel/languages.ts';
import { english } from './cues-en.ts';
import { finnish } from './cues-fi.ts';
import { swedish } from './cues-sv.ts';

/** Patterns over a stretch of folded words joined and framed by single spaces. */
export type Cues = {
  /** "I cannot": what follows or surrounds it is no know-how. */
  cannot: RegExp;
  /** "Not trained for it", "not any more": no denial of what they can. */
  unschooled: RegExp;
  /** "We do not need": what follows or surrounds it is neither know-how nor need. */
  notNeeded: RegExp;
  /** Negative words that deny nothing: "not only", "don't mind". Taken out before `cannot` is tried. */
  harmless: RegExp;
  /** "I would like to": an interest, not know-how. */
  wish: RegExp;
  /** "My wife cooks", "the doctor said": somebody else's doing, from the stretch's beginning. */
  others: RegExp;
  /** "The shop was busy": a subject that is neither the teller nor their work. */
  ofOther: RegExp;
  /** Signs that the teller has part in what somebody else does: "my mother taught me". */
  withMe: RegExp;
  /** "I was in prison", "I had cancer": what happened to one. */
  befell: RegExp;
  /** "I was operated on", "they taught us": what was done to one, whatever else stands there. */
  doneTo: RegExp;
  /** Signs that they did something there: "worked in the kitchen". */
  didThere: RegExp;
  /** Signs that a stretch says something of its own and does not go on the one before. */
  ownSubject: RegExp;
  /** "He", "they" at the beginning: still those told of before. */
  them: RegExp;
  /** "Bakes", "fixed the tap" at the beginning: what others do or did. */
  verb: RegExp;
  /** "Who is a nurse": what somebody told of is. */
  whoIs: RegExp;
  /** "Sure, I mow the lawn": said to be followed by a but. */
  conceded: RegExp;
  /** How a sentence begins that asks. */
  asking: RegExp;
  /** "That I cannot", "no thanks": denies what was named right before. */
  resumed: RegExp;
  /** Words that part clauses even when what they join is short. */
  turn: ReadonlySet<string>;
  /** Words that part clauses when both sides say something. */
  link: ReadonlySet<string>;
  /** Pairs that part clauses: "so I", not "so long". */
  linkPairs: ReadonlySet<string>;
  /** Pairs that do not part them though their second word would: "utan att". */
  unparted: ReadonlySet<string>;
};

export const cues: Record<Language, Cues> = { fi: finnish, sv: swedish, en: english };
