import type { Language } from '../../../kernel/languages.ts';

/** A name with a capital first, as headings have it. */
export const asHeading = (label: string, language: Language): string =>
  label.charAt(0).toLocaleUpperCase(language) + label.slice(1);
