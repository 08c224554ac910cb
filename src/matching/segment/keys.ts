import type { Level } from '../../know-how/index.ts';

/**
 * The index keeps a list for each skill at each level, so that a level changes how many points a list brings and nothing else. A person who has not
 * told how well stands with those at the highest: nothing is taken from them. A need that wants no level stands with those that want the
 * first: anybody meets it.
 */
export const levelsOfSkill: readonly Level[] = [1, 2, 3, 4];

const keyOf = (skillId: number, level: Level): number => skillId * levelsOfSkill.length + level - 1;

export const keyOfHeld = (skillId: number, told: Level | null): number => keyOf(skillId, told ?? 4);
export const keyOfNeed = (skillId: number, wanted: Level | null): number => keyOf(skillId, wanted ?? 1);
