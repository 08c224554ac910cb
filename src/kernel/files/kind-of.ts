import { isUtf8 } from 'node:buffer';
import { type FileKind, WrongFile } from './kinds.ts';
import { listZip } from './list-zip.ts';

const latin1 = (bytes: Buffer, from: number, to: number): string => bytes.subarray(from, to).toString('latin1');

/** Programs that open PDF look for its mark in the first kilobyte, whatever stands before. */
const isAlsoPdf = (bytes: Buffer): boolean => latin1(bytes, 0, 1024 + 5).includes('%PDF-');

const endOfZip = Buffer.from('PK\x05\x06', 'latin1');
const inDirectory = Buffer.from('PK\x01\x02', 'latin1');

/** Programs that open archives look for their directory from the end on, whatever stands before. */
const isAlsoZip = (bytes: Buffer): boolean => {
  const from = Math.max(0, bytes.length - 66_000);
  const tail = bytes.subarray(from);
  for (let at = tail.indexOf(endOfZip); at >= 0; at = tail.indexOf(endOfZip, at + 1)) {
    if (at + 22 > tail.length) return false;
    const start = from + at - tail.readUInt32LE(at + 12);
    const isEmpty = tail.readUInt16LE(at + 10) === 0;
    if (isEmpty || (start >= 0 && bytes.subarray(start, start + 4).equals(inDirectory))) return true;
  }
  return false;
};

const oneKindOnly = (bytes: Buffer, kind: FileKind): FileKind => {
  if (kind !== 'pdf' && isAlsoPdf(bytes)) throw new WrongFile('twoKinds');
  if (kind !== 'docx' && kind !== 'odt' && isAlsoZip(bytes)) throw new WrongFile('twoKinds');
  return kind;
};

const checkPdf = (bytes: Buffer): FileKind => {
  if (!latin1(bytes, bytes.length - 2048, bytes.length).includes('%%EOF')) throw new WrongFile('broken');
  return 'pdf';
};

const pngEnd = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

const checkPng = (bytes: Buffer): FileKind => {
  if (latin1(bytes, 12, 16) !== 'IHDR' || !bytes.subarray(-pngEnd.length).equals(pngEnd)) throw new WrongFile('broken');
  return 'png';
};

/** Cameras write more behind a picture's end; that it has one is asked. */
const checkJpg = (bytes: Buffer): FileKind => {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4) throw new WrongFile('broken');
  return 'jpg';
};

const odtMark = 'mimetypeapplication/vnd.oasis.opendocument.text';

const checkZip = async (bytes: Buffer): Promise<FileKind> => {
  const names = await listZip(bytes);
  if (names.some((name) => /vbaproject\.bin$|^basic\/|^scripts\//i.test(name))) throw new WrongFile('macros');
  // ODF keeps its kind in its first file, not packed. A template or drawing goes on where a text ends.
  if (names.includes('content.xml') && latin1(bytes, 30, 30 + odtMark.length + 2) === `${odtMark}PK`) return 'odt';
  if (names.includes('[Content_Types].xml') && names.includes('word/document.xml')) return 'docx';
  throw new WrongFile('kind');
};

/** What is written in letters, and is read by a program as more than a text. */
const isProgram = (start: string): boolean =>
  /^\s*(?:<!doctype|<html|<svg|<\?|<script|<!--|#!|\{\\rtf|%!|mz[^\s\w])/i.test(start);

const isText = (bytes: Buffer): boolean => {
  const isUtf16 = ['\xff\xfe', '\xfe\xff'].includes(latin1(bytes, 0, 2));
  if (isUtf16) return bytes.length % 2 === 0;
  if (bytes.includes(0)) return false;
  const start = bytes.subarray(0, 65_536);
  // Windows-1252, as some programs still write it, has no controls either.
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127).length;
  return isUtf8(bytes) ? controls <= start.length / 200 : controls === 0;
};

const checkText = (bytes: Buffer): FileKind => {
  const start = latin1(bytes, 0, 4096)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (!isText(bytes) || isProgram(start)) throw new WrongFile('kind');
  return 'txt';
};

/**
 * What kind of file the bytes are, told by the bytes alone. Nothing of an archive is unpacked. Throws WrongFile for what is of no kind that is taken,
 * or of two at once.
 */
export const kindOf = async (bytes: Buffer): Promise<FileKind> => {
  if (bytes.length === 0) throw new WrongFile('empty');
  if (latin1(bytes, 0, 5) === '%PDF-') return oneKindOnly(bytes, checkPdf(bytes));
  if (latin1(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return oneKindOnly(bytes, checkPng(bytes));
  if (latin1(bytes, 0, 3) === '\xff\xd8\xff') return oneKindOnly(bytes, checkJpg(bytes));
  if (latin1(bytes, 0, 4) === 'PK\x03\x04') return oneKindOnly(bytes, await checkZip(bytes));
  return oneKindOnly(bytes, checkText(bytes));
};
