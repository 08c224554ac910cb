import { describe, expect, test } from 'vitest';
import type { Language } from '../../kernel/languages.ts';
import { lexiconServiceOver } from '../lexicon/lexicon-service.ts';
import { loadLexicon } from '../lexicon/load-lexicon.ts';
import { type AskableActivity, chooseQuestions, gainOf } from './choose-questions.ts';
import { isThin, nextOpenings, openings } from './rules.ts';
import { saysSomething, tellingOf } from './telling.ts';

const lexicon = lexiconServiceOver(loadLexicon());

const ask = (
  text: string,
  given: {
    language?: Language;
    standing?: [string, 'suggested' | 'decided'][];
    passed?: string[];
    isFirst?: boolean;
    activities?: AskableActivity[];
  } = {},
) => {
  const { language = 'fi', standing = [], passed = [], isFirst = true } = given;
  const found = lexicon.activitiesIn({ text, language, cityId: 'turku' });
  const activities =
    given.activities ??
    found.map(({ activity, because, clause }) => ({ id: activity.id, skills: activity.skills, because, clause }));
  return chooseQuestions(
    { clauses: tellingOf(text, language), activities },
    { standing: new Map(standing), passed: new Set(passed), isFirst },
  );
};
const keysOf = (questions: ReturnType<typeof ask>) => questions.map(({ key }) => key);
const wordsOf = (text: string, { about }: { about: readonly { start: number; end: number }[] }) =>
  about.map(({ start, end }) => text.slice(start, end));

const care = 'Hoidin äitiäni kotona neljä vuotta.';
const skillsOf = (id: string) => lexicon.activity(id, 'turku')?.skills ?? [];

describe('what would tell most', () => {
  test('an activity of the text is asked about, with the words it was found in', () => {
    const [first] = ask(care);
    expect(first?.key).toBe('activity-care-parent');
    expect(first && wordsOf(care, first)).toEqual(['Hoidin', 'äitiäni']);
  });

  test('what is known already tells nothing more: waiting counts a little, kept and dropped not at all', () => {
    const skills = ['a', 'b', 'c'];
    expect(gainOf(skills, new Map())).toBeCloseTo(2.4);
    expect(gainOf(skills, new Map([['a', 'suggested']]))).toBeCloseTo(1.65);
    expect(
      gainOf(
        skills,
        new Map([
          ['a', 'decided'],
          ['b', 'decided'],
          ['c', 'decided'],
        ]),
      ),
    ).toBe(0);
  });

  test('an activity all of whose skills are decided is not asked about', () => {
    const standing = skillsOf('care-parent').map((uri): [string, 'decided'] => [uri, 'decided']);
    expect(keysOf(ask(care, { standing }))).not.toContain('activity-care-parent');
    expect(keysOf(ask(care))).toContain('activity-care-parent');
  });

  test('the more is unknown, the earlier it is asked', () => {
    const text = 'Hoidin äitiäni kotona. Korjasin mopoja tallissa.';
    const known = skillsOf('care-parent').map((uri): [string, 'suggested'] => [uri, 'suggested']);
    const keys = keysOf(ask(text, { standing: known })).filter((key) => key.startsWith('activity-'));
    expect(keys.slice(0, 2)).toEqual(['activity-moped-tuning', 'activity-care-parent']);
  });

  test('never what was answered or passed over', () => {
    const all = keysOf(ask(care));
    const later = keysOf(ask(care, { passed: all, isFirst: false }));
    expect(later.filter((key) => all.includes(key))).toEqual([]);
  });
});

