import { expect, test } from 'vitest';
import { dimensions } from './features.ts';
import { kernelsOn, memoryOf, plainKernels } from './kernels.ts';

const rows = 5;
const [queryAt, rowsAt, outAt] = [0, 1024, 8192];

/** Two memories with the same numbers in them: whole numbers, so that sums are the same in any order. */
const twice = () => [memoryOf(16_384), memoryOf(16_384)] as const;

test('the module multiplies rows of bytes as plain JavaScript does, at the ends of what fits too', () => {
  const [ours, theirs] = twice();
  for (const { buffer } of [ours, theirs]) {
    new Int16Array(buffer, queryAt, dimensions).set(
      Array.from({ length: dimensions }, (_, d) => (d % 2 ? 32767 : -32767)),
    );
    new Int8Array(buffer, rowsAt, rows * dimensions).set(
      Array.from({ length: rows * dimensions }, (_, at) =>
        at < dimensions ? (at % 2 ? 127 : -127) : ((at * 37) % 255) - 127,
      ),
    );
  }
  kernelsOn(ours).byteDots(queryAt, rowsAt, rows, outAt);
  plainKernels(theirs).byteDots(queryAt, rowsAt, rows, outAt);
  const results = new Int32Array(ours.buffer, outAt, rows + 1);
  expect(results[0]).toBe(96 * 32767 * 127);
  expect(results).toEqual(new Int32Array(theirs.buffer, outAt, rows + 1));
});

test('the module multiplies and adds rows of floats as plain JavaScript does', () => {
  const [ours, theirs] = twice();
  for (const { buffer } of [ours, theirs]) {
    new Float32Array(buffer, queryAt, dimensions).set(Array.from({ length: dimensions }, (_, d) => d - 40));
    new Float32Array(buffer, rowsAt, rows * dimensions).set(
      Array.from({ length: rows * dimensions }, (_, at) => ((at * 7) % 31) - 11),
    );
  }
  for (const kernels of [kernelsOn(ours), plainKernels(theirs)]) {
    kernels.floatDots(queryAt, rowsAt, rows, outAt);
    kernels.addScaled(rowsAt, queryAt, -0.5);
  }
  expect(new Float32Array(ours.buffer)).toEqual(new Float32Array(theirs.buffer));
  expect(new Float32Array(ours.buffer, rowsAt, 2)[0]).toBe(-11 + 20);
  expect(new Float32Array(ours.buffer, outAt, 1)[0]).not.toBe(0);
});
