import { expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { aSkill, aVocabulary } from '../vocabulary/fixtures.ts';
import { createRecogniser } from './recogniser.ts';
import type { Suggestion } from './types.ts';

const skills = [
  aSkill('care', {
    fi: 'läheisen hoito',
    sv: 'anhörigvård',
    en: 'caring for a relative',
    names: { fi: ['hoitaa äitiä'], sv: ['sköta mamma'], en: ['look after mother'] },
  }),
  aSkill('weld', {
    fi: 'hitsaus',
    sv: 'svetsning',
    en: 'welding',
    names: { fi: ['hitsata putkia'], sv: ['svetsa rör'], en: ['weld pipes'] },
  }),
  aSkill('forklift', { fi: 'trukin ajaminen', sv: 'köra truck', en: 'driving a forklift' }),
  aSkill('bake', {
    fi: 'leipominen',
    sv: 'bakning',
    en: 'baking',
    names: { fi: ['leipoa kakkuja'], sv: ['baka kakor'], en: ['bake cakes'] },
  }),
  aSkill('events', { fi: 'tapahtumien järjestäminen', sv: 'ordna evenemang', en: 'organising events' }),
  aSkill('service', {
    fi: 'asiakaspalvelu',
    names: { fi: ['asiakas ja palvelu'], sv: [], en: [] },
    sv: 'kundtjänst',
    en: 'customer service',
  }),
  aSkill('sing', { fi: 'laulaminen', sv: 'sång', en: 'singing' }),
  aSkill('dance', { fi: 'tanssiminen', sv: 'dans', en: 'dancing' }),
  aSkill('english', { en: 'spreadsheet modelling' }),
  ...Array.from({ length: 60 }, (_, at) =>
    aSkill(`other-${at}`, { fi: `muu osio${at}`, sv: `annat ting${at}`, en: `other item${at}` }),
  ),
];
const vocabulary = aVocabulary(skills);
const recogniser = createRecogniser(vocabulary);

const found = (language: Language, text: string, of: 'knowHow' | 'wish' | 'need' = 'knowHow'): string[] =>
  recogniser.recognise({ text, language, of }).map(({ uri }) => uri.replace('http://example.org/skill/', ''));

const words = (text: string, { because }: Suggestion): string[] =>
  because.map(({ start, end }) => text.slice(start, end));

test.each<[Language, string, string]>([
  ['fi', 'Hoidin äitiäni kotona.', 'care'],
  ['fi', 'Hitsasin putkia telakalla', 'weld'],
  ['fi', 'Olen järjestänyt tapahtumia.', 'events'],
  ['fi', 'Palvelin asiakkaita tiskillä.', 'service'],
  ['fi', 'leivoin kakkuja', 'bake'],
  ['sv', 'Jag skötte min mamma hemma.', 'care'],
  ['sv', 'Vi bakade kakor.', 'bake'],
  ['en', 'I looked after my mum.', 'care'],
  ['en', 'I organized several events.', 'events'],
])('%s: finds the skill in "%s" though its words are inflected', (language, text, skill) => {
  expect(found(language, text)).toContain(skill);
});

test.each<[Language, string]>([
  ['fi', 'En osaa ajaa trukkia.'],
  ['fi', 'En ole koskaan leiponut kakkuja enkä hitsannut putkia.'],
  ['sv', 'Jag kan inte köra truck.'],
  ['sv', 'Jag har aldrig bakat kakor.'],
  ['en', "I can't drive a forklift."],
  ['en', 'I never learned to weld pipes.'],
  ['en', 'I have no experience of customer service.'],
  ['fi', 'Haluaisin oppia hitsaamaan putkia.'],
  ['sv', 'Jag skulle vilja lära mig svetsa rör.'],
  ['en', 'I would like to learn to weld pipes.'],
  ['fi', 'Tekisi mieli hitsata putkia.'],
  ['en', "I'd quite like to weld pipes one day."],
  ['en', "I'm planning to weld pipes."],
  ['en', 'No forklift licence.'],
])('%s: "%s" is no know-how', (language, text) => {
  expect(found(language, text)).toEqual([]);
});

test('a negation carries over a list and stops where something new begins', () => {
  expect(found('fi', 'En osaa laulaa, tanssia enkä hitsata, mutta leivon kakkuja.')).toEqual(['bake']);
  expect(found('en', "I can't sing or dance, but I bake cakes.")).toEqual(['bake']);
  expect(found('sv', 'Jag kan inte sång och dans, men jag bakar kakor.')).toEqual(['bake']);
});

test('"not only" and its like deny nothing', () => {
  expect(found('en', 'I do not only bake cakes.')).toContain('bake');
  expect(found('sv', 'Jag inte bara bakar kakor.')).toContain('bake');
  expect(found('fi', 'En pelkää leipoa kakkuja.')).toContain('bake');
});

test('wishes are found when asked for, and nothing else then', () => {
  const text = 'Leivon kakkuja. Haluaisin oppia hitsaamaan putkia.';
  expect(found('fi', text, 'wish')).toEqual(['weld']);
  expect(found('fi', text)).toEqual(['bake']);
});

test.each<[Language, string, string[]]>([
  ['fi', 'Emme ehdi leipoa kakkuja. Haluaisimme järjestää tapahtumia.', ['bake', 'events']],
  ['sv', 'Vi hinner inte baka kakor och kan inte svetsa rör.', ['bake', 'weld']],
  ['en', 'We cannot weld pipes. Nobody here bakes cakes.', ['bake', 'weld']],
  ['fi', 'Ei tarvitse osata leipoa kakkuja.', []],
  ['sv', 'Det behövs ingen som bakar kakor.', []],
  ['en', 'You do not need to weld pipes.', []],
])(
  '%s: needs are looked for in what the writer cannot do, and not in what is not needed: "%s"',
  (language, text, skills) => {
    expect(found(language, text, 'need').sort()).toEqual(skills);
  },
);

test.each<[Language, string, string[]]>([
  ['fi', 'En osaa hitsata putkia. Putkia myyvässä firmassa vastasin tapahtumien järjestämisestä.', ['events']],
  ['sv', 'Jag kan inte svetsa rör. Jag ordnade evenemang för en rörfirma.', ['events']],
  ['en', 'I cannot weld pipes. I was organising events for a firm with pipes.', ['events']],
  ['en', 'I have no training in welding pipes. I weld pipes every day.', ['weld']],
  ['en', 'I would like to bake cakes. I bake cakes every day.', ['bake']],
])('%s: what is denied is not suggested by words elsewhere that tell less of it: "%s"', (language, text, skills) => {
  expect(found(language, text)).toEqual(skills);
});

test('shows the very words, in UTF-16 offsets of the text as given', () => {
  const text = '👵🏽 Cafe\u0301ssa leivoin itse kakkuja. Hoidin a\u0308itia\u0308ni.';
  const [care, bake] = [...recogniser.recognise({ text, language: 'fi' })].sort((a, b) => (a.uri > b.uri ? -1 : 1));
  const byUri = new Map([care, bake].flatMap((one) => (one ? [[one.uri, one] as const] : [])));
  const baked = byUri.get('http://example.org/skill/bake');
  const cared = byUri.get('http://example.org/skill/care');
  expect(baked && words(text, baked)).toEqual(['leivoin', 'kakkuja']);
  expect(cared && words(text, cared)).toEqual(['Hoidin a\u0308itia\u0308ni']);
  expect(cared && text.slice(cared.clause.start, cared.clause.end)).toBe('Hoidin a\u0308itia\u0308ni');
});

test('the parts shown add up to the score, and none is negative', () => {
  const found = recogniser.recognise({ text: 'leivoin kakkuja', language: 'fi' });
  expect(found.length).toBeGreaterThan(0);
  for (const { score, parts } of found) {
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 5);
    expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
  }
});

