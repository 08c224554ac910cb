import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { mostEntries, mostOfEntry, mostRatio, mostUnpacked } from './limits.ts';
import { Unreadable } from './unreadable.ts';

export type Unzipped = {
  names: string[];
  /** The bytes of one file in it. Throws Unreadable ('broken' where it is not there). */
  read(name: string): Promise<Buffer>;
};

const openBytes = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names that climb out of the archive are refused by yauzl; nothing is ever written under any name.
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false } as const;
    yauzl.fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > mostOfEntry || (uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * mostRatio);

const readEntries = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let count = 0;
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      count += 1;
      // Two files of one name: which of them is meant is a riddle somebody has set.
      if (count > mostEntries || entries.has(entry.fileName)) return reject(new Unreadable('hostile'));
      if (entry.isEncrypted()) return reject(new Unreadable('encrypted'));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

/** What yauzl found wrong with the archive: a name that climbs out, or a size that lies, was written by nobody's word processor. */
const asUnreadable = (error: unknown): Unreadable => {
  if (error instanceof Unreadable) return error;
  const text = error instanceof Error ? error.message : '';
  return new Unreadable(
    /invalid relative path|absolute path|invalid characters|too many bytes/.test(text) ? 'hostile' : 'broken',
  );
};

/** Opens an archive in memory. An entry is unpacked when it is asked for, never further than the limits, whatever it says of its size. */
export const unzip = async (bytes: Buffer): Promise<Unzipped> => {
  const zip = await openBytes(bytes).catch((error: unknown) => {
    throw asUnreadable(error);
  });
  const entries = await readEntries(zip).catch((error: unknown) => {
    throw asUnreadable(error);
  });
  let unpacked = 0;
  const read = async (name: string): Promise<Buffer> => {
    const entry = entries.get(name);
    if (!entry) throw new Unreadable('broken');
    if (isBomb(entry)) throw new Unreadable('hostile');
    const chunks: Buffer[] = [];
    const stream = await openEntry(zip, entry);
    for await (const chunk of stream) {
      unpacked += chunk.length;
      if (unpacked > mostUnpacked) throw new Unreadable('hostile');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
  return {
    names: [...entries.keys()],
    read: (name) =>
      read(name).catch((error: unknown) => {
        throw asUnreadable(error);
      }),
  };
};
