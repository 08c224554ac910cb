import { expect, test } from 'vitest';
import { largestCloseGroup, skillRelations } from './skill-relations.ts';
import { aSkill } from './vocabulary/fixtures.ts';

const uri = (id: string): string => `http://example.org/skill/${id}`;
const plain = (relations: ReturnType<typeof skillRelations>) =>
  relations.map((one) => `${one.uri.split('/').at(-1)} ${one.relation} ${one.otherUri.split('/').at(-1)}`).sort();

test('a skill under a skill is narrower than it, and the other way round', () => {
  const skills = [aSkill('bake'), aSkill('bake-bread', { broader: [uri('bake')] })];
  expect(plain(skillRelations(skills))).toEqual(['bake narrower bake-bread', 'bake-bread broader bake']);
});

test('skills of one small group are related, of a large one not', () => {
  const group = (count: number) =>
    Array.from({ length: count }, (_, at) => aSkill(`s${at}`, { broader: ['http://example.org/group'] }));
  expect(plain(skillRelations(group(2)))).toEqual(['s0 related s1', 's1 related s0']);
  expect(skillRelations(group(largestCloseGroup))).toHaveLength(largestCloseGroup * (largestCloseGroup - 1));
  expect(skillRelations(group(largestCloseGroup + 1))).toEqual([]);
});

test('a pair has one relation: broader and narrower come before related', () => {
  const skills = [
    aSkill('a', { broader: ['http://example.org/group'], related: [uri('b'), uri('gone')] }),
    aSkill('b', { broader: ['http://example.org/group', uri('a')] }),
  ];
  expect(plain(skillRelations(skills))).toEqual(['a narrower b', 'b broader a']);
});
