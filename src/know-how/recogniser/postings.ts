/** Lists of numbers by key, packed: the list of key k is values[offsets[k] .. offsets[k + 1]). Numbers that fit take two bytes each. */
export type Postings = { offsets: Int32Array; values: Int32Array | Uint16Array; weights: Float32Array };

const fitsTwoBytes = (values: readonly number[]): boolean => {
  for (const value of values) if (value > 0xffff) return false;
  return true;
};

/** Packs (key, value, weight) triples, kept in the order given within each key. */
export const packPostings = (keyCount: number, keys: number[], values: number[], weights?: number[]): Postings => {
  const offsets = new Int32Array(keyCount + 1);
  for (const key of keys) offsets[key + 1] = (offsets[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key += 1) offsets[key + 1] = (offsets[key + 1] ?? 0) + (offsets[key] ?? 0);
  const next = offsets.slice();
  const packed = fitsTwoBytes(values) ? new Uint16Array(keys.length) : new Int32Array(keys.length);
  const packedWeights = new Float32Array(weights ? keys.length : 0);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    next[key] = place + 1;
    packed[place] = values[at] ?? 0;
    if (weights) packedWeights[place] = weights[at] ?? 0;
  }
  return { offsets, values: packed, weights: packedWeights };
};
