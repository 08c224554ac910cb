import type { SkillRelation } from './tables.ts';
import type { Skill } from './vocabulary/types.ts';

export type UriRelation = { uri: string; otherUri: string; relation: SkillRelation };

/** A group with more skills than this says too little about any two of them. */
export const largestCloseGroup = 8;

/**
 * Only ESCO's narrowest groups of skills (S1.2.3) hold what is near in kind. A group above them, a field of knowledge (isced-f) or one of
 * qualities (T) or languages (L) holds bookkeeping beside warehouse work.
 */
const isNarrowGroup = (uri: string): boolean => /\/skill\/S\d+\.\d+\.\d+$/.test(uri);

const groupsOf = (skills: readonly Skill[], isSkill: (uri: string) => boolean): string[][] => {
  const members = new Map<string, string[]>();
  for (const { uri, broader } of skills)
    for (const group of broader) {
      if (isSkill(group) || !isNarrowGroup(group)) continue;
      const known = members.get(group);
      if (known) known.push(uri);
      else members.set(group, [uri]);
    }
  return [...members.values()];
};

/**
 * How the skills of a vocabulary lie to each other, both directions of each pair once: broader and narrower where the vocabulary says so,
 * else related where it says so or where both stand right under the same small group of the narrowest kind.
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
  for (const group of groupsOf(skills, isSkill))
    if (group.length <= largestCloseGroup)
      for (const uri of group) for (const other of group) add(uri, other, 'related');
  return [...found.values()];
};
