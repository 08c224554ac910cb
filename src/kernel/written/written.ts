import type { Language } from '../languages.ts';

/**
 * One piece of a written document, in reading order. `language`: the writer's or reader's own, where it may differ from the document's. A table has
 * short cells in one language and as many columns as its head; what follows `newPage` begins on a page of its own.
 */
export type Block =
  | { kind: 'title' | 'heading' | 'subheading' | 'quiet' | 'closing'; text: string; language?: Language }
  | { kind: 'text'; text: string; language: Language }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'newPage' };

/** A document to read, on paper or on a screen. `author`: whose it is. */
export type Written = { title: string; language: Language; author: string; blocks: Block[] };

/** Somebody's words, a paragraph a line; nothing for empty lines. */
export const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
