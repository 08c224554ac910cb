import { decodeText } from './decode.ts';
import type { Raw, RawParagraph } from './types.ts';
import { Unreadable } from './unreadable.ts';
import { parseXml, walkXml, type XmlNode } from './xml.ts';
import type { Unzipped } from './zip.ts';

/** What stands in content.xml and is not the document's text. */
const silent = ['tracked-changes', 'annotation', 'note-citation', 'scripts'];
const mostSpaces = 100;

/** The text of content.xml by paragraphs and headings. */
export const paragraphsOfOdt = (xml: string): RawParagraph[] => {
  const paragraphs: RawParagraph[] = [];
  const open: string[] = [];
  let muted = 0;
  const add = (words: string) => {
    if (open.length > 0 && muted === 0) open[open.length - 1] += words;
  };
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (silent.includes(name)) muted += 1;
      if (name === 'p' || name === 'h') open.push('');
      if (name === 's') add(' '.repeat(Math.min(Number(attributes.c ?? 1) || 1, mostSpaces)));
      if (name === 'tab') add('\t');
      if (name === 'line-break') add('\n');
    },
    text: add,
    close: (name) => {
      if (silent.includes(name)) muted -= 1;
      if (name === 'p' || name === 'h') paragraphs.push({ page: null, lines: (open.pop() ?? '').split('\n') });
    },
  });
  return paragraphs;
};

const isEncrypted = (node: XmlNode): boolean =>
  node.name === 'encryption-data' || node.children.some((child) => isEncrypted(child));

export const readOdt = async (zip: Unzipped): Promise<Raw> => {
  if (zip.names.includes('META-INF/manifest.xml')) {
    const manifest = decodeText(await zip.read('META-INF/manifest.xml'));
    if (isEncrypted(parseXml(manifest))) throw new Unreadable('encrypted');
  }
  return { pages: 0, paragraphs: paragraphsOfOdt(decodeText(await zip.read('content.xml'))) };
};
