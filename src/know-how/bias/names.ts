import type { Language } from '../../kernel/languages.ts';

/** Names as they are borne here by women and men of different roots. None is anybody's in particular. */
export const names = [
  'Aino Virtanen',
  'Juhani Korhonen',
  'Ingrid Lindström',
  'Bo Nyström',
  'Fatima Hassan',
  'Mohamed Ali',
  'Olga Petrova',
  'Nguyen Van Minh',
] as const;

/** How somebody says their name before they tell. */
const saying: Record<Language, (name: string) => string> = {
  fi: (name) => `Nimeni on ${name}.`,
  sv: (name) => `Jag heter ${name}.`,
  en: (name) => `My name is ${name}.`,
};

export const withName = (text: string, language: Language, name: string): string => `${saying[language](name)} ${text}`;
