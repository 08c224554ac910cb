import type { Block } from '../../../kernel/written/written.ts';
import { Section } from '../../../web/components/layout.tsx';

/** Its place in the document: two pieces can say the same, and they never change places. */
type Placed = { place: number; block: Block };
type Part = { place: number; heading: string | null; pieces: Placed[] };

/** Headings with what stands under each. */
const partsOf = (blocks: readonly Block[]): Part[] => {
  const parts: Part[] = [{ place: -1, heading: null, pieces: [] }];
  blocks.forEach((block, place) => {
    if (block.kind === 'heading') parts.push({ place, heading: block.text, pieces: [] });
    else parts.at(-1)?.pieces.push({ place, block });
  });
  return parts.filter(({ heading, pieces }) => heading !== null || pieces.length > 0);
};

const Piece = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'subheading':
      return <h3 className="step__title">{block.text}</h3>;
    case 'text':
      return <p className="words">{block.text}</p>;
    case 'table':
    case 'newPage':
      // Of lists to print alone; no document on a page has them.
      return null;
    default:
      return <p className="quiet">{block.text}</p>;
  }
};

/** A written document on a page: the same pieces its PDF is made of. */
export const WrittenBlocks = ({ blocks }: { blocks: readonly Block[] }) =>
  partsOf(blocks).map((part) => {
    const pieces = part.pieces.map(({ place, block }) => <Piece key={place} block={block} />);
    return part.heading === null ? (
      <div key={part.place}>{pieces}</div>
    ) : (
      <Section key={part.place} title={part.heading}>
        {pieces}
      </Section>
    );
  });
