import { Document, HeadingLevel, Packer, PageBreak, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { Language } from '../languages.ts';
import { locales } from '../say.ts';
import type { Block, Written } from './written.ts';

const run = (text: string, language: Language, more: { color?: string } = {}) =>
  new TextRun({ text, language: { value: locales[language] }, ...more });

const headings = { title: HeadingLevel.TITLE, heading: HeadingLevel.HEADING_1, subheading: HeadingLevel.HEADING_2 };

const rowOf = (cells: readonly string[], language: Language, isHead: boolean) =>
  new TableRow({
    tableHeader: isHead,
    children: cells.map((text) => new TableCell({ children: [new Paragraph({ children: [run(text, language)] })] })),
  });

const piecesOf = (block: Block, language: Language): (Paragraph | Table)[] => {
  if (block.kind === 'newPage') return [new Paragraph({ children: [new PageBreak()] })];
  if (block.kind === 'table')
    return [
      new Table({ rows: [block.head, ...block.rows].map((cells, at) => rowOf(cells, language, at === 0)) }),
      // Word joins a table to the next one without a paragraph between.
      new Paragraph({ children: [] }),
    ];
  if (block.kind === 'list')
    return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: [run(item, language)] }));
  const own = block.language ?? language;
  if (block.kind === 'text') return [new Paragraph({ children: [run(block.text, own)] })];
  if (block.kind === 'quiet' || block.kind === 'closing')
    return [new Paragraph({ children: [run(block.text, own, { color: '4A4A4A' })] })];
  return [new Paragraph({ heading: headings[block.kind], children: [run(block.text, own)] })];
};

/** A written document as a Word document with real headings, lists, tables and languages, to go on editing. */
export const toDocx = async (written: Written): Promise<Buffer> => {
  const document = new Document({
    title: written.title,
    creator: written.author,
    styles: { default: { document: { run: { language: { value: locales[written.language] }, size: 22 } } } },
    sections: [{ children: written.blocks.flatMap((block) => piecesOf(block, written.language)) }],
  });
  return Packer.toBuffer(document);
};
