import type { InLanguages, Language } from '../../kernel/languages.ts';

/**
 * One word of a cue: a word of the text fits when it is one of `forms`, when its stem is one of `stems`, or when it begins with one of
 * `starts` ("hoidin|hoitelin|omaishoita*": two forms with their stems, one beginning). Everything folded.
 */
export type CueWord = { forms: readonly string[]; stems: readonly string[]; starts: readonly string[] };

/** A form of a word: folded, and its stem; '' for a word that says nothing by itself ("with", "had"). */
export type WordForm = { folded: string; stem: string };

/** A word of a text as cues look at it: as it stands, and as it would of somebody of the other sex (`same-but-sex.ts`). */
export type CueText = { folded: string; forms: readonly WordForm[] };

/** Words that tell of an activity when all of them stand close together in one clause, in any order. `text` as its file has it. */
export type Cue = { text: string; words: readonly CueWord[] };

export type CuesInLanguages = Record<Language, readonly Cue[]>;

/** Something people really do, in the words they say it with, and the skills a careful adviser would think of. */
export type Activity = {
  id: string;
  theme: string;
  cues: CuesInLanguages;
  /** Where one of these stands in the clause too, the activity is not meant. */
  unless: CuesInLanguages;
  /** URIs of skills, the most central first; two to six. The vocabulary in use may lack some. */
  skills: readonly string[];
  /** A short question that checks what they did themselves. */
  ask: InLanguages;
  /** Only in these cities; undefined: everywhere. */
  cities: readonly string[] | undefined;
  /** Cities that have switched it off. */
  offIn: readonly string[];
};

/** Something people say of what they do, as one would say it in each language, and the skills it tells of. */
export type Saying = {
  texts: InLanguages;
  /** URIs of skills, the most central first; none: what is said tells of no skill. The vocabulary in use may lack some. */
  skills: readonly string[];
  /** Only in these cities; undefined: everywhere. */
  cities: readonly string[] | undefined;
};

export type Lexicon = {
  /** sha256 (hex) of the files' texts: the same files always give the same version. */
  version: string;
  /** Sorted by id. */
  activities: readonly Activity[];
  sayings: readonly Saying[];
};

/** Whether a city uses an activity or a saying. */
export const isIn = (
  { cities, offIn = [] }: { cities: readonly string[] | undefined; offIn?: readonly string[] },
  cityId: string,
): boolean => (cities === undefined || cities.includes(cityId)) && !offIn.includes(cityId);
