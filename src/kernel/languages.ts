/** The product's languages, in the order they are offered. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** A text that stands in every language of the product, such as a city's name. */
export type InLanguages = Record<Language, string>;

/** The best language of an Accept-Language header (RFC 9110, section 12.5.4); Finnish when none of ours is asked for. */
export const languageOfHeader = (header: string | undefined): Language => {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'fi';
};
