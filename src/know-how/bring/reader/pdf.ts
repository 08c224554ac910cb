import { getDocumentProxy } from 'unpdf';
import { decodeText } from './decode.ts';
import { mostCharacters, mostPages } from './limits.ts';
import { type Piece, paragraphsOfPage } from './page-lines.ts';
import type { Progress, Raw, RawParagraph } from './types.ts';
import { Unreadable, type Wrong } from './unreadable.ts';

/** pdf.js without anything that runs what a document brings along, draws, or fetches. */
const options = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  disableAutoFetch: true,
  disableStream: true,
  disableRange: true,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  stopAtErrors: false,
  verbosity: 0,
} as const;

const wrongOf = (error: unknown): Wrong => {
  if (error instanceof Unreadable) return error.wrong;
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken';
};

type Item = { str: string; width: number; height: number; transform: number[] };

const isItem = <T extends object>(item: T): item is T & Item => 'str' in item;

/** From the page's own corner, which is below to the left, to the reader's, which is above to the left. */
const asPiece =
  (top: number) =>
  ({ str, width, height, transform }: Item): Piece => {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    return { text: str, x, y: top - y, width, height: height || Math.hypot(a, b) || 10 };
  };

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

const readPage = async (document: Document, number: number): Promise<RawParagraph[]> => {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const [, , , top = 0] = page.view;
  const pieces = items.filter(isItem).map(asPiece(top));
  page.cleanup();
  return paragraphsOfPage(pieces).map((lines) => ({ page: number, lines }));
};

const readPages = async (document: Document, tell: (progress: Progress) => void): Promise<Raw> => {
  const pages = document.numPages;
  if (pages > mostPages) throw new Unreadable('tooLong');
  const paragraphs: RawParagraph[] = [];
  let length = 0;
  for (let page = 1; page <= pages; page += 1) {
    tell({ page, pages });
    const found = await readPage(document, page);
    length += found.reduce((sum, { lines }) => sum + lines.join('').length, 0);
    if (length > mostCharacters) throw new Unreadable('tooLong');
    paragraphs.push(...found);
  }
  return { pages, paragraphs };
};

const mostAttached = 5_000_000;

/** The XML of a Europass CV, which the PDF that Europass makes carries along. */
const attachedXml = async (document: Document): Promise<string | null> => {
  const attachments = await document.getAttachments().catch(() => null);
  const id = [...(attachments ?? [])].find(([, { filename }]) => /\.xml$/i.test(filename))?.[0];
  const content = id === undefined ? null : await document.getAttachmentContent(id).catch(() => null);
  return content && content.length < mostAttached ? decodeText(content) : null;
};

/** The text of a PDF, page by page, and the XML attached to it, if any. Throws Unreadable: 'encrypted' for one that asks for a password. */
export const readPdf = async (
  bytes: Uint8Array,
  tell: (progress: Progress) => void,
): Promise<{ raw: Raw; xml: string | null }> => {
  try {
    // pdf.js takes the bytes into its own hands.
    const document = await getDocumentProxy(new Uint8Array(bytes), options);
    return { raw: await readPages(document, tell), xml: await attachedXml(document) };
  } catch (error) {
    throw new Unreadable(wrongOf(error));
  }
};
