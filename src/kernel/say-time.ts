import type { Language } from './languages.ts';
import { locales } from './say.ts';

/** What stands between a day and a time of the day. */
const beforeClock: Record<Language, string> = { fi: ' klo ', sv: ' kl. ', en: ', ' };

/** 6/1/2027 is June to some readers of English and January to others: there the month is a word. */
export const dayParts = (language: Language) =>
  ({ day: 'numeric', month: language === 'en' ? 'short' : 'numeric', year: 'numeric' }) as const;

/** How a language says an instant, as a zone's clocks show it: 24.12.2026 klo 14.05, 24.12.2026 kl. 14.05, 24 Dec 2026, 14:05. */
export const createSayTime = (language: Language, timeZone: string): ((at: Date) => string) => {
  const locale = locales[language];
  const day = new Intl.DateTimeFormat(locale, { ...dayParts(language), timeZone });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
  return (at) => `${day.format(at)}${beforeClock[language]}${clock.format(at)}`;
};
