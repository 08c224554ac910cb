/** A piece of text on a page: its left edge, its baseline from the top of the page, its width, and the height of its letters. */
export type Piece = { text: string; x: number; y: number; width: number; height: number };

/** Pieces side by side on one baseline. */
type Line = { pieces: Piece[]; x: number; right: number; y: number; height: number };

const right = ({ x, width }: Piece): number => x + width;

const asLine = (pieces: Piece[]): Line => ({
  pieces,
  x: Math.min(...pieces.map(({ x }) => x)),
  right: Math.max(...pieces.map(right)),
  y: Math.max(...pieces.map(({ y }) => y)),
  height: Math.max(...pieces.map(({ height }) => height)),
});

/** Gaps wider than this many letters' heights part columns; narrower ones are spaces between words. */
const columnGap = 1.8;

/** Pieces of one baseline that belong together, from left to right. */
const joinRow = (row: readonly Piece[]): Line[] => {
  const lines: Piece[][] = [];
  for (const piece of [...row].sort((a, b) => a.x - b.x)) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && piece.x - right(last) < columnGap * Math.max(last.height, piece.height)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(asLine);
};

const rowsOf = (pieces: readonly Piece[]): Piece[][] => {
  const rows: Piece[][] = [];
  let y = Number.NaN;
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(piece.y - y) <= 0.4 * piece.height) row.push(piece);
    else {
      rows.push([piece]);
      y = piece.y;
    }
  }
  return rows;
};

/** The widest upright strip that no line crosses, given as its middle; null where there is none between two real columns. */
const gutterOf = (lines: readonly Line[]): number | null => {
  const spans = [...lines].sort((a, b) => a.x - b.x);
  let best: { middle: number; width: number } | null = null;
  let reach = spans[0]?.right ?? 0;
  for (const [at, { x, right: end, height }] of spans.entries()) {
    const width = x - reach;
    const isColumn = at >= 2 && spans.length - at >= 2;
    if (isColumn && width > 0.8 * height && width > (best?.width ?? 0)) best = { middle: reach + width / 2, width };
    reach = Math.max(reach, end);
  }
  return best?.middle ?? null;
};

const isLabel = (text: string): boolean => /\d{4}/.test(text) || /:\s*$/.test(text);
const textOf = (line: Line): string => joinPieces(line.pieces);

/** The left column holds what its rows are about (years, "Employer:"), not a text of its own: then each row is read across. */
const areLabels = (left: readonly Line[], others: readonly Line[]): boolean => {
  const beside = left.filter(({ y, height }) => others.some((line) => Math.abs(line.y - y) < 0.4 * height));
  const labels = left.filter((line) => isLabel(textOf(line)));
  return beside.length >= 0.5 * left.length && labels.length >= 0.3 * left.length;
};

const overlap = (a: readonly Line[], b: readonly Line[]): boolean => {
  const [top, bottom] = [Math.min(...a.map(({ y }) => y)), Math.max(...a.map(({ y }) => y))];
  return b.some(({ y }) => y >= top && y <= bottom);
};

/** Parts of a page from top to bottom, cut at lines that reach over the middle strip of what stands above and below. */
const bands = (lines: readonly Line[]): Line[][] => {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const all: Line[][] = [];
  const [from, to] = [Math.min(...lines.map(({ x }) => x)), Math.max(...lines.map((line) => line.right))];
  let last = Number.NaN;
  for (const line of sorted) {
    const isWide = line.right - line.x > 0.7 * (to - from);
    const band = all.at(-1);
    const isGap = line.y - last > 2.6 * line.height;
    last = line.y;
    if (band && !isGap && band.every((one) => one.right - one.x > 0.7 * (to - from) === isWide)) band.push(line);
    else all.push([line]);
  }
  return all;
};

const mostCuts = 12;

/** Lines in the order a person reads them: columns one after the other where a page has columns, else from top to bottom. */
const inReadingOrder = (lines: readonly Line[], cuts = 0): Line[] => {
  const byRow = [...lines].sort((a, b) => (Math.abs(a.y - b.y) < 0.4 * a.height ? a.x - b.x : a.y - b.y));
  if (lines.length < 4 || cuts > mostCuts) return byRow;
  const middle = gutterOf(lines);
  if (middle !== null) {
    const left = lines.filter((line) => line.right <= middle);
    const others = lines.filter((line) => line.right > middle);
    if (overlap(left, others) && !areLabels(left, others))
      return [...inReadingOrder(left, cuts + 1), ...inReadingOrder(others, cuts + 1)];
    return byRow;
  }
  const parts = bands(lines);
  return parts.length > 1 ? parts.flatMap((part) => inReadingOrder(part, cuts + 1)) : byRow;
};

/** Words of a line with the spaces that are drawn as gaps. */
const joinPieces = (pieces: readonly Piece[]): string => {
  let text = '';
  let end: number | null = null;
  for (const piece of pieces) {
    const isApart = end !== null && piece.x - end > 0.15 * piece.height;
    if (isApart && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    text += piece.text;
    end = right(piece);
  }
  return text;
};

const isBeside = (a: Line, b: Line): boolean => Math.abs(a.y - b.y) < 0.4 * b.height && b.x > a.x;

/** A gap above, or letters of another size, begin a paragraph; so does a jump upwards to the next column. */
const isNewParagraph = (last: Line, line: Line): boolean => {
  if (isBeside(last, line)) return false;
  const step = line.y - last.y;
  const size = Math.max(last.height, line.height);
  return step < 0 || step > 1.75 * size || Math.abs(last.height - line.height) > 0.2 * size;
};

/** The page's text: paragraphs of lines, in reading order. What stands side by side on a row is parted by a tab. */
export const paragraphsOfPage = (pieces: readonly Piece[]): string[][] => {
  const lines = rowsOf(pieces.filter(({ text }) => text.trim() !== '')).flatMap(joinRow);
  const paragraphs: string[][] = [];
  let last: Line | null = null;
  for (const line of inReadingOrder(lines)) {
    const text = textOf(line);
    const paragraph = paragraphs.at(-1);
    if (!paragraph || !last || isNewParagraph(last, line)) paragraphs.push([text]);
    else if (isBeside(last, line)) paragraph[paragraph.length - 1] += `\t${text}`;
    else paragraph.push(text);
    last = line;
  }
  return paragraphs;
};
