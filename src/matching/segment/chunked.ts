/**
 * A growing list of whole numbers that is written once and read once, both from the start. It is never copied, and what has been read is let go.
 */
export type Chunked = {
  push(value: number): void;
  readonly length: number;
  /** The next number not yet read; 0 when there is none. */
  next(): number;
};

const firstLength = 1 << 10;
/** Parts of 32 MB go back to the machine as soon as they are let go. */
const longest = 1 << 23;

export const chunked = (make: (length: number) => Uint8Array | Uint32Array): Chunked => {
  const chunks: (Uint8Array | Uint32Array)[] = [];
  let last = make(0);
  let written = 0;
  let first = last;
  let read = 0;
  let length = 0;
  return {
    push(value) {
      if (written === last.length) {
        last = make(Math.min(longest, Math.max(firstLength, last.length * 2)));
        chunks.push(last);
        written = 0;
      }
      last[written] = value;
      written += 1;
      length += 1;
    },
    get length() {
      return length;
    },
    next() {
      if (read === first.length) {
        first = chunks.shift() ?? first;
        read = 0;
      }
      const value = first[read] ?? 0;
      read += 1;
      return value;
    },
  };
};
