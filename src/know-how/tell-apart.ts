const lettersOfPart = 4;
/** The least share of parts two names have in common when a reader may take one for the other: "inventaario" and "inventointi". */
const leastCommon = 0.35;

const partsOf = (name: string): Set<string> => {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  const parts = new Set<string>();
  for (let at = 0; at + lettersOfPart <= letters.length; at += 1) parts.add(letters.slice(at, at + lettersOfPart));
  return parts;
};

const areNear = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  let common = 0;
  for (const part of one) if (other.has(part)) common += 1;
  return common > 0 && (2 * common) / (one.size + other.size) >= leastCommon;
};

/**
 * Gives each skill of a list whose name is nearly that of another in it what tells it apart (`about`), and the others null: names alone do not
 * tell which of two a person means.
 */
export const tellApart = <One extends { uri: string; label: string }>(
  list: readonly One[],
  about: (uri: string) => string,
): (One & { apart: string | null })[] => {
  const parts = list.map(({ label }) => partsOf(label));
  return list.map((one, at) => {
    const own = parts[at] ?? new Set<string>();
    const isAlike = parts.some((other, place) => place !== at && areNear(own, other));
    return { ...one, apart: (isAlike && about(one.uri)) || null };
  });
};
