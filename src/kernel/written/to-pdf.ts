import PDFDocument from 'pdfkit';
import { locales } from '../say.ts';
import { fontFile, runsOf, scripts, type Weight, weights } from './pdf-fonts.ts';
import { tableOf } from './pdf-table.ts';
import type { Block, Written } from './written.ts';

type Style = { tag: string; size: number; weight: Weight; color: string; before: number };

const ink = '#1b1b1b';
const quiet = '#4a4a4a';
const styles: Record<Exclude<Block['kind'], 'list' | 'table' | 'newPage'> | 'item' | 'head' | 'cell', Style> = {
  title: { tag: 'H1', size: 22, weight: 600, color: ink, before: 0 },
  heading: { tag: 'H2', size: 14, weight: 600, color: ink, before: 14 },
  subheading: { tag: 'H3', size: 11.5, weight: 600, color: ink, before: 8 },
  text: { tag: 'P', size: 11, weight: 400, color: ink, before: 2 },
  quiet: { tag: 'P', size: 10, weight: 400, color: quiet, before: 2 },
  closing: { tag: 'P', size: 10, weight: 400, color: quiet, before: 18 },
  item: { tag: 'LBody', size: 11, weight: 400, color: ink, before: 2 },
  head: { tag: 'TH', size: 10, weight: 600, color: ink, before: 0 },
  cell: { tag: 'TD', size: 10, weight: 400, color: ink, before: 0 },
};

export type Doc = PDFKit.PDFDocument;
type Place = { x: number; y: number; width: number };

const write = (doc: Doc, text: string, { size, weight, color }: Style, place?: Place): void => {
  const runs = runsOf(text);
  doc.fillColor(color).fontSize(size);
  runs.forEach(({ text: part, script }, at) => {
    const options = { continued: at < runs.length - 1, lineGap: 2 };
    doc.font(`${script}-${weight}`);
    if (at === 0 && place) doc.text(part, place.x, place.y, { ...options, width: place.width });
    else doc.text(part, options);
  });
};

export type WriteCell = {
  write(text: string, place: Place & { isHead: boolean }): void;
  /** In points, as high as the text needs in so wide a column. */
  heightOf(text: string, place: { isHead: boolean; width: number }): number;
};

const cellsOf = (doc: Doc): WriteCell => ({
  write: (text, { isHead, ...place }) => write(doc, text, isHead ? styles.head : styles.cell, place),
  heightOf: (text, { isHead, width }) => {
    const { size, weight } = isHead ? styles.head : styles.cell;
    return doc.font(`latin-${weight}`).fontSize(size).heightOfString(text, { width, lineGap: 2 });
  },
});

const element = (doc: Doc, style: Style, text: string, lang?: string) =>
  doc.struct(style.tag, lang ? { lang } : {}, () => {
    doc.y += style.before;
    write(doc, text, style);
  });

const listOf = (doc: Doc, items: readonly string[]) =>
  doc.struct(
    'L',
    {},
    items.map((item) =>
      doc.struct('LI', {}, [
        doc.struct('LBody', {}, () => {
          doc.y += styles.item.before;
          write(doc, `• ${item}`, styles.item);
        }),
      ]),
    ),
  );

const structOf = (doc: Doc, block: Exclude<Block, { kind: 'newPage' }>) => {
  if (block.kind === 'list') return listOf(doc, block.items);
  if (block.kind === 'table') return tableOf(doc, block, cellsOf(doc));
  return element(doc, styles[block.kind], block.text, block.language && locales[block.language]);
};

/**
 * A written document as an accessible, tagged PDF (PDF/UA): headings, lists, tables and languages are marked, fonts are inside. A4. Characters that Source
 * Sans has not got (Arabic, Chinese) are shown as a sign of something missing; the DOCX has them.
 */
export const toPdf = (written: Written): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const lang = locales[written.language];
    const doc = new PDFDocument({
      size: 'A4',
      margin: 56,
      pdfVersion: '1.7',
      // Known to the library; its types do not list it yet.
      subset: 'PDF/UA' as never,
      tagged: true,
      displayTitle: true,
      lang,
      info: { Title: written.title, Author: written.author },
      // None yet: the library's own default would not be inside the file.
      font: '',
    });
    for (const script of scripts)
      for (const weight of weights) doc.registerFont(`${script}-${weight}`, fontFile(script, weight));
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    const root = doc.struct('Document', { lang });
    doc.addStructure(root);
    for (const block of written.blocks) {
      if (block.kind === 'newPage') doc.addPage();
      else root.add(structOf(doc, block));
    }
    root.end();
    doc.end();
  });
