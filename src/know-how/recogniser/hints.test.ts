import { expect, test } from 'vitest';
import { aLine } from '../lexicon/fixtures.ts';
import { lexiconIn } from '../lexicon/load-lexicon.ts';
import { trainingPairs } from '../vectors/pairs.ts';
import { recipe, train } from '../vectors/train.ts';
import { quantise } from '../vectors/vectors.ts';
import { aSkill, aVocabulary, folderWith } from '../vocabulary/fixtures.ts';
import type { Vocabulary } from '../vocabulary/types.ts';
import { createRecogniser } from './recogniser.ts';

const filler = Array.from({ length: 60 }, (_, at) => aSkill(`other-${at}`, { fi: `muu osio${at}`, en: `item ${at}` }));
const plain = aVocabulary([
  aSkill('a', { fi: 'läheisestä huolehtiminen', sv: 'anhörigvård', en: 'caring for kin' }),
  aSkill('b', { fi: 'lääkkeiden jakaminen', sv: 'medicindelning', en: 'giving medicine' }),
  aSkill('weld', { fi: 'liittää metallia', sv: 'foga metall', en: 'join metal' }),
  ...filler,
]);
const uri = (id: string) => `http://example.org/skill/${id}`;
const empty = { fi: '', sv: '', en: '' };
const vocabulary: Vocabulary = {
  ...plain,
  occupations: [
    {
      uri: 'http://example.org/occupation/welder',
      labels: { fi: 'hitsaaja', sv: 'svetsare', en: 'welder' },
      names: { fi: [], sv: [], en: ['metal joiner'] },
      description: empty,
      skills: [uri('weld'), uri('gone')],
    },
  ],
};
const lexicon = lexiconIn([
  await folderWith({
    'a.jsonl': `${aLine('care-parent', { unless: { fi: ['kissa'] } })}\n${aLine('local', { fi: ['keitin soppaa', 'xx yy', 'yy zz'], cities: ['turku'] })}`,
  }),
]);
const recogniser = createRecogniser(vocabulary, { lexicon });
const found = (text: string, more: object = {}) => recogniser.recognise({ text, language: 'fi', ...more });

test('an activity leads to its skills, the most central first, with its words and its name', () => {
  const text = 'Kolme vuotta hoitelin mutsia kotona.';
  const [first, second] = found(text);
  expect([first?.uri, second?.uri]).toEqual([uri('a'), uri('b')]);
  expect(first?.activity).toBe('care-parent');
  expect(first?.parts.lexicon).toBeGreaterThan(second?.parts.lexicon ?? 1);
  expect(first?.because.map(({ start, end }) => text.slice(start, end))).toEqual(['hoitelin mutsia']);
});

test('an activity denied, wished for, spoilt by its "unless", or of a problem leads to nothing', () => {
  expect(found('En hoitanut äitiä enkä hoitelin mutsia.')).toEqual([]);
  expect(found('Haluaisin hoitaa äitiä.')).toEqual([]);
  expect(found('Hoitelin mutsia ja hänen kissa.').filter(({ activity }) => activity)).toEqual([]);
  expect(found('Hoitelin mutsia.', { of: 'need' }).filter(({ activity }) => activity)).toEqual([]);
});

test("a city's own activities count there only", () => {
  expect(found('Keitin soppaa.', { city: 'turku' })[0]?.activity).toBe('local');
  expect(found('Keitin soppaa.', { city: 'espoo' })).toEqual([]);
  expect(found('Keitin soppaa.')).toEqual([]);
});

test.each([
  ['fi', 'Olin telakalla hitsaajana.'],
  ['fi', 'Olin kymmenen vuotta hitsaaja.'],
  ['sv', 'Jag jobbade som svetsare.'],
  ['en', 'I was a welder.'],
  ['en', 'I worked as a metal joiner.'],
] as const)('%s: "%s" names work, whose skills are suggested, and says so', (language, text) => {
  const [first] = recogniser.recognise({ text, language, floor: 0.01 }).filter(({ occupation }) => occupation);
  expect(first?.uri).toBe(uri('weld'));
  expect(first?.occupation?.uri).toBe('http://example.org/occupation/welder');
  expect(first?.parts.occupation).toBeGreaterThan(0);
});

test.each([
  ['fi', 'Hitsaaja sanoi että pitää odottaa.'],
  ['sv', 'Jag ringde till svetsare.'],
  ['en', 'My brother met the welder.'],
] as const)('%s: "%s" names somebody else\'s work', (language, text) => {
  expect(recogniser.recognise({ text, language, floor: 0.01 }).filter(({ occupation }) => occupation)).toEqual([]);
});

test('vectors find what has no word in common, and show the words that mean it', () => {
  const named = aVocabulary([
    ...plain.skills,
    aSkill('bake', { fi: 'leivonta', en: 'qqbaking', names: { fi: ['pullanteko'], sv: [], en: ['zzpastry'] } }),
  ]);
  const vectors = quantise(train(trainingPairs(named), { ...recipe, epochs: 30, batch: 32 }));
  const trained = createRecogniser(named, { vectors });
  const text = 'Qqbaking';
  const [first] = trained.recognise({ text, language: 'fi', floor: 0.01 });
  expect(first?.uri).toBe(uri('bake'));
  expect(first?.parts.vectors).toBeGreaterThan(0.05);
  expect(first?.because.map(({ start, end }) => text.slice(start, end))).toEqual(['Qqbaking']);
});

test('in turns it gives the same answer, also when two are read at once, and lets others have their turn', async () => {
  const long = 'Hoitelin mutsia kotona, jaoin lääkkeitä. '.repeat(1500);
  const input = { text: long, language: 'fi' as const };
  let [turns, isRead] = [0, false];
  const takeTurns = (): void => {
    turns += 1;
    if (!isRead) setImmediate(takeTurns);
  };
  setImmediate(takeTurns);
  const [one, two] = await Promise.all([
    recogniser.recogniseInTurns(input),
    recogniser.recogniseInTurns({ ...input, text: 'Hoitelin mutsia.' }),
  ]);
  isRead = true;
  expect(one).toEqual(recogniser.recognise(input));
  expect(two).toEqual(found('Hoitelin mutsia.'));
  expect(turns).toBeGreaterThan(1);
});
