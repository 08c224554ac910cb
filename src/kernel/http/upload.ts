import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Problem } from '../problem.ts';

/** A file sent as the body: its bytes in pieces as they came, so that nothing large is copied, and their sha256. */
export type Uploaded = { pieces: readonly Buffer[]; digest: Buffer };

export const uploadType = 'application/octet-stream';

/** Reads a file as it comes in; of each piece as much is done as it takes to count it. Throws tooLarge from `most` bytes on. */
export const readUpload = async (body: Readable, most: number): Promise<Uploaded> => {
  const pieces: Buffer[] = [];
  const hash = createHash('sha256');
  let size = 0;
  // What is left of a refused one is read away by who answers: the connection stays.
  for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new Problem('tooLarge');
    hash.update(piece);
    pieces.push(piece);
  }
  return { pieces, digest: hash.digest() };
};
