/**
 * Shares a number of points out over parts of a whole so that they always add up: each part gets its points rounded down, and what is left
 * goes to the largest remainders. `parts` are whole numbers; no part gets more than one point above or below its exact share.
 */
export const shareOut = (parts: readonly number[], { whole, points }: { whole: number; points: number }): number[] => {
  if (whole === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((100 * part) / whole));
  const left = points - shares.reduce((sum, share) => sum + share, 0);
  const largestFirst = parts
    .map((part, at) => ({ at, rest: (100 * part) % whole }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, left);
  for (const { at } of largestFirst) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
};
