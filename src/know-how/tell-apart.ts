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

/** Letters: fits in two lines or three of a phone. */
const longest = 90;
const mostTold = 3;

const shorten = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, '')} …`;

/**
 * Gives each skill of a list whose name is nearly that of another in it what tells it apart (`about`), and the others null: names alone do not
 * tell which of two a person means. What the other is called too is told only where there is nothing else.
 */
export const tellApart = <One extends { uri: string; label: string }>(
  list: readonly One[],
  about: (uri: string) => readonly string[],
): (One & { apart: string | null })[] => {
  const known = list.map((one) => ({ ...one, parts: partsOf(one.label), said: about(one.uri) }));
  return list.map((one, at) => {
    const own = known[at];
    const alike = own ? known.filter((other) => other !== own && areNear(own.parts, other.parts)) : [];
    const shared = new Set(alike.flatMap(({ label, said }) => [label, ...said]).map((name) => name.toLowerCase()));
    const said = own && alike.length > 0 ? own.said : [];
    const ownOnly = said.filter((name) => !shared.has(name.toLowerCase()));
    const told = ownOnly.length > 0 ? ownOnly : said;
    return { ...one, apart: shorten(told.slice(0, mostTold).join(', ')) || null };
  });
};
