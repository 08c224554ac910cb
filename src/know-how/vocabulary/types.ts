import type { InLanguages, Language } from '../../kernel/languages.ts';

export type NamesInLanguages = Record<Language, string[]>;

/** A concept of the vocabulary: something a person can do (skill) or know (knowledge). */
export type Skill = {
  uri: string;
  kind: 'skill' | 'knowledge';
  /** The preferred name; '' in a language that lacks one. */
  labels: InLanguages;
  /** Other names, in the order of the source, without the label. */
  names: NamesInLanguages;
  description: InLanguages;
  /** URIs of the skill groups or skills right above. */
  broader: string[];
  /** URIs of skills the source calls related. */
  related?: string[];
  /** Other names whose separators the source lost: a bag of words, never shown. */
  looseWords?: Partial<InLanguages>;
};

/** A heading skills stand under. */
export type SkillGroup = { uri: string; labels: InLanguages; broader?: string[] };

/** Work people are employed in, and the skills it needs. */
export type Occupation = {
  uri: string;
  labels: InLanguages;
  names: NamesInLanguages;
  description: InLanguages;
  /** URIs of the skills the source calls essential. */
  skills: string[];
};

export type Vocabulary = {
  /** sha256 (hex) of the normalised content: the same content always has the same version. */
  version: string;
  source: 'starter' | 'esco';
  /** Sorted by URI. */
  skills: Skill[];
  /** Sorted by URI. */
  groups: SkillGroup[];
  /** Sorted by URI; empty where the source has none. */
  occupations: Occupation[];
};

/** The name to show: in the wanted language, else Finnish, else English, else any. */
export const labelIn = (labels: InLanguages, language: Language): string =>
  labels[language] || labels.fi || labels.en || labels.sv;
