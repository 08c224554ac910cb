import type { Language } from './languages.ts';

/** Where the runtime's own name of a language is spelt wrong or says little. */
const mended: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  fi: { ii: 'yi (Sichuan)' },
  sv: { ii: 'yi (Sichuan)' },
};

/** Names of languages in a language: 'fi' is "suomi". Undefined where there is no name. */
export const languageNames = (language: Language): ((code: string) => string | undefined) => {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  return (code) => mended[language]?.[code] ?? names.of(code);
};
