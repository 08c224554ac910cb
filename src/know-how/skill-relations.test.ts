import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../kernel/root.ts';
import { largestCloseGroup, skillRelations } from './skill-relations.ts';
import { aSkill } from './vocabulary/fixtures.ts';
import { readVocabulary } from './vocabulary/import-folder.ts';
import { starterVocabulary } from './vocabulary/starter.ts';

const uri = (id: string): string => `http://example.org/skill/${id}`;
const plain = (relations: ReturnType<typeof skillRelations>) =>
  relations.map((one) => `${one.uri.split('/').at(-1)} ${one.relation} ${one.otherUri.split('/').at(-1)}`).sort();

test('a skill under a skill is narrower than it, and the other way round', () => {
  const skills = [aSkill('bake'), aSkill('bake-bread', { broader: [uri('bake')] })];
  expect(plain(skillRelations(skills))).toEqual(['bake narrower bake-bread', 'bake-bread broader bake']);
});

/** A group of skills that are all called alike, among others that are not. */
const groupOf = (group: string, count: number) => [
  ...Array.from({ length: count }, (_, at) =>
    aSkill(`s${at}`, { en: `apply insulation ${at}`, broader: [`http://data.europa.eu/esco/${group}`] }),
  ),
  ...Array.from({ length: 50 }, (_, at) => aSkill(`other${at}`, { en: `apply something ${at}` })),
];

test('skills of one small group of the narrowest kind that are called alike are related, of a large one not', () => {
  expect(plain(skillRelations(groupOf('skill/S1.2.3', 2)))).toEqual(['s0 related s1', 's1 related s0']);
  const largest = skillRelations(groupOf('skill/S1.2.3', largestCloseGroup));
  expect(largest).toHaveLength(largestCloseGroup * (largestCloseGroup - 1));
  expect(skillRelations(groupOf('skill/S1.2.3', largestCloseGroup + 1))).toEqual([]);
});

test('what stands in one small group and is called otherwise is not related, and a common word makes nothing alike', () => {
  const broader = ['http://data.europa.eu/esco/skill/S1.2.3'];
  const skills = [
    aSkill('lay', { en: 'lay bricks', fi: 'muurata tiilestä', broader }),
    aSkill('wall', { en: 'build brick walls', fi: 'muurata seiniä tiilestä', broader }),
    aSkill('dive', { en: 'build rafts', fi: 'rakentaa lauttoja', broader }),
    ...Array.from({ length: 50 }, (_, at) => aSkill(`other${at}`, { en: `build thing ${at}`, fi: `tehdä ${at}` })),
  ];
  expect(plain(skillRelations(skills))).toEqual(['lay related wall', 'wall related lay']);
});

test.each(['isced-f/041', 'isced-f/0413', 'skill/S1.2', 'skill/S1', 'skill/T3', 'skill/L1'])(
  'a broad group or a field of knowledge relates nothing: %s',
  (group) => {
    expect(skillRelations(groupOf(group, 2))).toEqual([]);
  },
);

/** The English names of what is related to a skill of the starter. */
const relatedTo = (name: string): string[] => {
  const { skills } = starterVocabulary();
  const nameOf = new Map(skills.map(({ uri: one, labels }) => [one, labels.en]));
  return skillRelations(skills)
    .filter((one) => nameOf.get(one.uri) === name)
    .map(({ otherUri }) => nameOf.get(otherUri) ?? otherUri)
    .sort();
};

test('the starter relates what is near in kind, and nothing that only stands in one group', () => {
  expect(relatedTo('customer service')).toEqual([
    'answering customer questions',
    'handling difficult customers',
    'reception work',
    'shop work',
  ]);
  expect(relatedTo('bicycle repair')).toEqual(['assembling bicycles', 'e-bike repair', 'tuning bicycles']);
  expect(relatedTo('bookkeeping')).toEqual(['accounting software', 'financial administration', 'invoicing', 'payroll']);
  expect(relatedTo('lean thinking')).toEqual([]);
});

test('what the starter calls related is in it', () => {
  const { skills } = starterVocabulary();
  const known = new Set(skills.map(({ uri: one }) => one));
  expect(skills.flatMap(({ related = [] }) => related).filter((one) => !known.has(one))).toEqual([]);
});

test('a pair has one relation: broader and narrower come before related', () => {
  const skills = [
    aSkill('a', { en: 'x', broader: ['http://data.europa.eu/esco/skill/S1.2.3'], related: [uri('b'), uri('gone')] }),
    aSkill('b', { en: 'x', broader: ['http://data.europa.eu/esco/skill/S1.2.3', uri('a')] }),
  ];
  expect(plain(skillRelations(skills))).toEqual(['a narrower b', 'b broader a']);
});

const esco = join(productFolder, '..', 'shared', 'data', 'esco');
if (!existsSync(esco)) console.warn(`Skipped: what the groups of the whole ESCO relate, for ${esco} is not there.`);

test.skipIf(!existsSync(esco))(
  'of the small groups of ESCO a handful of pairs is related, each by what it is called',
  async () => {
    const { skills } = await readVocabulary(esco);
    const nameOf = new Map(skills.map((one) => [one.uri, one.labels.en]));
    const names = ({ uri: one, otherUri }: { uri: string; otherUri: string }) =>
      `${nameOf.get(one)} ~ ${nameOf.get(otherUri)}`;
    // Of 517 pairs in 39 groups; README says how many of them a careful reader calls near.
    const found = skillRelations(skills)
      .filter(({ relation }) => relation === 'related')
      .map(names);
    expect(found).toHaveLength(2 * 39);
    expect(found).toEqual(
      expect.arrayContaining([
        'install insulation material ~ apply insulation strips',
        'manage waste ~ handle waste',
        'assess potential oil yield ~ assess potential gas yield',
      ]),
    );
    for (const apart of [
      'assign homework ~ delegate emergency care',
      'dress bodies ~ assemble visitor supplies',
      'manage vault access ~ avoid contamination',
    ]) {
      expect(found).not.toContain(apart);
      expect(found).not.toContain(apart.split(' ~ ').reverse().join(' ~ '));
    }
  },
);
