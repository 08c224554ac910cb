/** What hashes begin with: a whole word and a piece spelled like it are two things. */
export const wordSeed = 0x1b873593;
export const pieceSeed = 0x811c9dc5;

/** FNV-1a over a text's UTF-16 units from `from` up to `to`: 32 bits with a sign, the same on every machine. Its high bits are the better mixed. */
export const hashOf = (seed: number, text: string, from = 0, to = text.length): number => {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};
