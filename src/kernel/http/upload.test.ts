import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readUpload } from './upload.ts';

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 256));
const inPieces = (length: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) => bytes.subarray(at * length, (at + 1) * length)),
  );

test('a file is read as it comes in, whatever its pieces, with its sum', async () => {
  for (const length of [1, 7, 1000]) {
    const { pieces, digest } = await readUpload(inPieces(length), 1000);
    expect(Buffer.concat(pieces)).toEqual(bytes);
    expect(digest).toEqual(createHash('sha256').update(bytes).digest());
  }
  expect((await readUpload(Readable.from([]), 10)).pieces).toEqual([]);
});

test('one byte more is too large, and the rest stays to be read away', async () => {
  const body = inPieces(100);
  await expect(readUpload(body, 999)).rejects.toMatchObject({ code: 'tooLarge' });
  expect(body.destroyed).toBe(false);
});
