import { expect, test } from 'vitest';
import { pack, unpack } from './packed-file.ts';

const value = {
  words: ['ä', 'osaaminen', '"', ''],
  one: { numbers: new Int32Array([1, -2, 2 ** 31 - 1]), small: new Uint8Array([255]), none: new Float32Array(0) },
  two: {
    numbers: new Uint16Array([65_535, 0, 7]),
    weights: new Float32Array([0.1, -3.5]),
    rows: new Int8Array([-128]),
  },
  labels: [{ fi: 'a', sv: 'b' }, null, 3.25],
};

test('a packed value is read as it was, its numbers to the bit', () => {
  expect(unpack(pack(value))).toEqual(value);
  expect(unpack(pack({ a: undefined, b: [] }))).toEqual({ b: [] });
});

test('numbers are read where they lie, also from a part of other bytes', () => {
  const packed = pack(value);
  const all = new Uint8Array(32 + packed.length);
  all.set(packed, 32);
  const read = unpack(all.subarray(32)) as typeof value;
  expect(read).toEqual(value);
  expect(read.one.numbers.buffer).toBe(all.buffer);
});
