import type { Level } from '../know-how/index.ts';

/** Every level a need can want: first none at all. */
export const wantable: readonly (Level | null)[] = [null, 1, 2, 3, 4];

/**
 * How much of a need's points is left, in tenths, by how many steps a skill lies below the level wanted: at it or above it all of them. Who is a
 * step or two below can grow into it; three steps below is the beginning of something else. A rule of ours, read aloud on /how-matching-works.
 */
export const levelFits = [10, 8, 6, 4] as const;

/**
 * In tenths. A level the business does not ask for, or the customer has not told, takes nothing: who has told little is asked, not left out.
 */
export const levelFit = (wanted: Level | null, told: Level | null): number =>
  wanted === null || told === null ? levelFits[0] : (levelFits[Math.max(0, wanted - told)] ?? 0);

/** How the level told lies to the one wanted; null where none is wanted. The first step is anybody's who can it at all. */
export const levelStates = ['enough', 'below', 'notTold'] as const;
export type LevelState = (typeof levelStates)[number];

export const levelStateOf = (wanted: Level | null, told: Level | null): LevelState | null => {
  if (wanted === null) return null;
  if (wanted === 1) return 'enough';
  if (told === null) return 'notTold';
  return told >= wanted ? 'enough' : 'below';
};
