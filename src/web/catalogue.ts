import type { Language } from '../kernel/languages.ts';
import { catalogues } from '../messages/index.ts';

const ready = new Map<string, string>();

/**
 * The texts under some prefixes in one language, as JSON safe inside a script element. In the browser the page's own element is given back,
 * and the message files stay on the server.
 */
export const catalogueFor = (language: Language, prefixes: readonly string[]): string => {
  if (!import.meta.env.SSR) return document.getElementById('texts')?.textContent ?? '{}';
  const name = `${language} ${prefixes.join(' ')}`;
  const known = ready.get(name);
  if (known) return known;
  const texts = Object.entries(catalogues[language]).filter(([key]) =>
    prefixes.some((prefix) => key.startsWith(prefix)),
  );
  const made = JSON.stringify(Object.fromEntries(texts)).replaceAll('<', '\\u003c');
  ready.set(name, made);
  return made;
};
