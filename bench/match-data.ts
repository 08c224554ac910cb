// Made-up people and challenges for measuring the matching: the same at every run, skills as unevenly common as in life.
import type { Level } from '../src/know-how/index.ts';
import { levelFit } from '../src/matching/levels.ts';
import { factors, mustFrom } from '../src/matching/rules.ts';
import type { Group } from '../src/matching/segment/find-best.ts';
import { keyOfHeld, levelsOfSkill } from '../src/matching/segment/keys.ts';
import type { Entry } from '../src/matching/segment/segment.ts';

export const size = { people: 1_000_000, skillsEach: 20, skills: 13_891, needs: 12 };

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
export const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** The commonest skill is held by about one in six, and half of all holdings are of a quarter of the skills. */
const someSkill = (random: () => number): number => Math.floor(size.skills * random() ** 2);

export const idOfPerson = (number: number): string =>
  `10000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** How well, as told: three in ten have not. */
const someLevel = (random: () => number): Level | null => levelsOfSkill[Math.floor(random() * 5.7)] ?? null;

export type Person = { id: string; facts: number; holds: { skillId: number; level: Level | null }[] };

/** One after the other, ids ascending. `facts`: the two low bits are when they can work, seldom 0. */
export function* people(count = size.people): Generator<Person> {
  const random = chance(1);
  for (let number = 0; number < count; number += 1) {
    const held = new Set<number>();
    while (held.size < size.skillsEach) held.add(someSkill(random));
    const holds = [...held].map((skillId) => ({ skillId, level: someLevel(random) }));
    yield { id: idOfPerson(number), holds, facts: Math.min(3, Math.floor(random() * 8)) };
  }
}

/** As the index keeps a person. */
export const entryOf = ({ id, facts, holds }: Person): Entry => ({
  id,
  facts,
  keys: holds.map(({ skillId, level }) => keyOfHeld(skillId, level)),
});

/** Half of them can work when this asks. */
export const accepts = (facts: number): boolean => facts !== 0;
export const acceptsSql = 'p.facts <> 0';

export type Asked = {
  weight: number;
  isMust: boolean;
  level: Level | null;
  ways: { skillId: number; factor: number }[];
};

/** Twelve needs, each with the skill itself, two right above or below it and two related ones: sixty weighted lists. Two are musts; most want a level. */
export const needs = (seed: number): Asked[] => {
  const random = chance(1000 + seed);
  const used = new Set<number>();
  const unused = (): number => {
    const skill = someSkill(random);
    if (used.has(skill)) return unused();
    used.add(skill);
    return skill;
  };
  return Array.from({ length: size.needs }, (_, at) => {
    const weight = 1 + Math.floor(random() * 3);
    const ways = [factors.same, factors.narrower, factors.broader, factors.related, factors.related];
    const found = ways.map((factor) => ({ skillId: unused(), factor }));
    return { weight, isMust: at < 2, level: someLevel(random), ways: found };
  });
};

/** The needs as the index is asked them: what a way brings depends on the level told. */
export const groupsOf = (asked: readonly Asked[]): Group[] =>
  asked.map(({ weight, isMust, level, ways }) => ({
    wanted: ways
      .flatMap(({ skillId, factor }) =>
        levelsOfSkill.map((told) => ({
          key: keyOfHeld(skillId, told),
          points: weight * factor * levelFit(level, told),
        })),
      )
      .sort((a, b) => b.points - a.points),
    heldFrom: mustFrom * weight,
    isMust,
  }));
