/** People who meet the same needs: which, as bits (the need at place n is 1 << n), and how many they are. */
export type Kind = { mask: number; count: number };

export type Cover = {
  /** How many people it takes at least. */
  size: number;
  /** Each way to do it with so many: the places of the kinds that take part. At most `mostWays` of them. */
  ways: number[][];
  /** Whether nothing smaller is possible, and the ways are all there are; false when looking further would have taken too long. */
  isExact: boolean;
};

/** A team of more is no team any more. */
export const mostTogether = 5;
const mostWays = 500;
/** How many kinds are looked at in one search: a few milliseconds. */
const mostSteps = 15_000;
/** Of very many kinds those who meet most are enough to look at. */
const mostKinds = 600;

export const bitsIn = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

type Search = { kinds: readonly Kind[]; byNeed: readonly (readonly number[])[]; ways: number[][]; steps: number };

const isOver = ({ steps, ways }: Search): boolean => steps > mostSteps || ways.length >= mostWays;

/** The need still open that the fewest kinds meet: the fewest ways to go wrong. */
const hardest = ({ byNeed }: Search, open: number): number => {
  let best = -1;
  for (let need = 0; need < byNeed.length; need += 1)
    if ((open >>> need) & 1 && (best < 0 || (byNeed[need]?.length ?? 0) < (byNeed[best]?.length ?? 0))) best = need;
  return best;
};

/**
 * Every way to meet what is open with exactly `left` more kinds. Each is found once: a kind that has been tried for a need is not tried again beneath its
 * later brothers.
 */
const look = (
  search: Search,
  open: number,
  left: number,
  chosen: number[],
  barred: Set<number>,
  most: number,
): void => {
  if (open === 0) {
    if (left === 0) search.ways.push([...chosen]);
    return;
  }
  if (left === 0 || bitsIn(open) > left * most) return;
  const tried: number[] = [];
  for (const at of search.byNeed[hardest(search, open)] ?? []) {
    search.steps += 1;
    if (isOver(search)) break;
    if (barred.has(at)) continue;
    chosen.push(at);
    look(search, open & ~(search.kinds[at]?.mask ?? 0), left - 1, chosen, barred, most);
    chosen.pop();
    barred.add(at);
    tried.push(at);
  }
  for (const at of tried) barred.delete(at);
};

/** What all kinds together meet. */
export const metBy = (kinds: readonly Kind[]): number => kinds.reduce((mask, kind) => mask | kind.mask, 0);

type Place = Kind & { at: number; bits: number };

/** Those who meet most, at most `mostKinds`. Only the bits of the others are looked at: there may be very many. */
const mostMeeting = (all: readonly Kind[], full: number): Place[] => {
  const bits = new Uint8Array(all.length);
  const having = new Uint32Array(33);
  for (let at = 0; at < all.length; at += 1) {
    const { mask, count } = all[at] as Kind;
    const one = count > 0 ? bitsIn(mask & full) : 0;
    bits[at] = one;
    having[one] = (having[one] as number) + 1;
  }
  let least = 32;
  for (let sum = having[least] ?? 0; least > 1 && sum < mostKinds; sum += having[least] ?? 0) least -= 1;
  const places: Place[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const one = bits[at] as number;
    if (one < least) continue;
    const { mask, count } = all[at] as Kind;
    places.push({ at, mask: mask & full, count, bits: one });
  }
  return places.sort((a, b) => b.bits - a.bits || a.mask - b.mask || a.at - b.at).slice(0, mostKinds);
};

/**
 * The smallest number of people who together meet every need of `all`, and who they can be. Exact while that is quick; null when it cannot be done
 * with five, or not found in the time there is. Nobody in a smallest team is of the same kind as another.
 */
export const smallestCover = (all: readonly Kind[], full: number): Cover | null => {
  if (full === 0 || (metBy(all) & full) !== full) return null;
  const places = mostMeeting(all, full);
  const kinds = places.map(({ mask, count }) => ({ mask, count }));
  const needs = 32 - Math.clz32(full);
  const byNeed = Array.from({ length: needs }, (_, need) =>
    kinds.flatMap(({ mask }, at) => ((mask >>> need) & 1 ? [at] : [])),
  );
  const most = bitsIn(kinds[0]?.mask ?? 0);
  let steps = 0;
  for (let size = 1; size <= mostTogether; size += 1) {
    const search: Search = { kinds, byNeed, ways: [], steps };
    look(search, full, size, [], new Set(), most);
    steps = search.steps;
    if (search.ways.length > 0) {
      const ways = search.ways.map((way) => way.map((at) => places[at]?.at ?? 0).sort((a, b) => a - b));
      return { size, ways, isExact: !isOver(search) };
    }
    if (steps > mostSteps) return null;
  }
  return null;
};

/** How many different teams of the smallest size there are at least; counting stops at `upTo`. */
export const countTeams = (kinds: readonly Kind[], { ways }: Pick<Cover, 'ways'>, upTo: number): number => {
  let count = 0;
  for (const way of ways) {
    count += way.reduce((product, at) => product * (kinds[at]?.count ?? 0), 1);
    if (count >= upTo) return upTo;
  }
  return count;
};
