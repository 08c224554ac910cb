import type { Span } from '../recogniser/types.ts';

const around = 110;

/** The line or sentence that holds a place of a text, from and to. */
const sentenceAround = (text: string, at: number): [number, number] => {
  const ends = [...text.matchAll(/\n|[.!?;]\s/g)].map(({ index, 0: sign }) => ({
    start: index,
    end: index + sign.length,
  }));
  const start = ends.findLast(({ end }) => end <= at)?.end ?? 0;
  const end = ends.find((one) => one.start >= at);
  return [start, end === undefined ? text.length : text[end.start] === '\n' ? end.start : end.start + 1];
};

/** The line or sentence of the first marked words, with the marks in it moved along; a long one cut around them. Without marks the text's beginning. */
export const clauseOf = (text: string, spans: readonly Span[]): { text: string; spans: Span[] } => {
  const [first] = spans;
  if (!first) return excerptOf(text, spans);
  const [start, end] = sentenceAround(text, first.start);
  const inIt = spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start, end: span.end - start }));
  return inIt.length === 0 ? excerptOf(text, spans) : excerptOf(text.slice(start, end), inIt);
};

/** A part of a text around its first marked words, cut where words end, with the marks moved along. A short text stays whole. */
export const excerptOf = (text: string, spans: readonly Span[]): { text: string; spans: Span[] } => {
  const [first] = spans;
  if (text.length <= 2 * around + 60) return { text, spans: [...spans] };
  const wantedStart = Math.max(0, (first?.start ?? 0) - around);
  const wantedEnd = Math.min(text.length, (first?.end ?? 0) + around);
  const space = text.indexOf(' ', wantedStart);
  const start = wantedStart === 0 || space < 0 || space > (first?.start ?? 0) ? wantedStart : space + 1;
  const lastSpace = text.lastIndexOf(' ', wantedEnd);
  const end = wantedEnd === text.length || lastSpace < (first?.end ?? 0) ? wantedEnd : lastSpace;
  const before = start > 0 ? '… ' : '';
  const moved = spans
    .map((span) => ({
      start: span.start - start + before.length,
      end: Math.min(span.end, end) - start + before.length,
    }))
    .filter((span) => span.start >= before.length && span.end > span.start);
  return { text: `${before}${text.slice(start, end)}${end < text.length ? ' …' : ''}`, spans: moved };
};
