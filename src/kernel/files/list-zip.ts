import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { takingTurns } from '../turns.ts';
import { WrongFile } from './kinds.ts';

/** A long document with many pictures has some hundreds. */
const mostEntries = 3_000;
/** What its directory says it would be, unpacked: more is made to harm whoever opens it. */
const mostUnpacked = 300_000_000;

const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false } as const;
    yauzl.fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const readNames = (zip: ZipFile): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const names = new Set<string>();
    const giveWay = takingTurns();
    let unpacked = 0;
    zip.on('error', reject);
    zip.on('end', () => resolve([...names]));
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const isHarmful = names.size >= mostEntries || names.has(entry.fileName) || unpacked > mostUnpacked;
      if (isHarmful || entry.isEncrypted()) return reject(new WrongFile('broken'));
      names.add(entry.fileName);
      giveWay().then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });

/** The names of the files in an archive, out of its directory. Nothing is unpacked. Throws WrongFile ('broken') for what is none, or is made to harm. */
export const listZip = async (bytes: Buffer): Promise<string[]> => {
  try {
    return await readNames(await openZip(bytes));
  } catch {
    throw new WrongFile('broken');
  }
};
