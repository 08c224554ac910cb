import { decodeText } from './decode.ts';
import type { Raw, RawParagraph } from './types.ts';
import { walkXml } from './xml.ts';
import type { Unzipped } from './zip.ts';

/** Text that stands in a document but is not read aloud with it: what was deleted, codes of fields, alternatives of drawn boxes. */
const silent = ['del', 'moveFrom', 'instrText', 'delText', 'Fallback'];

/**
 * The text of word/document.xml by paragraphs, in the order it is written; a break within a paragraph ends a line, a table's cells of one row
 * follow each other. Pages are not in the file: Word makes them when it shows it.
 */
export const paragraphsOfWord = (xml: string): RawParagraph[] => {
  const paragraphs: RawParagraph[] = [];
  // A text box stands inside a paragraph and has paragraphs of its own.
  const open: string[] = [];
  let muted = 0;
  let isText = false;
  const add = (words: string) => {
    if (open.length > 0 && muted === 0) open[open.length - 1] += words;
  };
  walkXml(xml, {
    open: ({ name }) => {
      if (silent.includes(name)) muted += 1;
      if (name === 'p') open.push('');
      if (name === 't') isText = true;
      if (name === 'tab') add('\t');
      if (name === 'br' || name === 'cr') add('\n');
      if (name === 'noBreakHyphen') add('-');
    },
    text: (words) => {
      if (isText) add(words);
    },
    close: (name) => {
      if (silent.includes(name)) muted -= 1;
      if (name === 't') isText = false;
      if (name === 'p') paragraphs.push({ page: null, lines: (open.pop() ?? '').split('\n') });
    },
  });
  return paragraphs;
};

export const readDocx = async (zip: Unzipped): Promise<Raw> => {
  const xml = decodeText(await zip.read('word/document.xml'));
  return { pages: 0, paragraphs: paragraphsOfWord(xml) };
};
