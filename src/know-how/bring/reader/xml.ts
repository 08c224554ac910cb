import { SaxesParser, type SaxesTagNS } from 'saxes';
import { mostDepth } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** The local name of a tag, without its namespace's prefix, and its attributes by local name. */
export type Tag = { name: string; attributes: Record<string, string> };

export type XmlHandlers = {
  open?(tag: Tag): void;
  close?(name: string): void;
  text?(text: string): void;
};

const attributesOf = ({ attributes }: SaxesTagNS): Record<string, string> =>
  Object.fromEntries(Object.values(attributes).map(({ local, value }) => [local, value]));

/**
 * Walks an XML document. One with a document type is refused: entities of its own, from inside or outside, come from there. Throws Unreadable.
 */
export const walkXml = (text: string, { open, close, text: onText }: XmlHandlers): void => {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable('hostile');
  });
  parser.on('error', () => {
    throw new Unreadable('broken');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > mostDepth) throw new Unreadable('hostile');
    open?.({ name: tag.local, attributes: attributesOf(tag) });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(tag.local);
  });
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.write(text).close();
};

/** A small XML document as a tree. */
export type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string };

export const parseXml = (text: string): XmlNode => {
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack = [top];
  walkXml(text, {
    open: ({ name, attributes }) => {
      const node: XmlNode = { name, attributes, children: [], text: '' };
      stack.at(-1)?.children.push(node);
      stack.push(node);
    },
    close: () => {
      stack.pop();
    },
    text: (words) => {
      const node = stack.at(-1);
      if (node) node.text += words;
    },
  });
  const [root] = top.children;
  if (!root) throw new Unreadable('broken');
  return root;
};
