import type { Doc, WriteCell } from './to-pdf.ts';

const gap = 10;

/** Where a row stands: known when its first cell is written, because what comes before has to be. */
type Row = { top: number; height: number };

/**
 * A table whose structure says which row each cell is in and that its first row heads the columns. Columns are equally wide; a row that does not fit
 * begins the next page.
 */
export const tableOf = (
  doc: Doc,
  { head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] },
  { write, heightOf }: WriteCell,
) => {
  const { left, right, bottom } = doc.page.margins;
  const width = (doc.page.width - left - right - gap * (head.length - 1)) / head.length;

  const cell = (text: string, at: number, row: Row, isHead: boolean) => {
    // `scope` is known to the library; its types do not list it yet.
    const options = isHead ? ({ scope: 'Column' } as object) : {};
    return doc.struct(isHead ? 'TH' : 'TD', options, () => {
      if (at === 0) {
        if (doc.y + row.height > doc.page.height - bottom) doc.addPage();
        row.top = doc.y;
      }
      write(text, { isHead, x: left + at * (width + gap), y: row.top, width });
      doc.x = left;
      doc.y = row.top + row.height;
    });
  };

  const rowOf = (cells: readonly string[], isHead: boolean) => {
    const height = Math.max(...cells.map((text) => heightOf(text, { isHead, width }))) + 6;
    const row: Row = { top: 0, height };
    return doc.struct(
      'TR',
      {},
      cells.map((text, at) => cell(text, at, row, isHead)),
    );
  };

  return doc.struct('Table', {}, [rowOf(head, true), ...rows.map((cells) => rowOf(cells, false))]);
};
