import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './store.ts';

const digestLength = 32;
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Reads what `keepFile` wrote: its content, checked against its digest; undefined when it is not there or not whole. It begins at a multiple of 8 of its
 * buffer, so that numbers can be read where they lie.
 */
export const readKept = async (folder: string, name: string): Promise<Buffer | undefined> => {
  const read = await readFile(join(folder, name)).catch(() => undefined);
  if (!read || read.length <= digestLength) return undefined;
  // A small file may lie anywhere in a buffer shared with others.
  const bytes = read.byteOffset % 8 === 0 ? read : Buffer.from(Uint8Array.from(read).buffer);
  const body = bytes.subarray(digestLength);
  return digestOf(body).equals(bytes.subarray(0, digestLength)) ? body : undefined;
};

/**
 * Keeps something made with pains as `<folder>/<kind>-<key>.bin`, in the place of others of its kind. It only saves time: a folder that may
 * not be written to is no error.
 */
export const keepFile = async (folder: string, kind: string, key: string, body: Uint8Array): Promise<void> => {
  const name = keptName(kind, key);
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(join(folder, name), Buffer.concat([digestOf(body), body]));
    const isOld = (other: string) => other.startsWith(`${kind}-`) && other.endsWith('.bin') && other !== name;
    for (const other of (await readdir(folder)).filter(isOld)) await rm(join(folder, other), { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM' && code !== 'ENOSPC') throw error;
  }
};

export const keptName = (kind: string, key: string): string => `${kind}-${key}.bin`;
