import type { Language } from '../../../kernel/languages.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { attachedProfile, isEuropassJson, readEuropassJson } from './europass-json.ts';
import { isEuropassXml, readEuropassXml } from './europass-xml.ts';
import { fitting } from './fitting.ts';
import { isJobMarket, readJobMarket } from './job-market.ts';
import { parseJson } from './json.ts';
import { leaveOut } from './leave-out.ts';
import { mostBytes, mostCharacters } from './limits.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import { numbered, once, readCv } from './read-cv.ts';
import { sniff } from './sniff.ts';
import type { Collected } from './structured.ts';
import { isTuttu, readTuttu } from './tuttu-json.ts';
import type { DocumentKind, Found, PrivateKind, Progress, Read } from './types.ts';
import { Unreadable } from './unreadable.ts';
import { parseXml } from './xml.ts';
import { unzip } from './zip.ts';

type Structured = Collected & { language: Language; ofWhom?: string };

const cleaned = (text: string, leftOut: Set<PrivateKind>): string =>
  text
    .split('\n')
    .flatMap((line) => {
      const { text: kept, kinds } = leaveOut(line);
      for (const kind of kinds) leftOut.add(kind);
      return kept === null ? [] : [kept];
    })
    .join('\n');

/** Null where nothing is left of an experience's name. */
const withoutPrivate = (one: Found, leftOut: Set<PrivateKind>): Found | null => {
  if (one.kind !== 'experience') return one;
  const [title, place, did] = [one.what.title, one.what.place, one.what.did].map((text) => cleaned(text, leftOut));
  return title ? { ...one, what: { ...one.what, title, place: place ?? '', did: did ?? '' } } : null;
};

/**
 * A structured profile: what is private is left out of its texts too, but for our own, which its owner has told us before and gets back as it
 * was. Throws Unreadable ('nothingInIt') when it holds nothing we take.
 */
const structured = (kind: DocumentKind, { language, paragraphs, found, ofWhom }: Structured): Read => {
  if (found.length === 0 && paragraphs.length === 0) throw new Unreadable('nothingInIt');
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  if (length > mostCharacters) throw new Unreadable('tooLong');
  const leftOut = new Set<PrivateKind>();
  const all = { kind, language, pages: 0 };
  if (kind === 'tuttu')
    return {
      ...all,
      paragraphs: numbered(paragraphs),
      found: fitting(once(found)),
      leftOut: [],
      ...(ofWhom ? { ofWhom } : {}),
    };
  const kept = numbered(paragraphs).map((paragraph) => ({ ...paragraph, text: cleaned(paragraph.text, leftOut) }));
  const clean = once(found).flatMap((one) => withoutPrivate(one, leftOut) ?? []);
  return { ...all, paragraphs: kept, found: fitting(clean), leftOut: [...leftOut] };
};

const readXml = (text: string, otherwise: Language): Read => {
  const root = parseXml(text);
  if (!isEuropassXml(root)) throw new Unreadable('unknownKind');
  return structured('europassXml', readEuropassXml(root, otherwise));
};

const readJson = (text: string, otherwise: Language): Read => {
  const document = parseJson(text);
  if (isTuttu(document)) return structured('tuttu', readTuttu(document));
  if (isEuropassJson(document)) {
    const own = attachedProfile(document);
    return own === undefined
      ? structured('europassJson', readEuropassJson(document, otherwise))
      : structured('tuttu', readTuttu(own));
  }
  if (isJobMarket(document)) return structured('jobMarket', readJobMarket(document, otherwise));
  throw new Unreadable('unknownKind');
};

const readZip = async (bytes: Buffer, otherwise: Language): Promise<Read> => {
  const zip = await unzip(bytes);
  if (zip.names.includes('word/document.xml')) return readCv(await readDocx(zip), 'docx', otherwise);
  if (zip.names.includes('mimetype') && zip.names.includes('content.xml')) {
    const type = (await zip.read('mimetype')).toString('latin1');
    if (!type.startsWith('application/vnd.oasis.opendocument.text')) throw new Unreadable('unknownKind');
    return readCv(await readOdt(zip), 'odt', otherwise);
  }
  const isOffice = zip.names.includes('[Content_Types].xml') || zip.names.includes('mimetype');
  throw new Unreadable(isOffice ? 'unknownKind' : 'packed');
};

const readPdfOrItsXml = async (
  bytes: Buffer,
  otherwise: Language,
  tell: (progress: Progress) => void,
): Promise<Read> => {
  const { raw, xml } = await readPdf(bytes, tell);
  if (xml) {
    try {
      return { ...readXml(xml, otherwise), pages: raw.pages };
    } catch {
      // What is attached is no Europass, or a broken one: the pages are there to be read.
    }
  }
  return readCv(raw, 'pdf', otherwise);
};

/**
 * Reads a document of whatever kind we know, told by its content alone. `otherwise`: its language where the text shows none. Throws Unreadable. Nothing
 * is fetched, run or written.
 */
export const read = async (bytes: Buffer, otherwise: Language, tell: (progress: Progress) => void): Promise<Read> => {
  if (bytes.length > mostBytes) throw new Unreadable('tooLarge');
  switch (sniff(bytes)) {
    case 'pdf':
      return readPdfOrItsXml(bytes, otherwise, tell);
    case 'zip':
      return readZip(bytes, otherwise);
    case 'xml':
      return readXml(decodeText(bytes), otherwise);
    case 'json':
      return readJson(decodeText(bytes), otherwise);
    case 'text':
      return readCv(readPlainText(bytes), 'text', otherwise);
  }
};
