import { levelFit } from '../levels.ts';
import { factors, mustFrom, type Need, type Reach, type Relation, worthsOf } from '../rules.ts';
import type { Group } from './find-best.ts';
import { keyOfHeld, keyOfNeed, levelsOfSkill } from './keys.ts';

/** A skill that meets a need wholly or partly: the need's place among the needs, and the factor by which the skill lies to it. */
export type Way = { need: number; skillId: number; factor: number };

/** Each need with every skill that meets it wholly or partly. */
export const waysTo = (needs: readonly Need[], relations: readonly Relation[]): Way[] => {
  const atOf = new Map(needs.map(({ skillId }, at) => [skillId, at]));
  const others = relations.flatMap(({ skillId, otherId, relation }) => {
    const need = atOf.get(skillId);
    return need === undefined ? [] : [{ need, skillId: otherId, factor: factors[relation] }];
  });
  return [...needs.map(({ skillId }, need) => ({ need, skillId, factor: factors.same })), ...others];
};

/** Needs as the segment of people is asked them: the best of all that meets one counts. */
export const groupsOfNeeds = (needs: readonly Need[], ways: readonly Way[]): Group[] =>
  needs.map(({ weight, isMust, level }, at) => ({
    wanted: ways
      .filter(({ need }) => need === at)
      .flatMap(({ skillId, factor }) =>
        levelsOfSkill.map((told) => ({
          key: keyOfHeld(skillId, told),
          points: factor * levelFit(level, told) * weight,
        })),
      )
      .sort((a, b) => b.points - a.points),
    heldFrom: mustFrom * weight,
    isMust,
  }));

/** What a person's skills reach, as the segment of challenges is asked it: a challenge wants a skill at one level only. */
export const groupsOfReach = (reach: Reach): Group[] =>
  [...reach].map(([skillId, ways]) => {
    const worths = worthsOf(ways);
    const wanted = levelsOfSkill.map((level) => ({ key: keyOfNeed(skillId, level), points: worths[level] ?? 0 }));
    return { wanted, heldFrom: 0, isMust: false };
  });
