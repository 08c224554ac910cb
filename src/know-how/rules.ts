import type { Span } from './recogniser/types.ts';
import type { KnowHowState } from './tables.ts';

export const decisions = ['keep', 'drop', 'bringBack'] as const;
export type Decision = (typeof decisions)[number];

/** What a customer may decide of their know-how, from which states, and what it is then. Nobody else decides, and nothing is decided by itself. */
const moves: Record<Decision, { from: readonly KnowHowState[]; to: KnowHowState }> = {
  keep: { from: ['suggested'], to: 'kept' },
  drop: { from: ['suggested', 'kept'], to: 'dropped' },
  bringBack: { from: ['dropped'], to: 'kept' },
};

/** The state after a decision; null when it cannot be made from here. */
export const decide = (state: KnowHowState, decision: Decision): KnowHowState | null =>
  moves[decision].from.includes(state) ? moves[decision].to : null;

export const longestStory = 5000;

/** More at once than this is work, not a gift; telling more brings more. */
export const mostSuggested = 15;

/** The words at some places of a text. */
export const wordsAt = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

const placeOf = (text: string, words: string, from: number): Span | null => {
  for (let start = text.indexOf(words, from); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!isWordSign(text[start - 1]) && !isWordSign(text[end])) return { start, end };
  }
  return null;
};

/** Where the same words, whole and in the same order, stand in a changed text; null when one of them is gone. */
export const findAgain = (text: string, words: readonly string[]): Span[] | null => {
  const spans: Span[] = [];
  for (const one of words) {
    const place = one === '' ? null : placeOf(text, one, spans.at(-1)?.end ?? 0);
    if (!place) return null;
    spans.push(place);
  }
  return spans.length > 0 ? spans : null;
};
