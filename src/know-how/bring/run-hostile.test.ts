import { createServer } from 'node:http';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { zipOf } from '../../kernel/files/fixtures.ts';
import { odtOf, pdfOf, pdfStream, rawPdfOf, wordOf, wordParagraphs } from './fixtures.ts';
import type { Wrong } from './reader/unreadable.ts';
import { briefly, cv, found, readOf, run } from './run-fixtures.ts';

const laughs = (): string => {
  const lines = [
    '<!ENTITY a0 "ha">',
    ...Array.from({ length: 12 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`),
  ];
  return `<!DOCTYPE x [${lines.join('')}]>`;
};
const europass = (inside: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<SkillsPassport>${inside}</SkillsPassport>`;
const document = (inside: string, doctype: string): string =>
  wordParagraphs(['INSIDE']).replace('<w:document', `${doctype}<w:document`).replace('INSIDE', inside);
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000, 0x61);
const pages = (count: number) =>
  pdfOf((pdf) => {
    for (let at = 1; at < count; at += 1) pdf.text(`Sivu ${at}`).addPage();
    pdf.text('Loppu');
  });
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = (content: string) => [
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> ${content} >> >>`,
];

const hostile: readonly (readonly [name: string, wrong: Wrong, make: () => Buffer | string | Promise<Buffer>])[] = [
  ['nothing', 'empty', () => ''],
  ['nothing but spaces', 'empty', () => ' \n\t\n '],
  ['nothing but signs', 'noText', () => '... --- ...'],
  ['11 MB', 'tooLarge', () => zeros(11)],
  ['a picture called cv.pdf', 'picture', () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ['a picture of a phone', 'picture', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000')])],
  [
    'an old Word document',
    'oldWord',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
  ],
  [
    'a Word document with a password',
    'encrypted',
    () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
  ],
  ['rich text', 'oldWord', () => '{\\rtf1 hei}'],
  ['a program', 'unknownKind', () => Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(5000, 1)])],
  ['a zip of documents', 'packed', () => zipOf([{ name: 'cv.pdf', data: '%PDF-1.4' }])],
  ['a web page', 'broken', () => '<!-- --><html><body><br></body></html>'],
  ['another XML', 'unknownKind', () => '<html><body>Hei</body></html>'],
  ['another JSON', 'unknownKind', () => '{"name":"Matti"}'],
  [
    'a spreadsheet',
    'unknownKind',
    () =>
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', data: '<x/>' },
      ]),
  ],
  ['a JSON a million brackets deep', 'hostile', () => '['.repeat(1_000_000)],
  ['a JSON cut short', 'broken', () => '{"format":"tuttu-profile",'],
  [
    'a profile of ours with another shape',
    'broken',
    () => '{"format":"tuttu-profile","version":1e999,"experiences":[{"kind":"__proto__"}]}',
  ],
  [
    'an entity from outside',
    'hostile',
    () => europass('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  ],
  ['billion laughs', 'hostile', () => europass('&a12;', laughs())],
  ['an unknown entity', 'broken', () => europass('&x;')],
  ['an XML a million tags deep', 'hostile', () => europass('<a>'.repeat(1_000_000))],
  [
    'a DOCX with an entity from outside',
    'hostile',
    () => wordOf(document('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>')),
  ],
  ['a DOCX with billion laughs', 'hostile', () => wordOf(document('&a12;', laughs()))],
  ['an ODT with a document type', 'hostile', () => odtOf([], { content: `${laughs()}<x/>` })],
  ['an ODT with a password', 'encrypted', () => odtOf(['x'], { isEncrypted: true })],
  ['a zip bomb', 'hostile', () => wordOf(`<x>${zeros(15)}</x>`)],
  [
    'a zip bomb that lies of its size',
    'hostile',
    () =>
      zipOf([
        { name: '[Content_Types].xml', data: '' },
        { name: 'word/document.xml', data: zeros(100), saidSize: 1000 },
      ]),
  ],
  ['a zip with locked files', 'encrypted', () => zipOf([{ name: 'word/document.xml', data: 'x', isEncrypted: true }])],
  [
    'a zip whose names climb out',
    'hostile',
    () => wordOf(wordParagraphs(['x']), [{ name: '../../../etc/passwd', data: 'x' }]),
  ],
  ['a zip of absolute names', 'hostile', () => wordOf(wordParagraphs(['x']), [{ name: '/etc/passwd', data: 'x' }])],
  [
    'a zip with two documents of one name',
    'hostile',
    () => wordOf(wordParagraphs(['x']), [{ name: 'word/document.xml', data: wordParagraphs(['y']) }]),
  ],
  [
    'a zip of ten thousand files',
    'hostile',
    () =>
      wordOf(
        wordParagraphs(['x']),
        Array.from({ length: 10_000 }, (_, at) => ({ name: `f${at}`, data: '', isStored: true })),
      ),
  ],
  ['a DOCX cut short', 'broken', () => wordOf(wordParagraphs(['x'.repeat(10_000)])).subarray(0, 200)],
  ['a PDF with a password', 'encrypted', () => pdfOf((pdf) => pdf.text('salaista'), { userPassword: 'x' })],
  ['a PDF of 60 pages', 'tooLong', () => pages(60)],
  ['a PDF cut short', 'broken', async () => (await pages(3)).subarray(0, 600)],
  ['a PDF of pictures', 'noText', () => pdfOf((pdf) => pdf.rect(10, 10, 100, 100).fill('black'))],
  ['no PDF but its first line', 'broken', () => '%PDF-1.7\nhei'],
  ['a text of a million words', 'tooLong', () => 'sana '.repeat(1_000_000)],
  [
    'a PDF whose pages are their own parents',
    'broken',
    () => rawPdfOf([catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  ],
];

describe('what cannot be read is told as what it is', () => {
  test.each(hostile)(
    '%s: %s',
    async (_, wrong, make) => {
      expect(await run(await make())).toBe(wrong);
    },
    30_000,
  );
});

describe('what is hostile does nothing', () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('x');
  });
  afterAll(() => server.close());

  test('JavaScript and links of a PDF are neither run nor followed', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const script = `app.launchURL("${url}");this.submitForm("${url}");`;
    const content = Buffer.from('BT /F1 12 Tf 72 700 Td (Kokki 2015) Tj ET');
    const bytes = rawPdfOf([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (${script.replaceAll('(', '\\(').replaceAll(')', '\\)')}) >> /AA << /WC << /S /URI /URI (${url}) >> >> >>`,
      ...onePage(''),
      pdfStream('', content),
    ]);
    expect((await readOf(bytes)).paragraphs.map(({ text }) => text)).toEqual(['Kokki 2015']);
    expect(requests).toEqual([]);
  });

  test('a DOCX with another archive in it is read, the archive is not', async () => {
    const inner = zipOf([{ name: 'word/document.xml', data: zeros(20) }]);
    const read = await readOf(wordOf(wordParagraphs(cv), [{ name: 'word/embeddings/a.docx', data: inner }]));
    expect(briefly(read)).toEqual(['docx', ...found]);
  });

  test('a PDF stream that unpacks to gigabytes ends at the limit of memory or time, not this process', async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(1_000_000_000, 0x20), { level: 9 }), { level: 9 });
    const bytes = rawPdfOf([catalogue, ...onePage(''), pdfStream('/Filter [/FlateDecode /FlateDecode]', bomb)]);
    const before = process.memoryUsage.rss();
    const wrong = await run(bytes);
    expect(['tooHeavy', 'tooSlow', 'hostile']).toContain(wrong);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000);
  }, 60_000);

  test('one that takes too long is ended', async () => {
    const began = performance.now();
    expect(await run(await pages(40), { milliseconds: 150 })).toBe('tooSlow');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('one that takes too much memory is ended', async () => {
    expect(await run(await pages(40), { bytes: 60_000_000 })).toBe('tooHeavy');
    expect(await run('sana '.repeat(900_000), { heapMegabytes: 12 })).toBe('tooHeavy');
  }, 30_000);

  test('numbers without end and names of every object are plain data', async () => {
    const read = await readOf(
      '{"educations":[{"customDegreeName":{"fi":"Merkonomi"},"interval":{"startDate":1e999,"endDate":"2015-02-31"},"__proto__":{"polluted":true}}],"employments":[],"languageSkills":[{"code":"fi","level":99999999999999999999999}],"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(read.found).toMatchObject([
      { kind: 'experience', what: { title: 'Merkonomi', from: null, to: { on: '2015-02' } } },
      { kind: 'language', what: { code: 'fi', level: null } },
    ]);
    expect(Object.keys({})).toEqual([]);
  });
});
