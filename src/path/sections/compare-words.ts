/** A run of words of two texts compared: in both, only in the earlier one, only in the later one. */
export type Compared = { what: 'same' | 'gone' | 'new'; text: string };

/** What differs between longer texts than this is shown whole: the comparison takes time by the product of their words. */
const mostWords = 800;

const split = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/** How many words from each place to the ends the two have in common at most, place by place. */
const commonFrom = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  let below = new Uint16Array(after.length + 1);
  const table = [below];
  for (const word of [...before].reverse()) {
    const line = new Uint16Array(after.length + 1);
    for (let column = after.length - 1; column >= 0; column -= 1)
      line[column] =
        word === after[column] ? (below[column + 1] ?? 0) + 1 : Math.max(below[column] ?? 0, line[column + 1] ?? 0);
    table.push(line);
    below = line;
  }
  return table.reverse();
};

const differing = (before: readonly string[], after: readonly string[]): Compared[] => {
  if (before.length > mostWords || after.length > mostWords)
    return [
      { what: 'gone', text: before.join('') },
      { what: 'new', text: after.join('') },
    ];
  const table = commonFrom(before, after);
  const runs: Compared[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, now] = [before[row], after[column]];
    const isGone = (table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0);
    if (old !== undefined && old === now) {
      runs.push({ what: 'same', text: old });
      row += 1;
      column += 1;
    } else if (old !== undefined && (now === undefined || isGone)) {
      runs.push({ what: 'gone', text: old });
      row += 1;
    } else {
      runs.push({ what: 'new', text: now ?? '' });
      column += 1;
    }
  }
  return runs;
};

const joined = (runs: readonly Compared[]): Compared[] => {
  const all: Compared[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.what === run.what) last.text += run.text;
    else if (run.text !== '') all.push({ ...run });
  }
  return all;
};

/**
 * Two versions of a text as runs of words: what stayed, what went, what came. The kept and new ones make the later text, the kept and gone ones the
 * earlier.
 */
export const compareWords = (earlier: string, later: string): Compared[] => {
  const [before, after] = [split(earlier), split(later)];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return joined([
    { what: 'same', text: before.slice(0, start).join('') },
    ...differing(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    { what: 'same', text: end === 0 ? '' : before.slice(-end).join('') },
  ]);
};