test('small talk gives nothing', () => {
  expect(found('fi', 'Hei! Mitä kuuluu?')).toEqual([]);
  expect(found('sv', 'Hej! Hur mår du?')).toEqual([]);
  expect(found('en', 'Hi! How are you?')).toEqual([]);
});

test('at most five a clause, the limit in all, best first; a skill without a Finnish name is shown in English', () => {
  const many = createRecogniser(
    aVocabulary(Array.from({ length: 9 }, (_, at) => aSkill(`b${at}`, { fi: `kakkujen leipominen ${at}0` }))),
  );
  const clause = many.recognise({ text: 'leipominen kakkujen', language: 'fi', floor: 0.001 });
  expect(clause.length).toBe(5);
  expect(clause.map(({ score }) => score)).toEqual(clause.map(({ score }) => score).sort((a, b) => b - a));
  expect(many.recognise({ text: 'leipominen kakkujen', language: 'fi', floor: 0, limit: 7 }).length).toBe(7);
  const english = recogniser.recognise({ text: 'spreadsheet modelling', language: 'fi' });
  expect(english.map(({ label }) => label)).toEqual(['spreadsheet modelling']);
});

test.each([
  ['a lone surrogate', 'leivoin \ud800 kakkuja \udfff'],
  ['zalgo', `leivoin${'\u0300\u0316'.repeat(5000)} kakkuja`],
  ['right-to-left', '\u202eleivoin kakkuja\u202c مرحبا بالعالم'],
  ['nothing', ''],
  ['only marks', '\u0301\u0302\u200d\ufeff\0'],
  ['100 kB without a full stop', 'leivoin kakkuja '.repeat(6500)],
  ['100 kB in one word', 'ä'.repeat(100_000)],
  ['prototype names', 'constructor __proto__ toString hasOwnProperty'],
  ['100 kB of commas', ','.repeat(100_000)],
])('never throws: %s', (_, text) => {
  for (const language of ['fi', 'sv', 'en'] as const) {
    const suggestions = recogniser.recognise({ text, language });
    for (const { because } of suggestions)
      for (const { start, end } of because) expect(start >= 0 && start < end && end <= text.length).toBe(true);
    expect(recogniser.search(text, language)).toBeInstanceOf(Array);
  }
});

test('the same text gives the same answer, whatever was asked in between', () => {
  const ask = () =>
    JSON.stringify(recogniser.recognise({ text: 'Hoidin äitiäni ja leivoin kakkuja.', language: 'fi' }));
  const first = ask();
  found('fi', 'Hitsasin putkia, järjestin tapahtumia ja palvelin asiakkaita.');
  expect(ask()).toBe(first);
});

test.each<[Language, string, string]>([
  ['fi', 'leip', 'bake'],
  ['fi', 'LEIPOMINEN', 'bake'],
  ['fi', 'palvelu', 'service'],
  ['fi', 'laheisen', 'care'],
  ['fi', 'leipominnen', 'bake'],
  ['sv', 'anhörig', 'care'],
  ['en', 'custmer serv', 'service'],
  ['en', 'bake ca', 'bake'],
])('%s: typing "%s" finds the skill first', (language, typed, skill) => {
  expect(recogniser.search(typed, language)[0]?.uri).toBe(`http://example.org/skill/${skill}`);
});

test('an empty search finds nothing and the limit holds', () => {
  expect(recogniser.search('  ', 'fi')).toEqual([]);
  expect(recogniser.search('muu', 'fi', 7)).toHaveLength(7);
});
