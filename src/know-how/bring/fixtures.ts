import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import PDFDocument from 'pdfkit';
import { type ZipFile, zipOf } from '../../kernel/files/fixtures.ts';

// Documents built for tests: by libraries where they make such, byte by byte where none would.

type Pdf = InstanceType<typeof PDFDocument>;

/** A PDF drawn by `draw`. */
export const pdfOf = (
  draw: (pdf: Pdf) => void,
  options: ConstructorParameters<typeof PDFDocument>[0] = {},
): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument(options);
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    draw(pdf);
    pdf.end();
  });

export const docxOf = (paragraphs: readonly string[], rows: readonly (readonly string[])[] = []): Promise<Buffer> => {
  const table = new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });
  const children = [...paragraphs.map((text) => new Paragraph(text)), ...(rows.length > 0 ? [table] : [])];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const odtXml = (paragraphs: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${paragraphs
    .map((text) => `<text:p>${escaped(text)}</text:p>`)
    .join('')}</office:text></office:body></office:document-content>`;

const manifest = (inside = ''): string =>
  `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${inside}</manifest:file-entry></manifest:manifest>`;

/** An ODT as LibreOffice packs it: the type first and unpacked. */
export const odtOf = (
  paragraphs: readonly string[],
  { isEncrypted = false, content = odtXml(paragraphs) } = {},
): Buffer =>
  zipOf([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', data: content },
    { name: 'META-INF/manifest.xml', data: manifest(isEncrypted ? '<manifest:encryption-data/>' : '') },
  ]);

const wordXml = (inside: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

/** A DOCX of hand-written XML. */
export const wordOf = (document: string, more: readonly ZipFile[] = []): Buffer =>
  zipOf([{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'word/document.xml', data: document }, ...more]);

export const wordParagraphs = (texts: readonly string[]): string =>
  wordXml(texts.map((text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`).join(''));

/** A PDF object file written by hand: its objects from 1 on, the first of them the catalogue. */
export const rawPdfOf = (objects: readonly (string | Buffer)[]): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  for (const [at, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length);
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const start = Buffer.concat(parts).length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};

/** An object of a stream with this dictionary. */
export const pdfStream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
