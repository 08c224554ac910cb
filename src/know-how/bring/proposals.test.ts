import { expect, test } from 'vitest';
import { proposalsOf, searchedIn } from './proposals.ts';
import type { Found, Paragraph } from './reader/types.ts';

const skill = (name: string, score = 0.5) => ({
  skillId: 1,
  uri: `esco/${name}`,
  label: name,
  score,
  because: [{ start: 0, end: 3 }],
});
const paragraph = (text: string, part: Paragraph['part']): Paragraph => ({ page: null, no: 1, part, text });
const experience = (title: string, at: number): Found => ({
  kind: 'experience',
  at,
  what: {
    ...{ kind: 'work', title, place: '', from: null, to: null, isOngoing: false, did: '' },
    ...{ language: 'fi', skills: [], isHidden: false },
  },
});
const read = { kind: 'text', language: 'en' } as const;
const none = { kept: new Set<string>(), dropped: new Set<string>() };
const paragraphs = [
  paragraph('aaa', 'work'),
  paragraph('bbb', 'work'),
  paragraph('ccc', 'work'),
  paragraph('ddd', 'hobby'),
];

test('a skill found twice stands once, with both places, the surest first', () => {
  const recognised = [
    { at: 0, skills: [skill('baking', 0.4)] },
    { at: 1, skills: [skill('selling', 0.6), skill('baking', 0.9)] },
  ];
  const proposals = proposalsOf({ ...read, found: [], paragraphs }, { recognised, ...none });
  expect(proposals.map(({ what, places }) => ['label' in what && what.label, places.map(({ at }) => at)])).toEqual([
    ['baking', [0, 1]],
    ['selling', [1]],
  ]);
  expect(proposals[0]?.what).toMatchObject({ words: ['aaa', 'bbb'] });
});

test('an experience shows the skills of its own paragraphs, until the next one or the part’s end', () => {
  const recognised = ['a', 'b', 'c', 'd'].map((name, at) => ({ at, skills: [skill(name)] }));
  const found = [experience('first', 0), experience('second', 2)];
  const proposals = proposalsOf({ ...read, found, paragraphs }, { recognised, ...none });
  const skillsOf = (title: string) =>
    proposals.flatMap(({ what }) => ('title' in what && what.title === title ? what.skills : []));
  expect([skillsOf('first'), skillsOf('second')]).toEqual([['esco/a', 'esco/b'], ['esco/c']]);
});

test('what is kept is tied and not proposed again; what was dropped is neither', () => {
  const recognised = [{ at: 0, skills: [skill('kept'), skill('dropped'), skill('new')] }];
  const decided = { kept: new Set(['esco/kept']), dropped: new Set(['esco/dropped']) };
  const proposals = proposalsOf({ ...read, found: [experience('first', 0)], paragraphs }, { recognised, ...decided });
  expect(proposals.flatMap(({ what }) => ('label' in what ? [what.label] : []))).toEqual(['new']);
  expect(proposals.at(-1)?.what).toMatchObject({ skills: ['esco/kept', 'esco/new'] });
});

test('a skill the document tells of itself comes before those found in its words, once', () => {
  const what = { uri: 'esco/told', label: 'told', level: 3 as const, levelWords: '', words: [], isHidden: false };
  const found: Found[] = [
    { kind: 'knowHow', at: 1, what },
    { kind: 'knowHow', at: 2, what },
  ];
  const recognised = [{ at: 0, skills: [skill('told'), skill('found')] }];
  const proposals = proposalsOf({ ...read, found, paragraphs }, { recognised, ...none });
  expect(proposals.map((one) => 'label' in one.what && one.what.label)).toEqual(['told', 'found']);
  expect(proposals[0]).toMatchObject({ what: { level: 3 }, places: [{ at: 0, spans: [{ start: 0, end: 3 }] }] });
});

test('wishes, languages and cards are not looked through for skills, and our own profile not at all', () => {
  const all = [
    ...paragraphs,
    paragraph('haluan leipoa', 'wishes'),
    paragraph('suomi', 'languages'),
    paragraph('12', null),
  ];
  expect(searchedIn({ kind: 'pdf', paragraphs: all })).toEqual([0, 1, 2, 3]);
  expect(searchedIn({ kind: 'tuttu', paragraphs: all })).toEqual([]);
});

test('a card the list knows is called as there, whatever the document calls it; a name given in Tuttu stays', () => {
  const licence = (code: string, name: string, kind: 'card' | 'drivingLicence' = 'card'): Found => ({
    kind: 'licence',
    at: 0,
    what: { kind, code, name, untilOn: null, isHidden: false },
  });
  const found = [
    licence('hygieniapassi', 'Hygiene pass 2019'),
    licence('B', 'B', 'drivingLicence'),
    licence('', 'Ensiapukortti'),
  ];
  const namesIn = (kind: 'text' | 'tuttu', language: 'en' | 'sv') =>
    proposalsOf({ kind, language, found, paragraphs }, { recognised: [], ...none }).flatMap(({ what }) =>
      'name' in what ? [what.name] : [],
    );
  expect(namesIn('text', 'en')).toEqual(['Hygiene passport', 'B, car', 'Ensiapukortti']);
  expect(namesIn('text', 'sv')).toEqual(['Hygienpass', 'B, personbil', 'Ensiapukortti']);
  expect(namesIn('tuttu', 'en')).toEqual(['Hygiene pass 2019', 'B', 'Ensiapukortti']);
});
