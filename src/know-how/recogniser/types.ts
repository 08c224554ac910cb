import type { InLanguages, Language } from '../../kernel/languages.ts';

/** Part of a text, in UTF-16 code units, end exclusive: text.slice(start, end). */
export type Span = { start: number; end: number };

/**
 * What can speak for a skill: `coverage` words of one of its names stand in the clause, `bm25` words of its names and description do, telling
 * ones more, `grams` the clause is spelled like its name, `vectors` it means something near, `occupation` work that needs the skill is named,
 * `lexicon` an everyday activity is told that takes it.
 */
export const partNames = ['coverage', 'bm25', 'grams', 'vectors', 'occupation', 'lexicon'] as const;
export type PartName = (typeof partNames)[number];
/** What each part gives to the score; they add up to it. */
export type ScoreParts = Record<PartName, number>;

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
  /** The lexicon's activity that spoke for it, if one did: its id. */
  activity?: string;
  /** The work that spoke for it, if one did, named as `label`. */
  occupation?: { uri: string; label: string };
};

export type RecogniseInput = {
  text: string;
  language: Language;
  /** At most so many suggestions; 20 unless told. */
  limit?: number;
  /**
   * Nothing scoring under this is given. 0 gives the plain ranking of whole sentences: without what their writer says of themselves
   * ("I cannot"), and without the cap of five a clause.
   */
  floor?: number;
  /**
   * 'knowHow' (what I can) unless told; 'wish' looks only at what the person says they would like to do or learn; 'need' at all a text
   * speaks of, what its writer cannot do too, but not at what it says is not needed.
   */
  of?: 'knowHow' | 'wish' | 'need';
  /** The city whose activities of the lexicon count besides everybody's; none unless told. */
  city?: string;
};

export type FoundSkill = { uri: string; label: string; score: number };

/** A kind of work: what it is called, and the URIs of the skills it needs, those first that say most of it. */
export type KnownWork = { labels: InLanguages; skills: string[] };

export type Recogniser = {
  /** The version of the vocabulary it suggests from. */
  version: string;
  /** The version of the trained vectors it reads by; none where it has none. */
  vectorsVersion?: string;
  /** Best first; the same input always gives the same answer. Never throws, whatever the text. Holds the thread: some ms for a long text. */
  recognise: (input: RecogniseInput) => Suggestion[];
  /** The same answer, letting others have their turn between clauses: what a server calls. */
  recogniseInTurns: (input: RecogniseInput) => Promise<Suggestion[]>;
  /** Typing-search over the names: prefixes, parts of compounds and small slips; best first. */
  search: (query: string, language: Language, limit?: number) => FoundSkill[];
  /** A kind of work by its URI; undefined for one the vocabulary does not know. */
  work: (uri: string) => KnownWork | undefined;
  /** What tells a skill from one of nearly its name: a sentence, or its other names; empty where the vocabulary says no more. */
  about: (uri: string, language: Language) => readonly string[];
};
