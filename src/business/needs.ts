import type { Level } from '../know-how/index.ts';
import type { NeedBecause } from './tables.ts';

export type Need = {
  skillId: number;
  /** How much it counts: 1 a little, 2 quite, 3 very. */
  weight: number;
  isMust: boolean;
  /** How well it is wanted; null when it does not matter. */
  level: Level | null;
  /** Words of the problem that caused it; none when the business added it. */
  because: NeedBecause[];
};

export type FoundNeed = { skillId: number; because: NeedBecause[] };

export const mostNeeds = 20;

const asFound = ({ skillId, because }: FoundNeed): Need => ({
  skillId,
  weight: 2,
  isMust: false,
  level: null,
  because,
});

export const needsFrom = (found: readonly FoundNeed[]): Need[] => found.map(asFound);

const isAdjusted = ({ weight, isMust, level }: Need): boolean => weight !== 2 || isMust || level !== null;

/**
 * The needs after the problem was written anew. What the business added, adjusted or dropped stays as they left it; an untouched
 * suggestion goes with its words, and new words bring new ones.
 */
export const mergeNeeds = ({
  kept,
  foundBefore,
  foundNow,
}: {
  kept: readonly Need[];
  foundBefore: readonly FoundNeed[];
  foundNow: readonly FoundNeed[];
}): Need[] => {
  const now = new Map(foundNow.map((found) => [found.skillId, found]));
  const known = new Set([...kept, ...foundBefore].map(({ skillId }) => skillId));
  const staying = kept.flatMap((need): Need[] => {
    const found = now.get(need.skillId);
    if (found) return [{ ...need, because: found.because }];
    const wasFromText = need.because.length > 0;
    return wasFromText && !isAdjusted(need) ? [] : [{ ...need, because: [] }];
  });
  const fresh = needsFrom(foundNow.filter(({ skillId }) => !known.has(skillId)));
  return [...staying, ...fresh].slice(0, mostNeeds);
};

/** What the sum of a challenge's weights is kept as, beside it. */
export const weightOf = (needs: readonly Need[]): number => needs.reduce((sum, { weight }) => sum + weight, 0);
