import type { Span } from './recogniser/types.ts';

/** A part of a text, and whose words it is: none for plain text. */
export type Segment = { text: string; ids: string[] };
export type Mark = { id: string; because: readonly Span[] };

type Place = Span & { id: string };

const within = (length: number, { id, because }: Mark): Place[] =>
  because
    .map(({ start, end }) => ({ id, start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end);

/**
 * Cuts a text at the marks' edges: the parts put together are the text again, and each says which marks lie over it.
 * Places outside the text, empty or the wrong way round are left out.
 */
export const cutIntoSegments = (text: string, marks: readonly Mark[]): Segment[] => {
  const places = marks.flatMap((mark) => within(text.length, mark));
  const edges = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const segments: Segment[] = [];
  for (const [at, start] of edges.entries()) {
    const end = edges[at + 1];
    if (end === undefined) break;
    const over = places.filter((place) => place.start <= start && end <= place.end);
    segments.push({ text: text.slice(start, end), ids: [...new Set(over.map(({ id }) => id))] });
  }
  return segments;
};
