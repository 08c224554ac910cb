import { expect, test } from 'vitest';
import { aboutSkill } from './recogniser/about.ts';
import { tellApart } from './tell-apart.ts';
import { aSkill } from './vocabulary/fixtures.ts';
import { starterVocabulary } from './vocabulary/starter.ts';

const { skills } = starterVocabulary();
const byUri = new Map(skills.map((skill) => [skill.uri, skill]));
const about = (uri: string) => {
  const skill = byUri.get(uri);
  return skill ? aboutSkill(skill, 'fi') : [];
};
const listOf = (...labels: string[]) =>
  labels.map((label) => {
    const skill = skills.find(({ labels: { fi } }) => fi === label);
    if (!skill) throw new Error(`nothing is called ${label}`);
    return { uri: skill.uri, label };
  });

test.each([
  [['inventaario', 'inventointi']],
  [['varausten tekeminen', 'varausten hoito', 'ajanvarausten hoitaminen']],
  [['vaatteiden korjaus', 'vaatteiden korjausompelu']],
])('%j stand with what tells them apart, each with its own', (labels) => {
  const apart = tellApart(listOf(...labels), about).map((one) => one.apart);
  expect(apart.every((one) => one !== null && one !== '')).toBe(true);
  expect(new Set(apart).size).toBe(labels.length);
});

test('what is called otherwise stands alone, and so does one that has no like in the list', () => {
  const told = tellApart(listOf('inventointi', 'leipominen', 'hitsaus'), about);
  expect(told.map(({ apart }) => apart)).toEqual([null, null, null]);
});

test('what both are called is left out, unless there is nothing else', () => {
  const said = new Map([
    ['a', ['inventoin', 'laskin tavarat', 'inventointi']],
    ['b', ['inventoin', 'laskin saldot']],
    ['c', ['inventoin']],
  ]);
  const list = [
    { uri: 'a', label: 'inventaario' },
    { uri: 'b', label: 'inventointi' },
    { uri: 'c', label: 'inventoija' },
  ];
  const told = tellApart(list, (uri) => said.get(uri) ?? []);
  expect(told.map(({ apart }) => apart)).toEqual(['laskin tavarat', 'laskin saldot', 'inventoin']);
});

test('a description comes before other names, its first sentence only, and a long one ends at a word', () => {
  const given = { fi: 'leipominen', names: { fi: ['leivoin', 'Leipominen', 'pullat'], sv: [], en: [] } };
  expect(aboutSkill(aSkill('a', given), 'fi')).toEqual(['leivoin', 'pullat']);
  const described = (fi: string) => aSkill('a', { ...given, description: { fi, sv: '', en: '' } });
  expect(aboutSkill(described('Tehdä leipää. Ja muuta.'), 'fi')).toEqual(['Tehdä leipää.']);
  expect(aboutSkill(described('Tehdä leipää.'), 'en')).toEqual([]);
  const twins = ['a', 'b'].map((uri) => ({ uri, label: 'leipominen' }));
  const [long] = tellApart(twins, (uri) => [`${uri} ${'leipä '.repeat(40)}`]);
  expect(long?.apart).toMatch(/^a leipä .*leipä …$/);
  expect(long?.apart?.length).toBeLessThan(95);
});
