/*
 * Just enough of WebAssembly's binary form (https://webassembly.github.io/spec/core/binary/) to write a loop over numbers side by side
 * (SIMD), which JavaScript cannot say. Each function gives the bytes of one instruction or section.
 */
type Bytes = number[];

/** LEB128. */
export const unsigned = (value: number): Bytes =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
const signed = (value: number): Bytes => (value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)]);

export const get = (local: number): Bytes => [0x20, local];
export const set = (local: number): Bytes => [0x21, local];

export const i32 = {
  type: 0x7f,
  constant: (value: number): Bytes => [0x41, ...signed(value)],
  add: [0x6a],
  store: [0x36, 2, 0],
};
export const f32 = { type: 0x7d, add: [0x92], store: [0x38, 2, 0] };

const simd = (code: number, ...rest: Bytes): Bytes => [0xfd, ...unsigned(code), ...rest];
/** Sixteen bytes at once. */
export const v128 = {
  type: 0x7b,
  load: (offset: number) => simd(0x00, 2, ...unsigned(offset)),
  store: (offset: number) => simd(0x0b, 2, ...unsigned(offset)),
};
/** Eight numbers of one byte, as numbers of two. */
export const loadBytes = (offset: number): Bytes => simd(0x01, 0, ...unsigned(offset));
/** Products of eight numbers of two bytes, neighbours added: four whole numbers. */
export const dotPairs = simd(0xba);
export const i32x4 = { add: simd(0xae), lane: (lane: number) => simd(0x1b, lane) };
export const f32x4 = {
  splat: simd(0x13),
  add: simd(0xe4),
  multiply: simd(0xe6),
  lane: (lane: number) => simd(0x1f, lane),
};

/** `do { body } while (--counter)`. */
export const repeat = (counter: number, body: Bytes): Bytes => [
  ...[0x03, 0x40, ...body],
  ...[...get(counter), ...i32.constant(1), 0x6b, 0x22, counter, 0x0d, 0, 0x0b],
];
export const advance = (pointer: number, by: number): Bytes => [
  ...get(pointer),
  ...i32.constant(by),
  ...i32.add,
  ...set(pointer),
];

export type Code = { name: string; parameters: Bytes; vectors: number; body: Bytes };

const section = (id: number, parts: Bytes[]): Bytes => {
  const content = [...unsigned(parts.length), ...parts.flat()];
  return [id, ...unsigned(content.length), ...content];
};
const text = (words: string): Bytes => [words.length, ...Buffer.from(words)];

/** A module of functions without results over an outside memory, `m.memory`. `vectors`: how many v128 locals follow the parameters. */
export const moduleOf = (functions: readonly Code[]): Uint8Array<ArrayBuffer> => {
  const bodies = functions.map(({ vectors, body }) => {
    const code = [...(vectors > 0 ? [1, ...unsigned(vectors), v128.type] : [0]), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, parameters.length, ...parameters, 0]),
    ),
    ...section(2, [[...text('m'), ...text('memory'), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, at) => [at]),
    ),
    ...section(
      7,
      functions.map(({ name }, at) => [...text(name), 0, at]),
    ),
    ...section(10, bodies),
  ]);
};
