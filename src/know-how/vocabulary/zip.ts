import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { VocabularyFileError } from './file-error.ts';

export type ZipEntry = { name: string; open: () => Promise<Readable> };

/** A packed byte of text gives some 3-20 bytes; far above that is a bomb. */
const largestRatio = 200;

const wrong = (file: string, error: unknown): VocabularyFileError =>
  error instanceof VocabularyFileError
    ? error
    : new VocabularyFileError({ file }, `the zip is broken: ${error instanceof Error ? error.message : String(error)}`);

const checkEntry = (file: string, entry: Entry, largest: number): void => {
  const at = { file: `${file}/${entry.fileName}` };
  if (entry.isEncrypted()) throw new VocabularyFileError(at, 'is encrypted');
  if (entry.uncompressedSize > largest) throw new VocabularyFileError(at, 'is larger than any ESCO file');
  const isBomb = entry.uncompressedSize > 1e6 && entry.uncompressedSize > entry.compressedSize * largestRatio;
  if (isBomb) throw new VocabularyFileError(at, 'unpacks to suspiciously much');
};

const openFile = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

const readEntries = (file: string, zip: ZipFile, limits: { files: number; oneFile: number }): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      try {
        checkEntry(file, entry, limits.oneFile);
      } catch (error) {
        reject(error);
        return;
      }
      entries.push(entry);
      if (entries.length > limits.files) reject(new VocabularyFileError({ file }, 'holds too many files'));
      else zip.readEntry();
    });
    zip.readEntry();
  });

/**
 * Lists a zip's files. Paths that climb out ("../", "/etc") make it refused by yauzl; an entry that gives more bytes
 * than it declared fails while it is read. Throws VocabularyFileError.
 */
export const openZip = async (
  file: string,
  limits: { files: number; oneFile: number },
): Promise<{ entries: ZipEntry[]; close: () => void }> => {
  const zip = await openFile(file).catch((error: unknown) => {
    throw wrong(file, error);
  });
  try {
    const entries = await readEntries(file, zip, limits);
    const files = entries.filter((entry) => !entry.fileName.endsWith('/'));
    return {
      entries: files.map((entry) => ({ name: entry.fileName, open: () => openEntry(zip, entry) })),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw wrong(file, error);
  }
};
