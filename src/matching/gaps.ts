import type { Held, Relation } from './rules.ts';

/**
 * For each missing skill, the held one that lies nearest: two steps away through most of what lies between, the smaller id among equals. One
 * step away it would not be missing. A missing skill that nothing held is near is left out.
 */
export const nearestHeld = (
  missing: readonly number[],
  { held, ofMissing, ofHeld }: { held: readonly Held[]; ofMissing: readonly Relation[]; ofHeld: readonly Relation[] },
): Map<number, number> => {
  const holders = new Map<number, Set<number>>();
  for (const { skillId, otherId } of ofHeld) holders.set(otherId, (holders.get(otherId) ?? new Set()).add(skillId));
  const mine = held.map(({ skillId }) => skillId).sort((a, b) => a - b);
  const nearest = new Map<number, number>();
  for (const skillId of missing) {
    const between = new Set(ofMissing.filter((one) => one.skillId === skillId).map(({ otherId }) => otherId));
    const pathsOf = (from: number): number => [...between].filter((one) => holders.get(one)?.has(from)).length;
    const paths = mine.map((from) => ({ from, count: pathsOf(from) })).filter(({ count }) => count > 0);
    const [best] = paths.sort((a, b) => b.count - a.count);
    if (best) nearest.set(skillId, best.from);
  }
  return nearest;
};
