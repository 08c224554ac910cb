export const gramBuckets = 1 << 17;

/** Hashes (FNV-1a) of the 4-character pieces of a word with its borders marked, one after another. */
export const gramsOf = (word: string, into: number[]): void => {
  const marked = `_${word}_`;
  const last = Math.max(1, marked.length - 3);
  for (let at = 0; at < last; at += 1) {
    let hash = 0x811c9dc5;
    for (let step = at; step < at + 4 && step < marked.length; step += 1) {
      hash = Math.imul(hash ^ marked.charCodeAt(step), 0x01000193);
    }
    into.push((hash ^ (hash >>> 15)) & (gramBuckets - 1));
  }
};
