import { Unreadable } from './unreadable.ts';

/** What the bytes are, whatever the file is called. `xml`, `json` and `zip` are looked into further by their readers. */
export type Sniffed = 'pdf' | 'zip' | 'xml' | 'json' | 'text';

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1');

/** Beginnings of files that no text begins with. */
const pictures = ['\xff\xd8\xff', '\x89PNG', 'GIF8', 'BM', 'II*\0', 'MM\0*', 'RIFF'];
const packed = ['Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ'];
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** HEIC and AVIF name themselves in the second four bytes. */
const isPicture = (bytes: Uint8Array): boolean => {
  const start = ascii(bytes, 0, 4);
  return pictures.some((sign) => start.startsWith(sign)) || ascii(bytes, 4, 4) === 'ftyp';
};

const holdsUtf16 = (bytes: Uint8Array, words: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(words, 'utf16le'));

/** The first sign of a text that is no space, whatever the encoding. */
const firstSign = (bytes: Uint8Array): string => {
  const start = ascii(bytes, 0, 4096).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  return /[^\s\0]/.exec(start)?.[0] ?? '';
};

const isUtf16 = (bytes: Uint8Array): boolean => ['\xff\xfe', '\xfe\xff'].includes(ascii(bytes, 0, 2));

/** Control signs do not stand in texts; a file that is full of them is no text. */
const isText = (bytes: Uint8Array): boolean => {
  if (isUtf16(bytes)) return true;
  const start = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of start) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls += 1;
  // UTF-16 without its mark: every other byte of a Western text is 0.
  const zeros = start.filter((byte) => byte === 0).length;
  return controls <= start.length / 200 || (zeros === controls && zeros > start.length / 3);
};

/** Tells what a file is by its content. Throws Unreadable for what we do not read, naming it where we know it. */
export const sniff = (bytes: Uint8Array): Sniffed => {
  if (bytes.length === 0) throw new Unreadable('empty');
  const start = ascii(bytes, 0, 8);
  // Some programs write a line before the mark; pdf.js and all viewers allow for the first kilobyte.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start === compoundFile) throw new Unreadable(holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWord');
  if (start.startsWith('{\\rtf')) throw new Unreadable('oldWord');
  if (packed.some((sign) => start.startsWith(sign))) throw new Unreadable('packed');
  if (isPicture(bytes)) throw new Unreadable('picture');
  const first = firstSign(bytes);
  if (first === '') throw new Unreadable('empty');
  if (!isText(bytes)) throw new Unreadable('unknownKind');
  if (first === '<') return 'xml';
  return first === '{' || first === '[' ? 'json' : 'text';
};
