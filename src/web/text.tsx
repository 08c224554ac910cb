import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../kernel/languages.ts';
import { createText, locales, type Values } from '../kernel/say.ts';
import type { MessageKey } from '../messages/index.ts';

export type Text = {
  language: Language;
  t(key: MessageKey, values?: Values): string;
  /** A day (YYYY-MM-DD), in the reader's language. */
  day(day: string): string;
  /** An instant (ISO string or Date) as day and time in Finland. */
  time(at: string | Date): string;
  number(value: number): string;
};

const TextContext = createContext<Text | null>(null);

export const makeText = (language: Language, t: Text['t']): Text => {
  const locale = locales[language];
  // 6/1/2027 is June to some readers of English and January to others: there the month is a word.
  const month = language === 'en' ? 'short' : 'numeric';
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  });
  const timeFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month,
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Helsinki',
  });
  const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    language,
    t,
    day: (day) => dayFormat.format(new Date(`${day}T12:00:00Z`)),
    time: (at) => timeFormat.format(new Date(at)),
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
