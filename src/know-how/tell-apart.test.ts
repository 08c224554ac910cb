import { expect, test } from 'vitest';
import { aboutSkill } from './recogniser/about.ts';
import { tellApart } from './tell-apart.ts';
import { aSkill } from './vocabulary/fixtures.ts';
import { starterVocabulary } from './vocabulary/starter.ts';

const { skills } = starterVocabulary();
const byUri = new Map(skills.map((skill) => [skill.uri, skill]));
const about = (uri: string) => {
  const skill = byUri.get(uri);
  return skill ? aboutSkill(skill, 'fi') : '';
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

test('a description comes before other names, its first sentence only, and a long one ends at a word', () => {
  const given = { fi: 'leipominen', names: { fi: ['leivoin', 'Leipominen', 'pullat'], sv: [], en: [] } };
  expect(aboutSkill(aSkill('a', given), 'fi')).toBe('leivoin, pullat');
  const described = (fi: string) => aSkill('a', { ...given, description: { fi, sv: '', en: '' } });
  expect(aboutSkill(described('Tehdä leipää. Ja muuta.'), 'fi')).toBe('Tehdä leipää.');
  const long = aboutSkill(described('leipä '.repeat(40)), 'fi');
  expect(long).toMatch(/leipä …$/);
  expect(long.length).toBeLessThan(95);
  expect(aboutSkill(described('Tehdä leipää.'), 'en')).toBe('');
});
