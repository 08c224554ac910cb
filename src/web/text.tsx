import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../kernel/languages.ts';
import { createText, locales, type Values } from '../kernel/say.ts';
import { createSayTime, dayParts } from '../kernel/say-time.ts';
import type { MessageKey } from '../messages/index.ts';

export type Text = {
  language: Language;
  t(key: MessageKey, values?: Values): string;
  /** A day (YYYY-MM-DD), in the reader's language. */
  day(day: string): string;
  /** An instant (ISO string or Date) as day and time in Finland: 24.12.2026 klo 14.05, 24.12.2026 kl. 14.05, 24 Dec 2026, 14:05. */
  time(at: string | Date): string;
  /** Only the time of the day, in a city's zone: 14.05, in English 14:05. */
  clock(at: string | Date, timeZone?: string): string;
  number(value: number): string;
};

const TextContext = createContext<Text | null>(null);

const home = 'Europe/Helsinki';
export const makeText = (language: Language, t: Text['t']): Text => {
  const locale = locales[language];
  const dayFormat = new Intl.DateTimeFormat(locale, { ...dayParts(language), timeZone: 'UTC' });
  const sayTime = createSayTime(language, home);
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const clockIn = (timeZone: string): Intl.DateTimeFormat => {
    const known = clocks.get(timeZone);
    if (known) return known;
    const made = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
    clocks.set(timeZone, made);
    return made;
  };
  const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    language,
    t,
    day: (day) => dayFormat.format(new Date(`${day}T12:00:00Z`)),
    time: (at) => sayTime(new Date(at)),
    clock: (at, timeZone = home) => clockIn(timeZone).format(new Date(at)),
    number: (value) => numberFormat.format(value),
  };
};

/** In the browser: only the texts this page's script needs, in this page's language. */
export const textOfCatalogue = (language: Language, catalogue: Record<string, string>): Text =>
  makeText(language, createText(language, catalogue));

export const TextProvider = ({ text, children }: { text: Text; children: ReactNode }) => (
  <TextContext value={text}>{children}</TextContext>
);

/** The page's texts and formats. Every word on a page comes from here. */
export const useText = (): Text => {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText outside a page');
  return text;
};