describe('thin parts', () => {
  test.each<[string, Language, string, string]>([
    ['a list of nouns', 'fi', 'Partio, kyläjuhlat, mopot', 'did'],
    ['a list of nouns', 'sv', 'Scouter, byfest, moppar', 'did'],
    ['a list of nouns', 'en', 'Scouts, village fair, mopeds', 'did'],
    ['people without a number', 'fi', 'Järjestin kyläjuhlat joka kesä.', 'howMany'],
    ['people without a number', 'sv', 'Jag ordnade byfesten varje sommar.', 'howMany'],
    ['people without a number', 'en', 'I organised the village fair every summer.', 'howMany'],
    [
      "together, and no part of one's own",
      'fi',
      'Järjestettiin porukalla kyläjuhlat viidellekymmenelle.',
      'whoDecided',
    ],
    ["together, and no part of one's own", 'sv', 'Vi ordnade byfesten tillsammans.', 'whoDecided'],
    ["together, and no part of one's own", 'en', 'We hosted the wedding together.', 'whoDecided'],
    ['something made and no tools', 'fi', 'Ompelin verhoja vuosia.', 'tools'],
    ['something made and no tools', 'sv', 'Jag sydde gardiner i många år.', 'tools'],
    ['something made and no tools', 'en', 'I sewed curtains for years.', 'tools'],
    ['no time', 'fi', 'Hoidin äitiäni kotona.', 'howLong'],
    ['no time', 'sv', 'Jag skötte min mamma hemma.', 'howLong'],
    ['no time', 'en', 'I looked after my mother at home.', 'howLong'],
  ])('%s (%s: %s) is asked: %s', (_what, language, text, key) => {
    expect(keysOf(ask(text, { language }))).toContain(key);
  });

  test.each<[Language, string, string]>([
    ['fi', 'Hoidin äitiäni neljä vuotta.', 'howLong'],
    ['sv', 'Jag skötte min mamma i fyra år.', 'howLong'],
    ['en', 'I looked after my mother for four years.', 'howLong'],
    ['fi', 'Järjestin kyläjuhlat 300 hengelle.', 'howMany'],
    ['sv', 'Jag ordnade byfesten för trehundra, 300 personer.', 'howMany'],
    ['en', 'I ran a camp for forty kids.', 'howMany'],
    ['fi', 'Ompelin ompelukoneella verhoja.', 'tools'],
    ['en', 'I sewed curtains on a sewing machine.', 'tools'],
    ['fi', 'Hoidin äitiäni kotona.', 'did'],
    ['en', 'Cared for my mother at home.', 'did'],
    ['fi', 'Me järjestettiin juhlat ja minä vastasin ruoasta.', 'whoDecided'],
  ])('%s "%s" has no need of: %s', (language, text, key) => {
    expect(keysOf(ask(text, { language }))).not.toContain(key);
  });

  test('nothing is asked of what the writer cannot do or only wishes for', () => {
    const keys = keysOf(ask('En osaa korjata mopoja. Haluaisin järjestää kyläjuhlat.'));
    expect(keys).not.toContain('howMany');
    expect(keys.filter((key) => key.startsWith('activity-'))).toEqual([]);
  });
});

describe('how many', () => {
  const long =
    'Hoidin äitiäni kotona. Järjestin kyläjuhlat. Korjasin mopoja. Leivoin pullaa. Neuloin sukkia. Ajoin traktoria. Lypsin lehmiä. Opetin uimaan lapsia.';

  test('at most five, and no more than two activities of one clause', () => {
    const questions = ask(long);
    expect(questions).toHaveLength(5);
    const clause = { start: 0, end: 10 };
    const one = (id: string, at: number) => ({
      id,
      skills: ['a', 'b', 'c'],
      because: [{ start: at, end: at + 2 }],
      clause,
    });
    const crowded = ask('Kyläjuhlat', { activities: [one('x', 0), one('y', 2), one('z', 4)] });
    expect(keysOf(crowded).filter((key) => key.startsWith('activity-'))).toEqual(['activity-x', 'activity-y']);
  });

  test('the same words are asked about once, though they speak of two activities', () => {
    const text = 'Kesällä järjestin kylän juhlat.';
    const activities = keysOf(ask(text)).filter((key) => key.startsWith('activity-'));
    expect(lexicon.activitiesIn({ text, language: 'fi', cityId: 'turku' }).length).toBeGreaterThan(1);
    expect(activities).toHaveLength(1);
  });

  test.each(['Hei.', '', 'Osaan kaikenlaista.', '🙂'])('a text that says little (%j) still gets two', (text) => {
    expect(ask(text).length).toBeGreaterThanOrEqual(2);
  });

  test('after the first time nothing is asked for the sake of asking', () => {
    expect(ask('Hei.', { isFirst: false, passed: ['did', 'more'] })).toEqual([]);
  });
});

test.each<[Language, string, boolean]>([
  ['fi', 'Syötin, pesin ja jaoin lääkkeet', true],
  ['fi', 'En mitään', false],
  ['fi', 'En osaa sanoa', false],
  ['fi', '...', false],
  ['sv', 'Jag lagade maten', true],
  ['sv', 'Inget särskilt', true],
  ['en', "I didn't do anything", false],
  ['en', 'I cooked and served', true],
])('%s "%s" says something of what was done: %s', (language, answer, expected) => {
  expect(saysSomething(answer, language)).toBe(expected);
});

test('openings come three at a time, and never again once answered or passed over', () => {
  expect(nextOpenings(new Set())).toEqual(['home', 'help', 'askedOf']);
  expect(nextOpenings(new Set(['help', 'home']))).toEqual(['askedOf', 'learned', 'done']);
  expect(nextOpenings(new Set(openings))).toEqual([]);
});

test('a profile without a story, or with few skills, is thin', () => {
  expect(isThin({ stories: 0, skills: 9 })).toBe(true);
  expect(isThin({ stories: 2, skills: 3 })).toBe(true);
  expect(isThin({ stories: 1, skills: 4 })).toBe(false);
});
