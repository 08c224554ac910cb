import type { Language } from '../../kernel/languages.ts';
import { stemEnglish } from './stem-en.ts';
import { stemFinnish } from './stem-fi.ts';
import { stemSwedish } from './stem-sv.ts';

/** Brings a folded word's inflected and derived forms together. */
export const stemmers: Record<Language, (word: string) => string> = {
  fi: stemFinnish,
  sv: stemSwedish,
  en: stemEnglish,
};
