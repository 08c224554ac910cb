import { createHash } from 'node:crypto';
import { takingTurns } from '../turns.ts';

/** Sealed and read back part by part, so that no part holds up other requests. */
const partSize = 128 * 1024;

/** Pieces of any sizes as parts of about one size, one after the other and each still in its pieces: nothing large is copied. */
export function* partsOf(pieces: readonly Buffer[]): Generator<Buffer[]> {
  let gathered: Buffer[] = [];
  let length = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += partSize) {
      const next = piece.subarray(at, at + partSize);
      gathered.push(next);
      length += next.length;
      if (length < partSize) continue;
      yield gathered;
      gathered = [];
      length = 0;
    }
  if (length > 0) yield gathered;
}

export const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);

/** The sha256 of all pieces together. Others get their turn meanwhile. */
export const sha256Of = async (pieces: readonly Buffer[]): Promise<Buffer> => {
  const giveWay = takingTurns();
  const hash = createHash('sha256');
  for (const parts of partsOf(pieces)) {
    for (const part of parts) hash.update(part);
    await giveWay();
  }
  return hash.digest();
};

/** What signs of base64 stand for, in pieces. Null for what is no base64. */
export const piecesOfBase64 = (base64: string): Buffer[] | null => {
  const size = 4 * 128 * 1024;
  const pieces = Array.from({ length: Math.ceil(base64.length / size) }, (_, at) =>
    Buffer.from(base64.slice(at * size, (at + 1) * size), 'base64'),
  );
  // Signs that stand for no bytes are left out in silence: then there are fewer bytes than signs tell.
  const padding = /={0,2}$/.exec(base64)?.[0].length ?? 0;
  const isWhole = base64.length % 4 === 0 && lengthOf(pieces) === (base64.length / 4) * 3 - padding;
  return isWhole ? pieces : null;
};
