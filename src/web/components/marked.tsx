export type Segment = { text: string; isMarked: boolean };

/** Cuts a text into marked and plain segments. Ranges are [start, end) in UTF-16 units, in any order, and may overlap. */
export const segmentsOf = (text: string, ranges: readonly { start: number; end: number }[]): Segment[] => {
  const segments: Segment[] = [];
  let at = 0;
  const add = (until: number, isMarked: boolean) => {
    if (until <= at) return;
    const last = segments.at(-1);
    const piece = text.slice(at, until);
    if (last?.isMarked === isMarked) last.text += piece;
    else segments.push({ text: piece, isMarked });
    at = until;
  };
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return segments;
};

/** Somebody's own words, with those that caused something marked in them. */
export const Marked = ({ segments }: { segments: readonly Segment[] }) => (
  <p className="words marked">
    {segments.map(({ text, isMarked }, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
      isMarked ? <mark key={index}>{text}</mark> : text,
    )}
  </p>
);
