import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Language } from '../languages.ts';
import { locales } from '../say.ts';
import type { Block, Written } from './written.ts';

const run = (text: string, language: Language, more: { color?: string } = {}) =>
  new TextRun({ text, language: { value: locales[language] }, ...more });

const headings = { title: HeadingLevel.TITLE, heading: HeadingLevel.HEADING_1, subheading: HeadingLevel.HEADING_2 };

const paragraphsOf = (block: Block, language: Language): Paragraph[] => {
  if (block.kind === 'list')
    return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: [run(item, language)] }));
  if (block.kind === 'text') return [new Paragraph({ children: [run(block.text, block.language)] })];
  if (block.kind === 'quiet' || block.kind === 'closing')
    return [new Paragraph({ children: [run(block.text, language, { color: '4A4A4A' })] })];
  return [new Paragraph({ heading: headings[block.kind], children: [run(block.text, language)] })];
};

/** A written document as a Word document with real headings, lists and languages, to go on editing. */
export const toDocx = async (written: Written): Promise<Buffer> => {
  const document = new Document({
    title: written.title,
    creator: written.author,
    styles: { default: { document: { run: { language: { value: locales[written.language] }, size: 22 } } } },
    sections: [{ children: written.blocks.flatMap((block) => paragraphsOf(block, written.language)) }],
  });
  return Packer.toBuffer(document);
};
