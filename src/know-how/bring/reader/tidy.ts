import { mostCharacters, mostParagraphs } from './limits.ts';
import type { RawParagraph } from './types.ts';
import { Unreadable } from './unreadable.ts';

/** A line longer than any line is cut where a word ends: what looks at lines stays quick. */
const longestLine = 2000;

const cut = (line: string): string[] => {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > longestLine) {
    const space = rest.lastIndexOf(' ', longestLine);
    const at = space > longestLine / 2 ? space : longestLine;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
};

/** Several spaces beside a year are a column drawn with spaces: "2019 –   Kokki". */
const withColumns = (line: string): string => (/\d{4}/.test(line) ? line.replace(/ {2,}/g, '\t') : line);

/** A line as it is read: NFC, no control signs, hyphens of line breaks and ligatures as letters, spaces one by one; tabs stay. */
const tidyLine = (line: string): string =>
  withColumns(line)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC'))
    .replace(/\u00ad/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: just those are taken away
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufffd]/g, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t[\t ]*/g, '\t')
    .trim();

/** Paragraphs without empty lines and empty paragraphs. Throws Unreadable: 'noText' where no text is left, 'tooLong' for more than 50 pages of it. */
export const tidy = (paragraphs: readonly RawParagraph[]): RawParagraph[] => {
  const tidied = paragraphs
    .map(({ page, lines }) => ({ page, lines: lines.flatMap(cut).map(tidyLine).filter(Boolean) }))
    .filter(({ lines }) => lines.length > 0);
  const length = tidied.reduce((sum, { lines }) => sum + lines.join(' ').length, 0);
  if (!tidied.some(({ lines }) => /\p{L}{2}/u.test(lines.join(' ')))) throw new Unreadable('noText');
  if (length > mostCharacters || tidied.length > mostParagraphs) throw new Unreadable('tooLong');
  return tidied;
};
