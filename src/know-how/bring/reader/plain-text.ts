import { decodeText } from './decode.ts';
import type { Raw } from './types.ts';

/** Paragraphs of a text are parted by an empty line; a form feed begins a page. */
export const readPlainText = (bytes: Uint8Array): Raw => {
  const text = decodeText(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
  const pages = text.replace(/\f\s*$/, '').split('\f');
  const paragraphs = pages.flatMap((page, at) =>
    page
      .split(/\n[ \t]*(?:\n[ \t]*)+/)
      .map((block) => ({ page: pages.length > 1 ? at + 1 : null, lines: block.split('\n') })),
  );
  return { pages: pages.length > 1 ? pages.length : 0, paragraphs };
};
