/**
 * Values of plain objects, lists and packed numbers as bytes, so that the numbers are read where they lie: 4 bytes with the length of a head, the
 * head as JSON, then each array of numbers from a multiple of 8 on. In the head such an array is its kind, place and length.
 */
type Packed = Int8Array | Uint8Array | Uint16Array | Int32Array | Float32Array;
type Kind = 'Int8Array' | 'Uint8Array' | 'Uint16Array' | 'Int32Array' | 'Float32Array';
const kinds: Record<Kind, new (buffer: ArrayBufferLike, at: number, length: number) => Packed> = {
  ...{ Int8Array, Uint8Array, Uint16Array, Int32Array, Float32Array },
};

const mark = '\u0000';
const step = 8;
const lengthBytes = 4;
const aligned = (at: number): number => Math.ceil(at / step) * step;

const kindOf = (value: unknown): Kind | undefined => {
  for (const [kind, made] of Object.entries(kinds)) if (value instanceof made) return kind as Kind;
  return undefined;
};

/** Packs a value. What is undefined in it is not there when it is read again. */
export const pack = (value: unknown): Uint8Array => {
  const arrays: Packed[] = [];
  let length = 0;
  const head = Buffer.from(
    JSON.stringify(value, (_, one: unknown) => {
      const kind = kindOf(one);
      if (kind === undefined) return one;
      const array = one as Packed;
      const place = [mark, kind, length, array.length];
      arrays.push(array);
      length = aligned(length + array.byteLength);
      return place;
    }),
  );
  const begin = aligned(lengthBytes + head.length);
  const bytes = new Uint8Array(begin + length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, lengthBytes);
  let at = begin;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at = aligned(at + byteLength);
  }
  return bytes;
};

type Place = [typeof mark, Kind, number, number];
const isPlace = (value: readonly unknown[]): value is Place => value.length === 4 && value[0] === mark;

/** Puts the arrays of numbers in their places. Lists of plain texts and numbers, which are long, are not gone through. */
const fill = (value: unknown, arrayAt: (place: Place) => Packed): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) && isPlace(value)) return arrayAt(value);
  if (Array.isArray(value) && typeof value[0] !== 'object') return value;
  for (const [key, one] of Object.entries(value)) {
    const filled = fill(one, arrayAt);
    if (filled !== one) Object.assign(value, { [key]: filled });
  }
  return value;
};

/**
 * Reads what `pack` made; the arrays of numbers are views of the bytes, which must begin at a multiple of 8 of their buffer. A list holds either
 * plain values or others, as far as its first one tells.
 */
export const unpack = (bytes: Uint8Array): unknown => {
  const { buffer, byteOffset } = bytes;
  const headLength = new DataView(buffer, byteOffset).getUint32(0, true);
  const head = Buffer.from(buffer, byteOffset + lengthBytes, headLength).toString('utf8');
  const begin = byteOffset + aligned(lengthBytes + headLength);
  return fill(JSON.parse(head), ([, kind, at, length]) => new kinds[kind](buffer, begin + at, length));
};
