import type { Language } from '../../kernel/languages.ts';

/** Part of a text, in UTF-16 code units, end exclusive: text.slice(start, end). */
export type Span = { start: number; end: number };

/** What a score is made of; each 0..1 before weighting. */
export type ScoreParts = { coverage: number; bm25: number; grams: number };

export type Suggestion = {
  uri: string;
  /** In the text's language, else Finnish, else English. */
  label: string;
  /** 0..1; ranks, and says nothing of how well the person can it. */
  score: number;
  /** The words that caused it, neighbours merged, in the text's order. */
  because: Span[];
  /** The part of the text that was judged together. */
  clause: Span;
  parts: ScoreParts;
};

export type RecogniseInput = {
  text: string;
  language: Language;
  /** At most so many suggestions; 20 unless told. */
  limit?: number;
  /** Nothing scoring under this is given. 0 gives a plain ranking, without the cap of five a clause. */
  floor?: number;
  /**
   * 'knowHow' (what I can) unless told; 'wish' looks only at what the person says they would like to do or learn; 'need' at all a text
   * speaks of, what its writer cannot do too, but not at what it says is not needed.
   */
  of?: 'knowHow' | 'wish' | 'need';
};

export type FoundSkill = { uri: string; label: string; score: number };

export type Recogniser = {
  /** The version of the vocabulary it suggests from. */
  version: string;
  /** The version of the trained vectors it reads by; none where it has none. */
  vectorsVersion?: string;
  /** Best first; the same input always gives the same answer. Never throws, whatever the text. */
  recognise: (input: RecogniseInput) => Suggestion[];
  /** Typing-search over the names: prefixes, parts of compounds and small slips; best first. */
  search: (query: string, language: Language, limit?: number) => FoundSkill[];
};
