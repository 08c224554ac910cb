/** xorshift32: numbers from 0 up to 1, the same for the same seed on every machine. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/** Puts a list in a random order, in place (Fisher and Yates). */
export const shuffle = (list: Int32Array, random: () => number): void => {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const value = list[at] ?? 0;
    list[at] = list[other] ?? 0;
    list[other] = value;
  }
};
