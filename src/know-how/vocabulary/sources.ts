import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { VocabularyFileError } from './file-error.ts';
import { openZip } from './zip.ts';

/** One file of a folder or zip. `read` streams its unpacked bytes and fails past the limits. */
export type Source = { file: string; name: string; read: () => Promise<Readable> };
export type Sources = { files: Source[]; close: () => void };

/** Bounds on what an import unpacks, in bytes: ESCO's largest file is about 60 MB, a whole language about 200 MB. */
export const limits = { files: 5000, depth: 4, oneFile: 400e6, total: 2e9 };

const counted = (file: string, spent: { bytes: number }): Transform => {
  let own = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      own += chunk.length;
      spent.bytes += chunk.length;
      const isTooBig = own > limits.oneFile || spent.bytes > limits.total;
      done(
        isTooBig ? new VocabularyFileError({ file }, 'unpacks to more than any ESCO file; it is not read') : null,
        chunk,
      );
    },
  });
};

/** Pipes and passes failures on, which plain pipe does not. */
const through = (from: Readable, to: Transform): Transform => {
  from.on('error', (error) => to.destroy(error));
  return from.pipe(to);
};

const asSource = (file: string, open: () => Promise<Readable>, spent: { bytes: number }): Source => {
  const isPacked = file.toLowerCase().endsWith('.gz');
  const name = basename(file).replace(/\.gz$/i, '');
  const read = async () => {
    const bytes = await open();
    return through(isPacked ? through(bytes, createGunzip()) : bytes, counted(file, spent));
  };
  return { file, name, read };
};

/** Regular files only: links out of the folder are not followed. */
const filesBelow = async (folder: string, depth = 0): Promise<string[]> => {
  if (depth > limits.depth) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, limits.files);
  const nested = sorted.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, depth + 1);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(nested)).flat();
};

const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/**
 * The files of a folder, of a zip, or of the zips in a folder (ESCO gives one zip a language).
 * Nothing is written to disk. Throws VocabularyFileError when the path is missing or a zip is broken.
 */
export const openSources = async (path: string): Promise<Sources> => {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new VocabularyFileError({ file: path }, 'there is no such file or folder');
  if (found.isFile() && !isZip(path)) throw new VocabularyFileError({ file: path }, 'is neither a folder nor a .zip');
  const paths = found.isFile() ? [path] : await filesBelow(path);
  const spent = { bytes: 0 };
  const files: Source[] = [];
  const closers: (() => void)[] = [];
  const close = () => {
    for (const closeOne of closers) closeOne();
  };
  try {
    for (const one of paths) {
      if (!isZip(one)) {
        files.push(asSource(one, async () => createReadStream(one), spent));
        continue;
      }
      const zip = await openZip(one, limits);
      closers.push(zip.close);
      for (const entry of zip.entries) files.push(asSource(`${one}/${entry.name}`, entry.open, spent));
    }
  } catch (error) {
    close();
    throw error;
  }
  return { files, close };
};
