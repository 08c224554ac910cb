import { advance, dotPairs, f32, f32x4, get, i32, i32x4, loadBytes, moduleOf, repeat, set, v128 } from './assembly.ts';
import { dimensions } from './features.ts';

/**
 * Inner loops over vectors of 96 numbers that lie in one memory; pointers are byte offsets. JavaScript does them one number at a time: these
 * take a fifth to a tenth of it. `count` is at least one.
 */
export type Kernels = {
  /** `out[i] = query . rows[i]`: query of 16-bit numbers, rows of one byte a number, whole results. */
  byteDots: (query: number, rows: number, count: number, out: number) => void;
  /** `out[i] = query . rows[i]`, all floats. */
  floatDots: (query: number, rows: number, count: number, out: number) => void;
  /** `to += from * factor`, all floats. */
  addScaled: (to: number, from: number, factor: number) => void;
};

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** The dots of one query with `count` rows: the query stays in locals, four sums are added up at the end of a row. */
const dots = (kind: {
  name: string;
  parts: number;
  rowBytes: number;
  loadRow: (part: number) => number[];
  multiply: number[];
  add: number[];
  lane: (lane: number) => number[];
  addOne: number[];
  store: number[];
}) => {
  const [query, rows, count, out, first] = [0, 1, 2, 3, 4];
  const sum = first + kind.parts;
  return {
    name: kind.name,
    parameters: [i32.type, i32.type, i32.type, i32.type],
    vectors: kind.parts + 1,
    body: [
      ...range(kind.parts).flatMap((part) => [...get(query), ...v128.load(16 * part), ...set(first + part)]),
      ...repeat(count, [
        ...range(kind.parts).flatMap((part) => [
          ...[...get(first + part), ...get(rows), ...kind.loadRow(part), ...kind.multiply],
          ...(part > 0 ? kind.add : []),
        ]),
        ...set(sum),
        ...get(out),
        ...range(4).flatMap((lane) => [...get(sum), ...kind.lane(lane), ...(lane > 0 ? kind.addOne : [])]),
        ...kind.store,
        ...advance(rows, kind.rowBytes),
        ...advance(out, 4),
      ]),
    ],
  };
};

const addScaled = () => {
  const [to, from, factor, splat] = [0, 1, 2, 3];
  return {
    name: 'addScaled',
    parameters: [i32.type, i32.type, f32.type],
    vectors: 1,
    body: [
      ...[...get(factor), ...f32x4.splat, ...set(splat)],
      ...range(dimensions / 4).flatMap((part) => [
        ...[...get(to), ...get(to), ...v128.load(16 * part), ...get(from), ...v128.load(16 * part)],
        ...[...get(splat), ...f32x4.multiply, ...f32x4.add, ...v128.store(16 * part)],
      ]),
    ],
  };
};

const code = moduleOf([
  dots({
    name: 'byteDots',
    parts: dimensions / 8,
    rowBytes: dimensions,
    loadRow: (part) => loadBytes(8 * part),
    multiply: dotPairs,
    add: i32x4.add,
    lane: i32x4.lane,
    addOne: i32.add,
    store: i32.store,
  }),
  dots({
    name: 'floatDots',
    parts: dimensions / 4,
    rowBytes: 4 * dimensions,
    loadRow: (part) => v128.load(16 * part),
    multiply: f32x4.multiply,
    add: f32x4.add,
    lane: f32x4.lane,
    addOne: f32.add,
    store: f32.store,
  }),
  addScaled(),
]);

/** The same in JavaScript: for a machine without SIMD, and to hold the module against. */
export const plainKernels = ({ buffer }: WebAssembly.Memory): Kernels => {
  const bytes = new Int8Array(buffer);
  const shorts = new Int16Array(buffer);
  const ints = new Int32Array(buffer);
  const floats = new Float32Array(buffer);
  const each = (count: number, one: (row: number) => void) => range(count).forEach(one);
  return {
    byteDots: (query, rows, count, out) =>
      each(count, (row) => {
        let sum = 0;
        for (let d = 0; d < dimensions; d += 1)
          sum += (shorts[query / 2 + d] as number) * (bytes[rows + row * dimensions + d] as number);
        ints[out / 4 + row] = sum;
      }),
    floatDots: (query, rows, count, out) =>
      each(count, (row) => {
        let sum = 0;
        for (let d = 0; d < dimensions; d += 1)
          sum += (floats[query / 4 + d] as number) * (floats[rows / 4 + row * dimensions + d] as number);
        floats[out / 4 + row] = sum;
      }),
    addScaled: (to, from, factor) => {
      for (let d = 0; d < dimensions; d += 1)
        floats[to / 4 + d] = (floats[to / 4 + d] as number) + (floats[from / 4 + d] as number) * factor;
    },
  };
};

const pageSize = 65_536;

/** A memory of at least so many bytes, all zero. It never grows, so views of its buffer stay good. */
export const memoryOf = (bytes: number): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: Math.ceil(bytes / pageSize) });

/** The loops over a memory. */
export const kernelsOn = (memory: WebAssembly.Memory): Kernels => {
  if (!WebAssembly.validate(code)) return plainKernels(memory);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { m: { memory } });
  // Our own module, whose functions are those of the type.
  return exports as Kernels;
};
