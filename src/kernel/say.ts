import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './languages.ts';

export type Values = Record<string, string | number | boolean | Date | null | undefined>;
export type Catalogue = Record<string, string>;

/** A text of the message files, in a language, with its values filled in (ICU MessageFormat). A key that is not there is a fault: it throws. */
export type Say = (language: Language, key: string, values?: Values) => string;

/** The locale whose dates, numbers and money a language uses in Finland. */
export const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export const createText = (language: Language, catalogue: Catalogue): ((key: string, values?: Values) => string) => {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const known = formats.get(key);
    if (known) return String(known.format(values));
    const pattern = catalogue[key];
    if (pattern === undefined) throw new Error(`No text for "${key}" in ${language}`);
    if (!/[{'<]/.test(pattern)) return pattern;
    const format = new IntlMessageFormat(pattern, locales[language], undefined, { ignoreTag: true });
    formats.set(key, format);
    return String(format.format(values));
  };
};

export const createSay = (catalogues: Record<Language, Catalogue>): Say => {
  const texts = {
    fi: createText('fi', catalogues.fi),
    sv: createText('sv', catalogues.sv),
    en: createText('en', catalogues.en),
  };
  return (language, key, values) => texts[language](key, values);
};
