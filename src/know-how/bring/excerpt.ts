import type { Span } from '../recogniser/types.ts';

const around = 110;

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
