import { type HeadingPart, headingIn } from './headings.ts';
import { leaveOut } from './leave-out.ts';
import type { Part, PrivateKind, RawParagraph } from './types.ts';

/** A line of a part, and the paragraph it stands in (its place in `paragraphs`). */
export type PartLine = { text: string; at: number; isBullet: boolean };

/** A part of a CV: what stands under one heading. */
export type Block = { part: Part | null; heading: string; lines: PartLine[] };

type KeptParagraph = { page: number | null; part: Part | null; lines: string[] };

export type Blocks = { paragraphs: KeptParagraph[]; blocks: Block[]; leftOut: PrivateKind[] };

const bullet = /^(?:[•▪●○◦‣∙·*➢➤✓✔►□■–—-]|o(?=\s{1,3}\p{Lu}))\s*(?=\S)/u;

const keptPart = (part: HeadingPart | null): Part | null => (part === 'contact' || part === 'references' ? null : part);

/** Parts a document into what stands under which heading, leaving out what is private. References are other people's: they go whole. */
export const cutIntoBlocks = (raw: readonly RawParagraph[]): Blocks => {
  const paragraphs: KeptParagraph[] = [];
  const blocks: Block[] = [{ part: null, heading: '', lines: [] }];
  const leftOut = new Set<PrivateKind>();
  let part: HeadingPart | null = null;
  const write = (line: string, page: number | null, isFirst: boolean): boolean => {
    const { text, kinds } = leaveOut(line);
    for (const kind of kinds) leftOut.add(kind);
    if (part === 'references') leftOut.add('references');
    if (text === null || part === 'references') return false;
    if (isFirst) paragraphs.push({ page, part: keptPart(part), lines: [] });
    paragraphs.at(-1)?.lines.push(text);
    blocks
      .at(-1)
      ?.lines.push({ text: text.replace(bullet, ''), at: paragraphs.length - 1, isBullet: bullet.test(text) });
    return true;
  };
  for (const { page, lines } of raw) {
    let isFirst = true;
    for (const line of lines) {
      const heading = headingIn(line.replace(bullet, ''));
      if (heading) {
        part = heading.part;
        blocks.push({ part: keptPart(part), heading: line, lines: [] });
        if (heading.rest !== '') write(heading.rest, page, true);
        isFirst = true;
      } else if (write(line, page, isFirst)) isFirst = false;
    }
  }
  return { paragraphs, blocks, leftOut: [...leftOut] };
};
