import type { Language } from '../../kernel/languages.ts';
import type { Postings } from './postings.ts';

/**
 * All that is needed to recognise one language's texts. A *form* is one surface form (label or other name) of a skill;
 * a *slot* is one word of a form. Forms lie in the order of their skills, slots in the order of their forms.
 */
export type LanguageIndex = {
  language: Language;
  /** Stems; a term's number is its place here. */
  terms: string[];
  /** How telling a term is: 0 (in every skill) to 1 (in one skill). */
  idf: Float32Array;
  /** Whole words seen, folded; see Compounds. */
  words: string[];
  /** Term -> slots. */
  slots: Postings;
  slotForm: Int32Array;
  formSkill: Int32Array;
  /** The sum of idf over a form's slots. */
  formMass: Float32Array;
  /** Form -> its first slot; one longer than the forms. */
  formStart: Int32Array;
  /** Term -> skills with their BM25 weight in the label, and in label, other names and description together. */
  label: Postings;
  everything: Postings;
  /** Hashed 4-gram -> skills with their weight in the label's unit vector; idf by bucket. */
  grams: Postings;
  gramIdf: Float32Array;
  skillCount: number;
};
