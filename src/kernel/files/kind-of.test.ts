import { describe, expect, test } from 'vitest';
import { cleanName } from './clean-name.ts';
import { aDocx, aJpg, anOdt, aPdf, aPng, type ZipFile, zipOf } from './fixtures.ts';
import { kindOf } from './kind-of.ts';
import { type FileKind, type FileWrong, WrongFile } from './kinds.ts';

const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Hyvää päivää', 'utf16le')]);

const taken: readonly (readonly [name: string, kind: FileKind, bytes: Buffer])[] = [
  ['a PDF', 'pdf', aPdf()],
  ['a Word document', 'docx', aDocx()],
  ['an ODF text', 'odt', anOdt()],
  ['a JPEG', 'jpg', aJpg()],
  ['a JPEG with what cameras write behind it', 'jpg', aJpg('Image_UTC_Data1700000000')],
  ['a PNG', 'png', aPng()],
  ['a text', 'txt', Buffer.from('Hyvää päivää,\n\ttässä todistus.\r\n')],
  ['a text as Windows writes it', 'txt', Buffer.from('Hyvää päivää', 'latin1')],
  ['a text in UTF-16', 'txt', utf16],
  ['a text that tells of 3 < 4 and PK', 'txt', Buffer.from('PK voitti, koska 3 < 4 <3')],
];

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);
const manyNames: ZipFile[] = Array.from({ length: 3_001 }, (_, at) => ({ name: `word/${at}.xml`, data: '' }));

const refused: readonly (readonly [name: string, wrong: FileWrong, bytes: Buffer])[] = [
  ['nothing', 'empty', Buffer.alloc(0)],
  ['a program for Windows', 'kind', Buffer.concat([Buffer.from('MZ\x90\0\x03\0', 'latin1'), Buffer.alloc(200)])],
  ['a program for Linux', 'kind', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1')],
  ['a page', 'kind', Buffer.from('\n <!DOCTYPE html><script>alert(1)</script>')],
  ['a picture that runs script', 'kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a page in UTF-16', 'kind', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html>', 'utf16le')])],
  ['a shell script', 'kind', Buffer.from('#!/bin/sh\nrm -rf /')],
  ['an RTF', 'kind', Buffer.from('{\\rtf1 x}')],
  ['an old Word document', 'kind', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1')],
  ['a GIF', 'kind', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
  ['a zip of documents', 'kind', zipOf([{ name: 'cv.pdf', data: aPdf() }])],
  [
    'an Excel workbook',
    'kind',
    zipOf([
      { name: '[Content_Types].xml', data: 'x' },
      { name: 'xl/workbook.xml', data: 'x' },
    ]),
  ],
  ['an ODF drawing', 'kind', anOdt('application/vnd.oasis.opendocument.graphics')],
  ['an ODF template', 'kind', anOdt('application/vnd.oasis.opendocument.text-template')],
  ['a Word document with macros', 'macros', aDocx([{ name: 'word/vbaProject.bin', data: 'x' }])],
  ['an ODF text with macros', 'macros', anOdt(undefined, [{ name: 'Basic/Standard/Module1.xml', data: 'x' }])],
  ['a Word document with locked files', 'broken', aDocx([{ name: 'x', data: 'x', isEncrypted: true }])],
  ['a Word document whose names climb out', 'broken', aDocx([{ name: '../../etc/passwd', data: 'x' }])],
  ['a Word document with two files of one name', 'broken', aDocx([{ name: 'word/document.xml', data: 'x' }])],
  ['a Word document of thousands of files', 'broken', aDocx(manyNames)],
  ['a Word document that would be gigabytes', 'broken', aDocx([{ name: 'x', data: 'x', saidSize: 4_000_000_000 }])],
  ['half a Word document', 'broken', aDocx().subarray(0, 120)],
  ['a PDF without an end', 'broken', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj')],
  ['a PNG without an end', 'broken', aPng().subarray(0, -4)],
  ['a JPEG without an end', 'broken', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
  ['a PDF that is also a zip', 'twoKinds', Buffer.concat([aPdf(), zipOf([{ name: 'a.class', data: 'x' }])])],
  ['a JPEG that is also a zip', 'twoKinds', aJpg(zipOf([{ name: 'a.class', data: 'x' }]))],
  [
    'a JPEG that is also a zip with a long comment',
    'twoKinds',
    aJpg(Buffer.concat([zipOf([{ name: 'a', data: 'x' }]), zeros(0), Buffer.alloc(60_000, 32)])),
  ],
  ['a text that is also a zip', 'kind', Buffer.concat([Buffer.from('Hei '), zipOf([])])],
  ['a JPEG that is also a PDF', 'twoKinds', aJpg(aPdf())],
  ['a text that is also a PDF', 'twoKinds', Buffer.concat([Buffer.from('Hei\n'), aPdf()])],
  [
    'a Word document that is also a PDF',
    'twoKinds',
    zipOf([
      { name: '%PDF-1.4', data: 'x', isStored: true },
      { name: '[Content_Types].xml', data: 'x' },
      { name: 'word/document.xml', data: 'x' },
    ]),
  ],
];

const wrongOf = (bytes: Buffer) => kindOf(bytes).catch((error: WrongFile) => error.wrong);

describe('a file is what its bytes are', () => {
  test.each(taken)('%s is taken', async (_, kind, bytes) => {
    expect(await kindOf(bytes)).toBe(kind);
  });

  test.each(refused)('%s is not taken', async (_, wrong, bytes) => {
    expect(await wrongOf(bytes)).toBe(wrong);
  });

  test('a zip bomb is looked at by its directory, and nothing of it is unpacked', async () => {
    const bomb = aDocx([{ name: 'word/media/a.bin', data: zeros(200) }]);
    const before = performance.now();
    const { heapUsed } = process.memoryUsage();
    expect(await kindOf(bomb)).toBe('docx');
    expect(performance.now() - before).toBeLessThan(100);
    expect(process.memoryUsage().heapUsed - heapUsed).toBeLessThan(20_000_000);
  });
});

describe('a name is kept clean', () => {
  test.each([
    ['todistus.pdf', 'pdf', 'todistus.pdf'],
    ['Työtodistus 2025.PDF', 'pdf', 'Työtodistus 2025.pdf'],
    ['kuva.JPEG', 'jpg', 'kuva.jpeg'],
    ['todistus', 'pdf', 'todistus.pdf'],
    ['', 'txt', 'tuttu.txt'],
    ['C:\\Käyttäjät\\liisa\\cv.docx', 'docx', 'cv.docx'],
    ['../../etc/passwd.txt', 'txt', 'passwd.txt'],
    ['..', 'png', 'tuttu.png'],
    ['cv\u202Efdp.pdf', 'pdf', 'cvfdp.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'pdf', 'aSet-Cookie x=1.pdf'],
    ['"><script>.pdf', 'pdf', 'script.pdf'],
    [`${'ä'.repeat(300)}.pdf`, 'pdf', `${'ä'.repeat(120)}.pdf`],
    ['hakemus 1.2', 'pdf', null],
    ['laskuri.exe', 'txt', null],
    ['todistus.pdf', 'docx', null],
    ['kuva.png', 'jpg', null],
  ] as const)('%j as %s', (given, kind, kept) => {
    if (kept === null) expect(() => cleanName(given, kind)).toThrow(WrongFile);
    else expect(cleanName(given, kind)).toBe(kept);
  });
});
