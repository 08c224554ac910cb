import { alikeNames } from './alike-names.ts';
import type { SkillRelation } from './tables.ts';
import type { Skill } from './vocabulary/types.ts';

export type UriRelation = { uri: string; otherUri: string; relation: SkillRelation };

/** A group with more skills than this says too little about any two of them. */
export const largestCloseGroup = 8;

/** Of two skills of a small group, the least their names are alike (0..1) when they are near; chosen by eye on the whole of ESCO (README). */
export const leastAlike = 0.24;

/**
 * Only ESCO's narrowest groups of skills (S1.2.3) hold what is near in kind. A group above them, a field of knowledge (isced-f) or one of
 * qualities (T) or languages (L) holds bookkeeping beside warehouse work.
 */
const isNarrowGroup = (uri: string): boolean => /\/skill\/S\d+\.\d+\.\d+$/.test(uri);

const smallGroups = (skills: readonly Skill[], isSkill: (uri: string) => boolean): Skill[][] => {
  const members = new Map<string, Skill[]>();
  for (const skill of skills)
    for (const group of skill.broader) {
      if (isSkill(group) || !isNarrowGroup(group)) continue;
      const known = members.get(group);
      if (known) known.push(skill);
      else members.set(group, [skill]);
    }
  return [...members.values()].filter(({ length }) => length > 1 && length <= largestCloseGroup);
};

/**
 * Pairs of a small group that are near. The group alone does not tell: half of ESCO's small ones hold what fits nowhere else, bereavement beside
 * infections. The names alone do not either: to teach biology is not to teach dance.
 */
const nearPairs = (skills: readonly Skill[], isSkill: (uri: string) => boolean): [string, string][] => {
  const groups = smallGroups(skills, isSkill);
  if (groups.length === 0) return [];
  const alike = alikeNames(skills);
  return groups.flatMap((group) =>
    group.flatMap((one, at) =>
      group
        .slice(at + 1)
        .filter((other) => alike(one, other) >= leastAlike)
        .map((other): [string, string] => [one.uri, other.uri]),
    ),
  );
};

/**
 * How the skills of a vocabulary lie to each other, both directions of each pair once: broader and narrower where the vocabulary says so,
 * else related where it says so, or where both stand right under the same small group of the narrowest kind and are called alike.
 */
export const skillRelations = (skills: readonly Skill[]): UriRelation[] => {
  const known = new Set(skills.map(({ uri }) => uri));
  const found = new Map<string, UriRelation>();
  const add = (uri: string, otherUri: string, relation: SkillRelation): void => {
    const key = `${uri} ${otherUri}`;
    if (uri !== otherUri && !found.has(key)) found.set(key, { uri, otherUri, relation });
  };
  const addBoth = (uri: string, otherUri: string): void => {
    add(uri, otherUri, 'related');
    add(otherUri, uri, 'related');
  };
  const isSkill = (uri: string): boolean => known.has(uri);
  for (const { uri, broader } of skills)
    for (const other of broader.filter(isSkill)) {
      add(uri, other, 'broader');
      add(other, uri, 'narrower');
    }
  for (const { uri, related = [] } of skills) for (const other of related.filter(isSkill)) addBoth(uri, other);
  for (const [uri, other] of nearPairs(skills, isSkill)) addBoth(uri, other);
  return [...found.values()];
};
